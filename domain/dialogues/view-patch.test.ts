import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPatch, isEmptyPatch, patchOf } from './view-patch';

const text = fc.string({ maxLength: 3 });
const keyed = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), said: text });
const view = fc.record({
  title: text,
  attendance: fc.option(fc.record({ isMet: fc.boolean() })),
  items: fc.uniqueArray(keyed, { selector: ({ id }) => id }),
  institutions: fc.uniqueArray(fc.record({ institution: keyed, answer: fc.option(text) }), {
    selector: ({ institution }) => institution.id,
  }),
  decisions: fc.uniqueArray(keyed, { selector: ({ id }) => id }),
});

it('whoever has one view and is sent the difference has the other, also by way of JSON', () => {
  fc.assert(
    fc.property(view, view, (before, after) => {
      const sent = JSON.parse(JSON.stringify(patchOf(before, after)));
      expect(applyPatch(before, sent)).toEqual(after);
    }),
  );
});

it('nothing is sent of what is as before', () => {
  fc.assert(fc.property(view, (same) => isEmptyPatch(patchOf(same, structuredClone(same)))));
});

it('of a list only what is other is sent whole', () => {
  const before = {
    items: [
      { id: 'a', said: '1' },
      { id: 'b', said: '2' },
    ],
  };
  const after = {
    items: [
      { id: 'b', said: '2' },
      { id: 'a', said: 'other' },
    ],
  };
  expect(patchOf(before, after)).toEqual({ facts: {}, lists: { items: ['b', { id: 'a', said: 'other' }] } });
});

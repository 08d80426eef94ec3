import { describe, expect, it } from 'vitest';
import { withLatecomer, withoutMistaken } from './latecomers';

const ilo = { institutionId: 'ilo', group: 'partners' };
const fund = { institutionId: 'fund', group: 'partners' };
const nobody = new Set<string>();

describe('who may take positions on an open proposal', () => {
  it('is added later with when, once, and by its group alone', () => {
    const later = withLatecomer([ilo], { ...fund, addedAtMs: 1 }, 500);
    expect(later).toEqual([ilo, { ...fund, addedAtMs: 500 }]);
    expect(withLatecomer(later, fund, 900)).toBe(later);
    const fromTheOpening = [ilo];
    expect(withLatecomer(fromTheOpening, ilo, 500)).toBe(fromTheOpening);
  });

  it.each([
    ['counts no more and has not spoken', [ilo], nobody, ['ilo']],
    ['counts all the same', [ilo, fund], nobody, ['ilo', 'fund']],
    ['has spoken', [ilo], new Set(['fund']), ['ilo', 'fund']],
  ])('after a mark was taken back, where the institution %s', (_where, counted, spoke, left) => {
    const eligible = withoutMistaken([ilo, { ...fund, addedAtMs: 5 }], 'fund', { counted, spoke });
    expect(eligible.map(({ institutionId }) => institutionId)).toEqual(left);
  });

  it('stays the same list where the institution was not on it', () => {
    const eligible = [ilo];
    expect(withoutMistaken(eligible, 'fund', { counted: [ilo], spoke: nobody })).toBe(eligible);
  });
});

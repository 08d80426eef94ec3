import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { passagesOf } from './passages';

function block(name: 'heading' | 'paragraph', text: string, level?: number): Y.XmlElement {
  const element = new Y.XmlElement(name);
  if (level) element.setAttribute('level', level as unknown as string);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function open(blocks: Y.XmlElement[]): Y.XmlFragment {
  const narrative = new Y.Doc().getXmlFragment('narrative');
  narrative.insert(0, blocks);
  return narrative;
}

it('a section goes to the next heading that is not below it, and each block can be quoted by itself', () => {
  const narrative = open([
    block('paragraph', 'Before'),
    block('heading', 'Goals', 2),
    block('paragraph', 'All are covered.'),
    block('heading', 'By 2030', 3),
    block('paragraph', ''),
    block('paragraph', 'Everyone.'),
    block('heading', 'Costs', 2),
  ]);
  expect(passagesOf(narrative).map(({ level, text }) => [level, text])).toEqual([
    [null, 'Before'],
    [2, 'Goals\n\nAll are covered.\n\nBy 2030\n\nEveryone.'],
    [null, 'All are covered.'],
    [3, 'By 2030\n\nEveryone.'],
    [null, 'Everyone.'],
    [2, 'Costs'],
  ]);
});

it('a passage keeps its name while others write before it and in it', () => {
  const narrative = open([block('heading', 'Goals', 2), block('paragraph', 'All.')]);
  const before = passagesOf(narrative).map(({ id }) => id);
  expect(new Set(before).size).toBe(2);
  narrative.insert(0, [block('paragraph', 'New')]);
  ((narrative.get(2) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ' Everyone.');
  const after = passagesOf(narrative);
  expect(after.map(({ id }) => id).slice(1)).toEqual(before);
  expect(after[2]?.text).toBe('All. Everyone.');
});

it('a section above a deeper heading goes on below it', () => {
  const levels = [2, 4, 3, 4, 2];
  const narrative = open(levels.map((level, i) => block('heading', String(i), level)));
  expect(passagesOf(narrative).map(({ text }) => text.replaceAll('\n\n', ' '))).toEqual([
    ...['0 1 2 3', '1', '2 3', '3', '4'],
  ]);
});

it('what is too long to be quoted is not offered, though its parts are', () => {
  const narrative = open([
    block('heading', 'Long', 2),
    ...[1, 2].map(() => block('paragraph', 'x'.repeat(6_000))),
  ]);
  expect(passagesOf(narrative).map(({ level, text }) => [level, text.length])).toEqual([
    [null, 6_000],
    [null, 6_000],
  ]);
});

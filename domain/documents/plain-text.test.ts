import { expect, it } from 'vitest';
import { plainText } from './plain-text';
import type { TextBlock } from './text-blocks';

const runs = (...texts: string[]) => texts.map((text) => ({ text }));

it('paragraphs stand apart, items of a list and rows of a table below each other, and what is empty nowhere', () => {
  const blocks: TextBlock[] = [
    { kind: 'paragraph', runs: [] },
    { kind: 'heading', level: 2, runs: runs('Costs ') },
    { kind: 'rule' },
    { kind: 'paragraph', runs: runs('In ', 'all districts.') },
    { kind: 'item', number: null, depth: 0, runs: runs('midwives') },
    { kind: 'item', number: 2, depth: 1, runs: runs('trained') },
    { kind: 'item', number: null, depth: 0, runs: runs(' ') },
    { kind: 'quote', runs: runs('Said') },
    {
      kind: 'table',
      rows: [runs('Year', 'MGA'), runs('2027', '5')].map((cells) => ({
        isHead: false,
        cells: cells.map((cell) => [cell]),
      })),
    },
  ];
  expect(plainText(blocks)).toBe(
    'Costs\n\nIn all districts.\n\n– midwives\n  2. trained\n\nSaid\n\nYear | MGA\n2027 | 5',
  );
  expect(plainText([])).toBe('');
});

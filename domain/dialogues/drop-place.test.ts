import { expect, it } from 'vitest';
import { indexAfterDrop, linesAbove } from './drop-place';

it('an item goes between the lines where it is held', () => {
  const middles = [10, 30, 50];
  expect([0, 20, 45, 99].map((at) => linesAbove(middles, at))).toEqual([0, 1, 2, 3]);
});

it('an item that is dropped beside its own line stays', () => {
  expect([0, 1, 2, 3].map((before) => indexAfterDrop(1, before))).toEqual([0, 1, 1, 2]);
});

import { expect, test } from 'vitest';
import { nextStop } from './use-roving-focus';

const move = (key: string, at: number, isRtl = false) => nextStop({ key, at, count: 3, isRtl });

test('arrow keys go round', () => {
  expect(move('ArrowRight', 2)).toBe(0);
  expect(move('ArrowLeft', 0)).toBe(2);
});

test('from right to left the arrows change sides', () => {
  expect(move('ArrowLeft', 0, true)).toBe(1);
});

test('Home and End go to the ends; other keys stay with the button', () => {
  expect(move('Home', 2)).toBe(0);
  expect(move('End', 0)).toBe(2);
  expect(move('Enter', 1)).toBeNull();
  expect(move('ArrowDown', 1)).toBeNull();
});

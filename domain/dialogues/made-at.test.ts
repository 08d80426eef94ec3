import { expect, it } from 'vitest';
import { madeAt } from './made-at';

it('what waited was done when the device says, within what is possible', () => {
  const between = { fromMs: 100, nowMs: 200 };
  expect(madeAt(150, between)).toBe(150);
  expect(madeAt(250, between)).toBe(200);
  expect(madeAt(50, between)).toBe(100);
  expect(madeAt(undefined, between)).toBe(200);
});

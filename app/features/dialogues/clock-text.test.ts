import { expect, it } from 'vitest';
import { clockText } from './clock-text';

it('a length of time reads as on a clock', () => {
  expect([0, 999, 65_000, 3_600_000, -90_000, -500].map(clockText)).toEqual([
    '0:00',
    '0:00',
    '1:05',
    '1:00:00',
    '−1:30',
    '0:00',
  ]);
});

import { expect, it } from 'vitest';
import { pageNumbers } from './page-numbers';

it('shows every page of a few', () => {
  expect(pageNumbers(2, 4)).toEqual([1, 2, 3, 4]);
  expect(pageNumbers(1, 1)).toEqual([1]);
});

it('leaves a gap only where at least two pages are left out', () => {
  expect(pageNumbers(4, 9)).toEqual([1, 2, 3, 4, 5, { after: 'after-5' }, 9]);
  expect(pageNumbers(5, 9)).toEqual([1, { after: 'after-1' }, 4, 5, 6, { after: 'after-6' }, 9]);
});

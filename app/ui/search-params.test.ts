import { expect, it } from 'vitest';
import { withParams } from './search-params';

it('keeps the other filters and returns to the first page', () => {
  const current = new URLSearchParams('q=santé&page=3&sort=name');
  expect(withParams(current, { sort: '-name' })).toBe('?q=sant%C3%A9&sort=-name');
  expect(withParams(current, { q: null })).toBe('?sort=name');
});

it('changes only the page when the page is what changes', () => {
  expect(withParams(new URLSearchParams('q=a&page=3'), { page: '4' })).toBe('?q=a&page=4');
});

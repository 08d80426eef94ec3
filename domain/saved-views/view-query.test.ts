import { describe, expect, it } from 'vitest';
import { viewQuery } from './view-query';

describe('a saved view', () => {
  it('keeps filters, search and order, and leaves the page and what was just done', () => {
    expect(viewQuery('?theme=hiv&q=fonds&page=3&kind=&done=saved&sort=-name')).toBe(
      'q=fonds&sort=-name&theme=hiv',
    );
    expect(viewQuery('')).toBe('');
  });

  it('is the same view in whatever order its filters were chosen', () => {
    expect(viewQuery('?a=1&b=2')).toBe(viewQuery('b=2&a=1'));
  });
});

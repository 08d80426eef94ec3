import { describe, expect, it } from 'vitest';
import { orderOf, parseSort, sortText } from './order';
import { pageOf } from './page';
import { matchesSearch } from './search';

describe('lists', () => {
  it('search every word, without accents or capitals', () => {
    const texts = ['Ministère de la Santé', 'MSANP', null];
    expect(matchesSearch('sante  msanp', texts)).toBe(true);
    expect(matchesSearch('SANTÉ finances', texts)).toBe(false);
    expect(matchesSearch(' ', texts)).toBe(true);
  });

  it('are cut into pages, and a page past the end is the last', () => {
    const rows = [1, 2, 3, 4, 5];
    expect(pageOf(rows, { page: 2, size: 2 })).toEqual({ rows: [3, 4], page: 2, pageCount: 3, total: 5 });
    expect(pageOf(rows, { page: 9, size: 2 }).rows).toEqual([5]);
    expect(pageOf(rows, { page: Number.NaN, size: 2 }).page).toBe(1);
    expect(pageOf([], { page: 1, size: 2 })).toEqual({ rows: [], page: 1, pageCount: 1, total: 0 });
  });

  it('are sorted as the address says, and ties stay in their order', () => {
    const keys = ['name', 'size'] as const;
    expect(parseSort('-size', keys, 'name')).toEqual({ key: 'size', isDescending: true });
    expect(parseSort('other', keys, 'name')).toEqual({ key: 'name', isDescending: false });
    expect(sortText(parseSort('-size', keys, 'name'))).toBe('-size');
    const rows = [
      { name: 'b', size: 1 },
      { name: 'a', size: 1 },
      { name: 'c', size: 2 },
    ];
    type Row = (typeof rows)[number];
    const byName = (a: Row, b: Row) => a.name.localeCompare(b.name);
    const order = orderOf(
      parseSort('-size', keys, 'name'),
      { name: byName, size: (a: Row, b: Row) => a.size - b.size },
      byName,
    );
    expect([...rows].sort(order).map(({ name }) => name)).toEqual(['c', 'a', 'b']);
  });
});

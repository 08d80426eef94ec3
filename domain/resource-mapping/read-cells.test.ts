import { describe, expect, it } from 'vitest';
import { readCell } from './read-cells';
import type { Lexicon } from './words';

const lexicon: Lexicon = {
  columnOf: () => null,
  codeOf: (_column, text) =>
    ({ Pooling: 'pooling', HIV: 'hiv', 'Grants; loans': 'both', WHO: 'ambiguous' })[text] ?? null,
};
const read = (column: Parameters<typeof readCell>[0], cell: string | number, language: 'en' | 'fr' = 'en') =>
  readCell(column, cell, { lexicon, language });

describe('a cell of a workbook', () => {
  it.each([
    [1250000.5, '1250000.5'],
    [-0.1, '-0.1'],
    [1e21, '1000000000000000000000'],
    ['12345678901234567.123456', '12345678901234567.123456'],
    ['-1 250,50', '-1250.50'],
    ['(300)', '-300'],
    ['−5', '-5'],
    ['1.5 million', '1500000'],
  ])('reads the amount %s exactly', (cell, value) => {
    expect(read('amount', cell)).toEqual({ value });
  });

  it('reads what could be two amounts by the language of the reader', () => {
    expect(read('amount', '1.234', 'fr')).toEqual({ value: '1234' });
    expect(read('amount', '1.234', 'en')).toEqual({ value: '1.234' });
    expect(read('amount', '1,234', 'en')).toEqual({ value: '1234' });
    expect(read('amount', 'about ten')).toEqual({ problem: 'amount_unread' });
  });

  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026-03-31 00:00', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['1.2.2026', '2026-02-01'],
  ])('reads the date %s', (cell, value) => expect(read('valueDate', cell)).toEqual({ value }));

  it.each(['31/02/2026', '2026', '03/31/2026', 46_112, 'March'])('takes %s for no date', (cell) => {
    expect(read('valueDate', cell)).toEqual({ problem: 'date_unread' });
  });

  it('reads one choice or several, and says what could be two things', () => {
    expect(read('theme', 'Pooling')).toEqual({ value: 'pooling' });
    expect(read('theme', 'Pooling; HIV')).toEqual({ value: 'pooling; hiv' });
    expect(read('theme', 'Grants; loans')).toEqual({ value: 'both' });
    expect(read('theme', 'Pooling; Gold')).toEqual({ problem: 'unknown' });
    expect(read('partner', 'WHO')).toEqual({ problem: 'ambiguous' });
  });

  it('is nothing when it is empty, and refused when it is too long', () => {
    expect(read('note', '  ')).toEqual({ value: '' });
    expect(read('activity', 'a'.repeat(301))).toEqual({ problem: 'too_long' });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTsv, serialiseTsv } from './tsv';

describe('tab-separated text', () => {
  it('reads what Excel puts on the clipboard, with its last line break', () => {
    expect(parseTsv('Titre\t2026\r\nFormer\t1 250,5\r\n')).toEqual([
      ['Titre', '2026'],
      ['Former', '1 250,5'],
    ]);
  });

  it('reads a quoted cell of several lines', () => {
    expect(parseTsv('"MSANP\nOMS"\tT1 2026\nBIT\t2027')).toEqual([
      ['MSANP\nOMS', 'T1 2026'],
      ['BIT', '2027'],
    ]);
  });

  it('reads doubled quotation marks inside a quoted cell', () => {
    expect(parseTsv('"dit ""oui""\nensuite"')).toEqual([['dit "oui"\nensuite']]);
  });

  it('keeps a cell that only begins with a quotation mark as it is', () => {
    expect(parseTsv('"Bonjour" dit-il\t"seul"')).toEqual([['"Bonjour" dit-il', '"seul"']]);
  });

  it('keeps empty cells and empty lines in the middle', () => {
    expect(parseTsv('a\t\tb\n\nc')).toEqual([['a', '', 'b'], [''], ['c']]);
  });

  it('gives back what it wrote', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', '\n', '\t', ' ', 'é', '1'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        // A last row of one empty cell reads as the line break that ends the text.
        const last = rows.at(-1);
        fc.pre(!(rows.length > 1 && last?.length === 1 && last[0] === ''));
        expect(parseTsv(serialiseTsv(rows))).toEqual(rows);
      }),
    );
  });
});

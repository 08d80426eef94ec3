import { describe, expect, it } from 'vitest';
import { readRatesFile } from './read-rates';

const head = 'Date,Rate,Currency,Frequency,Source,Country code,Country';

describe('a file of exchange rates', () => {
  it('is read with commas inside quotes, and after a save by a spreadsheet with semicolons', () => {
    const lines = [head, '2021-12-31,83.8716,AFN,A,IMF,AF,"Afghanistan, Islamic Republic of"'];
    const rate = { currency: 'AFN', year: 2021, perUsd: '83.8716', area: 'AF', source: 'IMF' };
    const plain = new TextEncoder().encode(lines.join('\n'));
    expect(readRatesFile(plain)).toEqual({ rates: [rate], problems: [] });
    const resaved = [
      head.replaceAll(',', ';'),
      '2021-12-31;83.8716;AFN;A;IMF;AF;"Afghanistan, Islamic Republic of"',
    ];
    const marked = new TextEncoder().encode(`\ufeff${resaved.join('\r\n')}\r\n`);
    expect(readRatesFile(marked)).toEqual({ rates: [rate], problems: [] });
  });

  it('names the line of the file where a rate is wrong, blank lines counted', () => {
    const file = new TextEncoder().encode(`${head}\n\n2021-12-31,none,AFN,A,IMF,AF,Afghanistan\n`);
    expect(readRatesFile(file)).toEqual({
      rates: [],
      problems: [{ line: 3, code: 'bad_rate', found: 'none' }],
    });
  });
});

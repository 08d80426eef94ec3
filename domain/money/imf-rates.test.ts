import { describe, expect, it } from 'vitest';
import { readImfRates } from './imf-rates';

const head = ['Date', 'Rate', 'Currency', 'Frequency', 'Source', 'Country code', 'Country'];

function line(changes: Partial<Record<'date' | 'rate' | 'currency' | 'frequency' | 'area', string>> = {}) {
  const {
    date = '2021-12-31',
    rate = '109.637725',
    currency = 'KES',
    frequency = 'A',
    area = 'KE',
  } = changes;
  return [date, rate, currency, frequency, 'IMF', area, 'Somewhere'];
}

describe('a table of rates as the IMF lays it out', () => {
  it('is read with every digit that was published', () => {
    const { rates, problems } = readImfRates([
      head,
      line({ rate: '0.00000000000017' }),
      line({ date: '2022-12-31' }),
    ]);
    expect(problems).toEqual([]);
    expect(rates).toEqual([
      { currency: 'KES', year: 2021, perUsd: '0.00000000000017', area: 'KE', source: 'IMF' },
      { currency: 'KES', year: 2022, perUsd: '109.637725', area: 'KE', source: 'IMF' },
    ]);
  });

  it('has its columns in any order, and powers of ten written out', () => {
    const turned = [head, line({ rate: '1.7E-13' })].map((row) => [...row].reverse());
    expect(readImfRates(turned).rates).toMatchObject([{ perUsd: '0.00000000000017', area: 'KE' }]);
  });

  it('tells all that is wrong at once, each with its line, and gives the sound lines', () => {
    const { rates, problems } = readImfRates([
      head,
      line(),
      line({ date: '31/12/2021', rate: '0', currency: 'Shilling', frequency: 'M', area: '' }),
      [''],
      line({ rate: '110' }),
      line({ rate: '109.6377250' }),
      line({ date: '2022-12-31', rate: '1,5' }),
      line({ date: '2023-12-31', rate: 'none' }),
      line({ date: '2024-12-31', rate: '0e5' }),
    ]);
    expect(rates).toHaveLength(1);
    expect(problems).toEqual([
      { line: 3, code: 'bad_date', found: '31/12/2021' },
      { line: 3, code: 'bad_rate', found: '0' },
      { line: 3, code: 'bad_currency', found: 'Shilling' },
      { line: 3, code: 'not_annual', found: 'M' },
      { line: 3, code: 'area_missing', found: '' },
      { line: 5, code: 'contradicts', found: '110' },
      { line: 7, code: 'bad_rate', found: '1,5' },
      { line: 8, code: 'bad_rate', found: 'none' },
      { line: 9, code: 'bad_rate', found: '0e5' },
    ]);
  });

  it('without its columns names each that is missing', () => {
    const { problems } = readImfRates([['Date', 'Rate']]);
    expect(problems.map(({ found }) => found)).toEqual(['currency', 'frequency', 'source', 'country code']);
    expect(readImfRates([]).problems).toHaveLength(6);
  });

  it('files Haiti’s rate under the gourde, though the table says dollar', () => {
    const { rates } = readImfRates([head, line({ rate: '131.81', currency: 'USD', area: 'HT' })]);
    expect(rates).toMatchObject([{ currency: 'HTG', perUsd: '131.81' }]);
  });
});

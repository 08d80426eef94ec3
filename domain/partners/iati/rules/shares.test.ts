import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedShare } from '../types';
import { placeShares, sectorShares, sectorTotal } from './shares';

function entry(code: string, percentage: string | null = null, vocabulary: string | null = null): CodedShare {
  return { code, percentage, vocabulary, names: [] };
}

function percentages(entries: CodedShare[]) {
  return sectorShares(entries).map(({ percentage }) => percentage);
}

describe('sector shares', () => {
  it('are of the DAC purpose codes alone; other vocabularies are parallel', () => {
    const sectors = [
      entry('12110', '60'),
      entry('12220', '40', '1'),
      entry('A', '100', '98'),
      entry('122', '100', '2'),
    ];
    expect(sectorShares(sectors)).toEqual([
      { code: '12110', percentage: '60' },
      { code: '12220', percentage: '40' },
    ]);
    expect(sectorTotal(sectors)).toBe('100');
  });

  it('are equal without percentages, and add up to 100 exactly', () => {
    expect(percentages([entry('a'), entry('b')])).toEqual(['50', '50']);
    expect(percentages([entry('a'), entry('b'), entry('c')])).toEqual([
      '33.3333333334',
      '33.3333333333',
      '33.3333333333',
    ]);
  });

  it('are rebased where several say 100', () => {
    const given = [entry('a', '100'), entry('b', '100'), entry('c', '100'), entry('d', '100')];
    expect(percentages(given)).toEqual(['25', '25', '25', '25']);
    expect(sectorTotal(given)).toBe('400');
  });

  it('leave what is missing to 100 blank, and give it to those that name no percentage', () => {
    expect(percentages([entry('a', '30'), entry('b', '50')])).toEqual(['30', '50']);
    expect(percentages([entry('a', '30'), entry('b'), entry('c')])).toEqual(['30', '35', '35']);
  });

  it('are none without a sector', () => {
    const parallel = [entry('x', '100', '99')];
    expect(sectorShares(parallel)).toEqual([]);
    expect(sectorTotal(parallel)).toBeNull();
  });

  it('never add up to more than 100, and to 100 exactly where that much is given', () => {
    const hundredths = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(fc.array(hundredths, { minLength: 1, maxLength: 12 }), (given) => {
        const entries = given.map((value, index) => entry(String(index), (value / 100).toFixed(2)));
        const sum = percentages(entries).reduce((total, part) => total.plus(part), new Big(0));
        const published = given.reduce((a, b) => a + b, 0);
        if (published === 0 || published >= 10_000) expect(sum.toFixed()).toBe('100');
        else expect(sum.lte(100)).toBe(true);
      }),
      { seed: 20260901 },
    );
  });
});

describe('place shares', () => {
  it('are of countries and regions together', () => {
    const shares = placeShares({ countries: [entry('KE', '40')], regions: [entry('298', '60')] });
    expect(shares.map(({ code }) => code)).toEqual(['KE', '298']);
  });

  it('are of the countries alone where nobody gives a percentage', () => {
    const shares = placeShares({ countries: [entry('KE'), entry('UG')], regions: [entry('298')] });
    expect(shares).toEqual([
      { code: 'KE', percentage: '50' },
      { code: 'UG', percentage: '50' },
    ]);
  });

  it('count a region once, whatever vocabularies name it', () => {
    const regions = [entry('AFR', '100', '99'), entry('298', '100')];
    expect(placeShares({ countries: [], regions })).toEqual([{ code: '298', percentage: '100' }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../languages';
import { parseAmount } from './parse-amount';

function amountOf(text: string, language: 'en' | 'fr' | 'es' | null = null): string | null {
  return parseAmount(text, language)?.amount ?? null;
}

describe('an amount', () => {
  it.each([
    ['1250000', '1250000'],
    ['1 250 000,50', '1250000.50'],
    ['1\u202f250\u00a0000,50', '1250000.50'],
    ['1,250,000.50', '1250000.50'],
    ['1.250.000', '1250000'],
    ['1.250.000,5', '1250000.5'],
    ["1'250'000.50", '1250000.50'],
    ['0,5', '0.5'],
    ['0.125', '0.125'],
    ['1234,567', '1234.567'],
    ['12,3456', '12.3456'],
    ['007', '7'],
    ['1,5 million', '1500000'],
    ['2 milliards', '2000000000'],
  ])('%s is read the same in any language', (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });

  it('with one mark before three digits is decided by the language alone', () => {
    expect([amountOf('1,234', 'en'), amountOf('1,234', 'fr'), amountOf('1,234', 'es')]).toEqual([
      '1234',
      '1.234',
      '1.234',
    ]);
    expect([amountOf('1.234', 'en'), amountOf('1.234', 'fr'), amountOf('1.234', 'es')]).toEqual([
      '1.234',
      '1234',
      '1234',
    ]);
    expect([amountOf('1,234'), amountOf('1.234')]).toEqual([null, null]);
  });

  it('with a word for its size is read by the words of the language', () => {
    expect(amountOf('1.5 billion', 'en')).toBe('1500000000');
    expect(amountOf('1,5 billion', 'fr')).toBeNull();
    expect(amountOf('2,5 mil millones', 'es')).toBe('2500000000');
    expect(amountOf('3 millions de FCFA', 'fr')).toBe('3000000');
  });

  it.each([
    '',
    ' ',
    'à définir',
    '-500',
    '(500)',
    '1 25',
    '1,25,000',
    '1.250,000.5',
    '1..5',
    '5,',
    ',5',
    '10 %',
    '1 à 2',
    '12 M',
    'USD 5 EUR',
    '1e6',
  ])('%s is not read', (text) => {
    for (const language of [...languages, null]) expect(amountOf(text, language)).toBeNull();
  });

  it('gives up its currency, and names it only where one currency is meant', () => {
    expect(parseAmount('USD 1,250.50')).toEqual({ amount: '1250.50', currency: 'USD', mark: 'USD' });
    expect(parseAmount('1 500 000 Ar')).toEqual({ amount: '1500000', currency: 'MGA', mark: 'Ar' });
    expect(parseAmount('12,50 €')).toEqual({ amount: '12.50', currency: 'EUR', mark: '€' });
    expect(parseAmount('US$12.50')).toEqual({ amount: '12.50', currency: 'USD', mark: 'US$' });
    expect(parseAmount('$12.50')).toEqual({ amount: '12.50', currency: null, mark: '$' });
    expect(parseAmount('500 000 FCFA')).toEqual({ amount: '500000', currency: null, mark: 'FCFA' });
    expect(parseAmount('40')).toEqual({ amount: '40', currency: null, mark: null });
  });

  it('written by Intl in any of the languages is read back to the cent', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(cents, fc.constantFrom(...languages), (value, language) => {
        const exact = `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
        const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
        expect(amountOf(format.format(exact as `${number}`), language)).toBe(exact);
      }),
      { seed: 20260702 },
    );
  });

  it('never makes the reader throw, and is always an exact decimal', () => {
    const characters = fc.constantFrom(..."0123456789 .,\u00a0'-€$AUSD million");
    fc.assert(
      fc.property(
        fc.array(characters, { maxLength: 14 }),
        fc.constantFrom(...languages, null),
        (text, language) => {
          const amount = amountOf(text.join(''), language);
          if (amount !== null) expect(amount).toMatch(/^(0|[1-9]\d*)(\.\d+)?$/);
        },
      ),
      { seed: 20260703, numRuns: 2000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildShare } from '#tests/factories/activities';
import { addDays, type FiscalCalendar, spreadByDays } from '../calendars';
import { addAmounts } from '../money';
import { cutFact, type FactPart } from './cut-fact';
import { cutShares } from './cut-shares';
import type { ShareRecord } from './types';

const usual = [buildShare('country', 'MG'), buildShare('sector', '12220')];
const calendarYears: FiscalCalendar[] = [];
const july: FiscalCalendar[] = [{ appliesFrom: '1960-01-01', startMonth: 7, startDay: 1 }];
const calendarsOf = (country: string) => (country === 'BI' ? july : calendarYears);

interface Given {
  amount?: string;
  usd?: string | null;
  start?: string | null;
  end?: string | null;
  shares?: ShareRecord[];
}

function cut({ amount = '100', usd = null, start = '2024-03-15', end = start, shares = usual }: Given = {}) {
  const fact = { amount, usd, local: null, periodStart: start, periodEnd: end };
  return cutFact(fact, cutShares(shares), calendarsOf);
}

function sumOf(parts: FactPart[], key: 'amount' | 'usd' = 'amount') {
  return addAmounts('0', ...parts.map((part) => part[key] ?? '0'));
}

describe('a fact', () => {
  it('of one day, country and sector is one part', () => {
    expect(cut({ usd: '50' })).toEqual([
      {
        country: 'MG',
        sector: '12220',
        theme: 'benefit_package',
        year: 2024,
        fiscalYearStart: '2024-01-01',
        amount: '100',
        usd: '50',
        local: null,
      },
    ]);
  });

  it('without country, sector or date has its parts blank, and none is dropped', () => {
    expect(cut({ start: null, shares: [] })).toMatchObject([
      { country: '', sector: '', theme: '', year: 0, fiscalYearStart: null, amount: '100' },
    ]);
  });

  it('is spread by days over calendar years, and over the fiscal years of each country', () => {
    const shares = [buildShare('country', 'MG', '50'), buildShare('country', 'BI', '50')];
    const parts = cut({ amount: '7320', start: '2024-01-01', end: '2024-12-31', shares });
    expect(parts.map(({ country, fiscalYearStart, amount }) => [country, fiscalYearStart, amount])).toEqual([
      ['MG', '2024-01-01', '3660.00'],
      ['BI', '2023-07-01', '1820.00'],
      ['BI', '2024-07-01', '1840.00'],
    ]);
  });

  it('goes to its own sector, or to its activity’s where its own are of another vocabulary', () => {
    const own = (vocabulary: string, code: string) => ({ ...buildShare('sector', code), vocabulary });
    const sectorsOf = (...ofFact: ShareRecord[]) =>
      cutShares(usual, ofFact).sectors.map(({ to, weight }) => [to.sector, weight]);
    expect(sectorsOf(own('', '12110'), own('2', '121'))).toEqual([['12110', '100']]);
    expect(sectorsOf(own('2', '121'))).toEqual([['12220', '100']]);
    expect(sectorsOf(own('99', 'own'))).toEqual([['12220', '100']]);
  });

  it('whose shares leave something has a blank part for it; a region is no country', () => {
    const shares = [buildShare('country', 'MG', '60'), buildShare('region', '298', '30')];
    expect(cut({ shares }).map(({ country, amount }) => [country, amount])).toEqual([
      ['MG', '60.00'],
      ['', '40.00'],
    ]);
  });

  it('never counts a second classification of its sectors', () => {
    const shares = [buildShare('sector', '12110', '100', '1'), buildShare('sector', '121', '100', '2')];
    expect(cut({ shares }).map(({ sector, amount }) => [sector, amount])).toEqual([['12110', '100']]);
  });

  it('with themes entered by hand shares each sector over them', () => {
    const shares = [buildShare('sector', '12110'), buildShare('theme', 'hiv', '25')];
    expect(cut({ shares }).map(({ sector, theme, amount }) => [sector, theme, amount])).toEqual([
      ['12110', 'hiv', '25.00'],
      ['12110', '', '75.00'],
    ]);
  });

  it('whose period ends before it starts belongs to no year', () => {
    expect(cut({ start: '2024-02-01', end: '2024-01-01' })).toMatchObject([{ year: 0, amount: '100' }]);
    expect(cut({ start: '1900-01-01', end: '9999-12-31' })).toMatchObject([{ year: 0, amount: '100' }]);
  });

  it('is cut so that its parts add up, in each currency, whatever its shares and dates', () => {
    const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map(decimalOf);
    const percentage = fc.option(
      fc.integer({ min: 0, max: 20_000 }).map((value) => (value / 100).toFixed(2)),
    );
    const some = (kind: 'country' | 'region' | 'sector' | 'theme', codes: string[]) =>
      fc.array(
        fc.tuple(fc.constantFrom(...codes), percentage).map(([code, share]) => buildShare(kind, code, share)),
        { maxLength: 4 },
      );
    const shares = fc
      .tuple(
        some('country', ['MG', 'BI', 'KE']),
        some('region', ['298', '189']),
        some('sector', ['12110', '12220', '99810']),
        some('theme', ['hiv', 'pooling']),
      )
      .map((lists) => lists.flat());
    const date = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        cents,
        cents,
        date,
        fc.integer({ min: 0, max: 2000 }),
        shares,
        (amount, usd, start, days, given) => {
          const end = addDays(start, days);
          const parts = cut({ amount, usd, start, end, shares: given });
          expect(sumOf(parts)).toBe(addAmounts(amount));
          expect(sumOf(parts, 'usd')).toBe(addAmounts(usd));
          for (const { year, amount: ofYear } of spreadByDays({ amount, start, end }, []))
            expect(sumOf(parts.filter((part) => part.year === year.year))).toBe(addAmounts(ofYear));
        },
      ),
      { seed: 20261128 },
    );
  });
});

function decimalOf(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

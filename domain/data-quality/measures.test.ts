import { describe, expect, it } from 'vitest';
import { measureOf, type QualityMeasure, type QualityRecord, qualityMeasures } from './measures';

const day = { today: '2026-11-28', fiscalYearEnd: '2026-12-31', yearAgo: '2025-11-28' };
const fact = {
  kind: 'budget',
  amount: '10',
  currency: 'USD',
  valueDate: '2026-01-01',
  periodStart: '2027-01-01',
  periodEnd: '2027-12-31',
  isCounted: true,
  shares: [],
} as const;
const good: QualityRecord = {
  status: '2',
  startsOn: '2025-01-01',
  endsOn: '2027-12-31',
  setOn: '2026-06-01',
  shares: [
    { kind: 'country', vocabulary: '', percentage: '100' },
    { kind: 'sector', vocabulary: '1', percentage: '60' },
    { kind: 'sector', vocabulary: '', percentage: '40' },
  ],
  organisations: [{ institutionId: null, ref: 'XM-DAC-41302' }],
  facts: [fact],
};

function faults(change: Partial<QualityRecord>): QualityMeasure[] {
  const record = { ...good, ...change };
  return qualityMeasures.filter((measure) => {
    const { applies, fails } = measureOf[measure](record, day);
    return applies && fails;
  });
}

describe('data quality', () => {
  it('finds nothing wrong with a record that is whole', () => {
    expect(faults({})).toEqual([]);
    expect(qualityMeasures.filter((measure) => !measureOf[measure](good, day).applies)).toEqual([]);
  });

  it.each<[string, Partial<QualityRecord>, QualityMeasure[]]>([
    ['under way and untouched for a year', { setOn: '2025-11-27' }, ['not_updated']],
    ['over and still under way', { endsOn: '2026-11-27' }, ['not_closed']],
    [
      'no amount beyond this year',
      { facts: [{ ...fact, periodEnd: '2026-12-31', periodStart: '2026-01-01' }] },
      ['no_forward_amounts'],
    ],
    [
      'only a replaced amount beyond this year',
      { facts: [{ ...fact, isCounted: false }] },
      ['no_forward_amounts'],
    ],
    [
      'an organisation that nobody knows',
      { organisations: [{ institutionId: null, ref: ' ' }] },
      ['missing_refs'],
    ],
    ['no dates', { startsOn: null }, ['activity_dates']],
    ['dates the wrong way round', { startsOn: '2028-01-01' }, ['activity_dates']],
    [
      'a fact without a date',
      { facts: [fact, { ...fact, kind: 'committed', valueDate: null, periodStart: null, periodEnd: null }] },
      ['fact_dates'],
    ],
    [
      'spent tomorrow',
      { facts: [fact, { ...fact, kind: 'spent', periodStart: '2026-11-29' }] },
      ['fact_dates'],
    ],
    ['no place', { shares: good.shares.slice(1) }, ['no_country']],
    ['no sector', { shares: good.shares.slice(0, 1) }, ['no_sector']],
    ['an amount that cannot be read', { facts: [fact, { ...fact, amount: null }] }, ['amounts']],
    ['an amount without a currency', { facts: [fact, { ...fact, currency: null }] }, ['amounts']],
  ])('%s', (_name, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('adds percentages up within each classification, and takes none given for equal shares', () => {
    const sector = (vocabulary: string, percentage: string | null) =>
      ({ kind: 'sector', vocabulary, percentage }) as const;
    const place = good.shares.slice(0, 1);
    expect(faults({ shares: [...place, sector('1', '60'), sector('1', '30')] })).toEqual(['percentages']);
    expect(faults({ shares: [...place, sector('1', '100'), sector('', '100')] })).toEqual(['percentages']);
    expect(faults({ shares: [...place, sector('1', '50'), sector('1', null)] })).toEqual(['percentages']);
    expect(faults({ shares: [...place, sector('1', 'half'), sector('1', '50')] })).toEqual(['percentages']);
    expect(faults({ shares: [...place, sector('1', null), sector('1', null)] })).toEqual([]);
    expect(faults({ shares: [...place, sector('1', '100'), sector('2', '100')] })).toEqual([]);
    expect(
      faults({ shares: [...place, sector('1', '33.33'), sector('1', '33.33'), sector('1', '33.33')] }),
    ).toEqual([]);
  });

  it('takes places and sectors of every transaction for those of the activity, and of some for none', () => {
    const paid = { ...fact, kind: 'committed' } as const;
    const placed = { ...paid, shares: good.shares.slice(0, 2) };
    const other = { ...paid, shares: [{ kind: 'sector', vocabulary: '2', percentage: null }] } as const;
    expect(faults({ shares: [], facts: [fact, placed, placed] })).toEqual([]);
    expect(faults({ shares: [], facts: [fact, placed, paid] })).toEqual(['no_country', 'no_sector']);
    expect(faults({ shares: [], facts: [fact, placed, other] })).toEqual(['no_country', 'no_sector']);
    expect(faults({ shares: [], facts: [fact] })).toEqual(['no_country', 'no_sector']);
  });

  it('adds the regions of one vocabulary to the countries, and of no second one', () => {
    const share = (kind: 'country' | 'region', vocabulary: string, percentage: string | null) => ({
      ...{ kind, vocabulary, percentage },
    });
    const sector = good.shares.slice(1);
    const half = [share('country', '', '50'), share('region', '1', '50')];
    expect(faults({ shares: [...half, share('region', '2', '100'), ...sector] })).toEqual([]);
    expect(faults({ shares: [...half, share('region', '', '10'), ...sector] })).toEqual(['percentages']);
  });

  it('says nothing of what has nothing to look at', () => {
    const closed = { ...good, status: '4', organisations: [], facts: [], shares: [] };
    const applying = qualityMeasures.filter((measure) => measureOf[measure](closed, day).applies);
    expect(applying).toEqual(['activity_dates', 'no_country', 'no_sector']);
  });
});

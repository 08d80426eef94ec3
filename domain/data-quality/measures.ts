import Big from 'big.js';
import type { FactKind, ShareKind } from '../commitments/kinds';
import type { ShareRecord } from '../commitments/types';
import { sharingPlaces } from '../partners/iati/rules/shares';

/** What the records of a partner are looked at for, in the order in which a reader takes it. */
export const qualityMeasures = [
  'not_updated',
  'not_closed',
  'no_forward_amounts',
  'missing_refs',
  'percentages',
  'activity_dates',
  'fact_dates',
  'no_country',
  'no_sector',
  'amounts',
] as const;
export type QualityMeasure = (typeof qualityMeasures)[number];

export type QualityShare = Pick<ShareRecord, 'kind' | 'vocabulary' | 'percentage'>;

/** As much of an activity as the measures look at. Dates are ISO dates. */
export interface QualityRecord {
  status: string | null;
  startsOn: string | null;
  endsOn: string | null;
  /** On which day it was last written, by hand or by an import. */
  setOn: string;
  shares: readonly QualityShare[];
  organisations: readonly { institutionId: string | null; ref: string | null }[];
  facts: readonly {
    kind: FactKind;
    amount: string | null;
    currency: string | null;
    valueDate: string | null;
    periodStart: string | null;
    periodEnd: string | null;
    isCounted: boolean;
    /** Of this fact alone. */
    shares: readonly QualityShare[];
  }[];
}

export interface QualityDay {
  today: string;
  /** The last day of the fiscal year that today falls in. */
  fiscalYearEnd: string;
  /** The day a year before today. */
  yearAgo: string;
}

/** `applies`: whether the measure says anything of the record at all; `fails`: it should be looked at. */
export interface Finding {
  applies: boolean;
  fails: boolean;
}

const implementation = '2';
const ahead: readonly FactKind[] = ['budget', 'planned'];
const past: readonly FactKind[] = ['disbursed', 'spent'];
/** Rounding of three thirds to two places is no fault. */
const tolerance = new Big('0.05');

type Measure = (record: QualityRecord, day: QualityDay) => Finding;

export const measureOf: Record<QualityMeasure, Measure> = {
  /** Timeliness: what is under way was not touched for a year. */
  not_updated: (record, { yearAgo, today }) => ({
    applies: isUnderWay(record, today),
    fails: record.setOn < yearAgo,
  }),
  /** Its end has passed, and it still says that it is under way. */
  not_closed: (record, { today }) => ({
    applies: record.status === implementation && record.endsOn !== null,
    fails: record.endsOn !== null && record.endsOn < today,
  }),
  /** It goes on after this fiscal year, and nothing says with how much. */
  no_forward_amounts: (record, { today, fiscalYearEnd }) => ({
    applies: isUnderWay(record, today) && (record.endsOn ?? '') > fiscalYearEnd,
    fails: !record.facts.some(
      ({ kind, periodEnd, isCounted }) =>
        isCounted && ahead.includes(kind) && (periodEnd ?? '') > fiscalYearEnd,
    ),
  }),
  /** An organisation without a reference, that nobody has recognised either. */
  missing_refs: ({ organisations }) => ({
    applies: organisations.length > 0,
    fails: organisations.some(({ institutionId, ref }) => institutionId === null && !ref?.trim()),
  }),
  percentages: ({ shares }) => {
    const groups = sharesByClassification(shares);
    return { applies: groups.length > 0, fails: groups.some((group) => !addUp(group)) };
  },
  activity_dates: ({ startsOn, endsOn }) => ({
    applies: true,
    fails: startsOn === null || endsOn === null || startsOn > endsOn,
  }),
  /** No date at all, a period that ends before it starts, or money spent in the future. */
  fact_dates: ({ facts }, { today }) => ({
    applies: facts.length > 0,
    fails: facts.some(({ kind, valueDate, periodStart, periodEnd }) => {
      const isReversed = periodStart !== null && periodEnd !== null && periodStart > periodEnd;
      const isUndated = periodStart === null && valueDate === null;
      return isUndated || isReversed || (past.includes(kind) && (periodStart ?? valueDate ?? '') > today);
    }),
  }),
  no_country: (record) => ({ applies: true, fails: !isSaid(record, isPlace) }),
  /** DAC's five digits are the sector classification; a theme of ours says as much. */
  no_sector: (record) => ({ applies: true, fails: !isSaid(record, isSector) }),
  amounts: ({ facts }) => ({
    applies: facts.length > 0,
    fails: facts.some(({ amount, currency }) => amount === null || !currency),
  }),
};

function isUnderWay({ status, endsOn }: QualityRecord, today: string): boolean {
  return status === implementation || (status === null && endsOn !== null && endsOn >= today);
}

/** IATI: of the activity, or of every transaction in its place. Budgets and plans have no shares of their own. */
function isSaid({ shares, facts }: QualityRecord, says: (share: QualityShare) => boolean): boolean {
  if (shares.some(says)) return true;
  const transactions = facts.filter(({ kind }) => !ahead.includes(kind));
  return transactions.length > 0 && transactions.every((fact) => fact.shares.some(says));
}

function isPlace({ kind }: QualityShare): boolean {
  return kind === 'country' || kind === 'region';
}

function isSector({ kind, vocabulary }: QualityShare): boolean {
  return kind === 'theme' || (kind === 'sector' && isDac(vocabulary));
}

function isDac(vocabulary: string): boolean {
  return vocabulary === '' || vocabulary === '1';
}

/** Countries and the regions of one vocabulary share one hundred; each vocabulary of sectors has its own, as have themes. */
function sharesByClassification(shares: QualityRecord['shares']): (string | null)[][] {
  const groups = new Map<string, (string | null)[]>();
  groups.set(
    'place',
    sharingPlaces(placesOf(shares)).map(({ percentage }) => percentage),
  );
  for (const share of shares) {
    if (isPlace(share)) continue;
    const { kind, vocabulary, percentage } = share;
    const key = `${kind} ${isDac(vocabulary) ? '1' : vocabulary}`;
    groups.set(key, [...(groups.get(key) ?? []), percentage]);
  }
  return [...groups.values()].filter((group) => group.length > 1 || (group[0] ?? null) !== null);
}

function placesOf(shares: QualityRecord['shares']) {
  const of = (wanted: ShareKind) =>
    shares
      .filter(({ kind }) => kind === wanted)
      .map(({ vocabulary, percentage }) => ({
        code: null,
        vocabulary: vocabulary || null,
        percentage,
        names: [],
      }));
  return { countries: of('country'), regions: of('region') };
}

/** All given and a hundred together. None given means equal shares, which is how IATI reads it. */
function addUp(percentages: readonly (string | null)[]): boolean {
  const given = percentages.filter((percentage): percentage is string => percentage !== null);
  if (given.length === 0) return true;
  if (given.length < percentages.length || given.some((percentage) => !isDecimal(percentage))) return false;
  const sum = given.reduce((total, percentage) => total.plus(percentage), new Big(0));
  return sum.minus(100).abs().lte(tolerance);
}

function isDecimal(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

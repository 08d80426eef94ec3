import { type FiscalCalendar, fiscalYearOf, type Period, periodOf, spreadByDays } from '../calendars';
import { splitAmount } from '../money';
import type { Theme } from '../themes';
import type { CutShares } from './cut-shares';

/** The same money in three ways, each exact; null where it could not be converted, which is not a zero. */
export interface Amounts {
  /** In the fact's own currency. */
  amount: string;
  usd: string | null;
  /** In the workspace's currency. */
  local: string | null;
}

export interface FactToCut extends Amounts {
  periodStart: string | null;
  periodEnd: string | null;
}

/** What of a fact belongs to one country, sector, theme and year. '' and 0 where none is known. */
export interface FactPart extends Amounts {
  country: string;
  sector: string;
  theme: Theme | '';
  year: number;
  /** First day of the fiscal year of the country; null where no date is known. */
  fiscalYearStart: string | null;
}

export type CalendarsOf = (country: string) => readonly FiscalCalendar[];

/**
 * Cuts a fact into its parts: by days over calendar years, then over countries, then over sectors and themes, and
 * within each calendar year by days over the country's fiscal years. At every step the parts add up exactly, in each
 * of the three currencies; so a calendar year gets what `spreadByDays` gives it, and a fiscal year that to the cents
 * of the steps between.
 */
export function cutFact(
  fact: FactToCut,
  { countries, sectors }: CutShares,
  calendarsOf: CalendarsOf,
): FactPart[] {
  return byCalendarYear(fact).flatMap((slice) =>
    split(slice.amounts, countries).flatMap(({ to: country, amounts: ofCountry }) =>
      split(ofCountry, sectors).flatMap(({ to, amounts }) =>
        byFiscalYear({ ...slice, amounts }, calendarsOf(country)).map(({ fiscalYearStart, ...money }) => ({
          country,
          ...to,
          year: slice.year,
          fiscalYearStart,
          ...money,
        })),
      ),
    ),
  );
}

interface Slice {
  year: number;
  /** Null where no date is known. */
  period: Period | null;
  amounts: Amounts;
}

function byCalendarYear({ periodStart, periodEnd, amount, usd, local }: FactToCut): Slice[] {
  const amounts = { amount, usd, local };
  const period = periodOf(periodStart, periodEnd);
  if (!period) return [{ year: 0, period: null, amounts }];
  const [first, last] = [yearOf(period.start), yearOf(period.end)];
  if (first === last) return [{ year: first, period, amounts }];
  const years = spreadByDays({ amount, ...period }, []);
  const weighted = years.map(({ year, days }) => ({ to: year, weight: String(days) }));
  return split(amounts, weighted).map(({ to: { year, start, end }, amounts: ofYear }) => ({
    year,
    period: overlapOf({ start, end }, period),
    amounts: ofYear,
  }));
}

/** Of two periods that touch. ISO dates sort as text. */
function overlapOf(a: Period, b: Period): Period {
  const [, start = a.start] = [a.start, b.start].sort();
  const [end = a.end] = [a.end, b.end].sort();
  return { start, end };
}

function byFiscalYear({ period, amounts }: Slice, calendars: readonly FiscalCalendar[]) {
  if (!period) return [{ fiscalYearStart: null, ...amounts }];
  const first = fiscalYearOf(period.start, calendars);
  if (first.end >= period.end) return [{ fiscalYearStart: first.start, ...amounts }];
  const years = spreadByDays({ amount: amounts.amount, ...period }, calendars);
  const weighted = years.map(({ year, days }) => ({ to: year.start, weight: String(days) }));
  return split(amounts, weighted).map(({ to, amounts: money }) => ({ fiscalYearStart: to, ...money }));
}

function split<T>({ amount, usd, local }: Amounts, shares: readonly { to: T; weight: string }[]) {
  const [only] = shares;
  if (only && shares.length === 1) return [{ to: only.to, amounts: { amount, usd, local } }];
  const weights = shares.map(({ weight }) => weight);
  const amounts = splitAmount(amount, weights);
  const inUsd = usd === null ? null : splitAmount(usd, weights);
  const inLocal = local === null ? null : splitAmount(local, weights);
  return shares.map(({ to }, index) => ({
    to,
    amounts: {
      amount: amounts[index] ?? '0',
      usd: inUsd?.[index] ?? null,
      local: inLocal?.[index] ?? null,
    },
  }));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

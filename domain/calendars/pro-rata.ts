import { splitAmount } from '../money';
import { addDays, partsOf } from './dates';
import { type FiscalCalendar, type FiscalYear, fiscalYearOf } from './fiscal-years';

/** What of an amount falls into one year. */
export interface YearShare {
  year: FiscalYear;
  /** Days of the period that lie in the year. */
  days: number;
  /** An exact decimal. */
  amount: string;
}

/** ISO dates, both inclusive. */
export interface Period {
  start: string;
  end: string;
}

/** No programme runs longer: such a period is a slip of the pen, and its money belongs to no year. */
const longestPeriodYears = 100;

/** One date stands for both; a period that ends before it starts, or lasts a century, is none. */
export function periodOf(start: string | null, end: string | null): Period | null {
  const [from, to] = [start ?? end, end ?? start];
  if (from === null || to === null || to < from) return null;
  if (partsOf(to)[0] - partsOf(from)[0] >= longestPeriodYears) return null;
  return { start: from, end: to };
}

/**
 * Spreads the amount of a period over the fiscal years that it touches, by days, both ends counted (IATI guidance on
 * country budgets). Without calendars, over calendar years. The shares add up to the amount; see splitAmount.
 * Throws RangeError where the period ends before it starts.
 */
export function spreadByDays(
  { amount, start, end }: Period & { amount: string },
  calendars: readonly FiscalCalendar[],
  scale = 2,
): YearShare[] {
  if (end < start) throw new RangeError(`The period ends on ${end}, before it starts on ${start}.`);
  const touched: Omit<YearShare, 'amount'>[] = [];
  for (let from: string | null = start; from !== null; ) {
    const year: FiscalYear = fiscalYearOf(from, calendars);
    touched.push({ year, days: daysBetween(from, year.end < end ? year.end : end) });
    from = year.end < end ? addDays(year.end, 1) : null;
  }
  const amounts = splitAmount(
    amount,
    touched.map(({ days }) => String(days)),
    scale,
  );
  return touched.map((share, index) => ({ ...share, amount: amounts[index] ?? '0' }));
}

/** Inclusive: a day to itself is one. */
function daysBetween(start: string, end: string): number {
  return (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
}

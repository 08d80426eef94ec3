import { splitAmount } from '../money';
import { addDays } from './dates';
import { type FiscalCalendar, type FiscalYear, fiscalYearOf } from './fiscal-years';

/** What of an amount falls into one year. */
export interface YearShare {
  year: FiscalYear;
  /** Days of the period that lie in the year. */
  days: number;
  /** An exact decimal. */
  amount: string;
}

interface Period {
  amount: string;
  /** ISO dates, both inclusive. */
  start: string;
  end: string;
}

/**
 * Spreads the amount of a period over the fiscal years that it touches, by days, both ends counted (IATI guidance on
 * country budgets). Without calendars, over calendar years. The shares add up to the amount; see splitAmount.
 * Throws RangeError where the period ends before it starts.
 */
export function spreadByDays(
  { amount, start, end }: Period,
  calendars: readonly FiscalCalendar[],
  scale = 2,
): YearShare[] {
  if (end < start) throw new RangeError(`The period ends on ${end}, before it starts on ${start}.`);
  const touched: Omit<YearShare, 'amount'>[] = [];
  for (let from = start; from <= end; ) {
    const year = fiscalYearOf(from, calendars);
    touched.push({ year, days: daysBetween(from, year.end < end ? year.end : end) });
    from = addDays(year.end, 1);
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

import { isoDate } from '../calendars';
import { daysInMonth, partsOf } from '../calendars/dates';
import type { CycleEventState, DatePrecision } from './kinds';
import { type DateRange, overlaps, rangeOf } from './precise-date';

/** A step of the budget year as it is kept. */
export interface BudgetStep<Id extends string> {
  id: Id;
  date: string;
  precision: DatePrecision;
  state: CycleEventState;
  sequence: number;
  /** Every year on this day from `date` on, up to `lastYear`. */
  isYearly: boolean;
  lastYear: number | null;
  /** Stands for a yearly one in one year, in which it falls on another day. */
  moves: { id: Id; year: number } | null;
}

/** A step in one year. */
export interface BudgetDate<Step> {
  /** Of the yearly step and its year, also where it was moved: calendars know it by this. */
  key: string;
  step: Step;
  date: string;
  /** Raised by whatever changes it. */
  sequence: number;
  isMoved: boolean;
}

/** The dates of the steps that may lie within a range, in their order. */
export function budgetDatesIn<Id extends string, Step extends BudgetStep<Id>>(
  steps: readonly Step[],
  range: DateRange,
): BudgetDate<Step>[] {
  const movedBy = new Map<string, Step>(
    steps.flatMap((step) => (step.moves ? [[`${step.moves.id}-${step.moves.year}`, step] as const] : [])),
  );
  const byId = new Map(steps.map((step) => [step.id, step]));
  return steps
    .flatMap((step): BudgetDate<Step>[] => {
      if (!step.isYearly) return [singleDate(step, step.moves ? byId.get(step.moves.id) : undefined)];
      return yearsOf(step, range)
        .map((year) => yearlyDate(step, year))
        .filter(({ key }) => !movedBy.has(key));
    })
    .filter(({ step, date }) => overlaps(rangeOf({ date, precision: step.precision }), range))
    .sort((a, b) => (a.date === b.date ? compare(a.key, b.key) : compare(a.date, b.date)));
}

function singleDate<Id extends string, Step extends BudgetStep<Id>>(
  step: Step,
  moved: Step | undefined,
): BudgetDate<Step> {
  const { date, sequence } = step;
  if (!step.moves) return { key: step.id, step, date, sequence, isMoved: false };
  // Above whatever calendars have heard of the step on its usual day.
  const above = (moved?.sequence ?? 0) + 1;
  return {
    key: `${step.moves.id}-${step.moves.year}`,
    step,
    date,
    sequence: above + sequence,
    isMoved: true,
  };
}

function yearlyDate<Id extends string, Step extends BudgetStep<Id>>(
  step: Step,
  year: number,
): BudgetDate<Step> {
  const [, month, day] = partsOf(step.date);
  const date = isoDate(year, month, Math.min(day, daysInMonth(year, month)));
  return { key: `${step.id}-${year}`, step, date, sequence: step.sequence, isMoved: false };
}

function yearsOf<Id extends string>({ date, lastYear }: BudgetStep<Id>, { start, end }: DateRange): number[] {
  const first = Math.max(partsOf(date)[0], partsOf(start)[0] - 1);
  const last = Math.min(lastYear ?? 9999, partsOf(end)[0]);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import type { Db } from '#db/db';
import { budgetDatesIn } from '#domain/funding-cycles/budget-dates';
import type {
  BudgetEventKind,
  CycleEventKind,
  CycleEventState,
  DatePrecision,
} from '#domain/funding-cycles/kinds';
import { type DateRange, overlaps, rangeOf } from '#domain/funding-cycles/precise-date';
import type { FundingCycleId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { type BudgetEvent, budgetQueries } from './budget-queries';
import { selectCycles, selectEvents } from './read-rows';

interface DateFacts {
  /** The same for as long as the date exists: what calendars know it by. */
  key: string;
  /** Raised on every change. */
  sequence: number;
  changedAt: string;
  title: string;
  country: string | null;
  date: string;
  precision: DatePrecision;
  state: CycleEventState;
  source: string;
}

/** A date as a calendar of one's own takes it; what was cancelled or removed comes as cancelled. */
export type CalendarDate =
  | (DateFacts & {
      of: 'cycle';
      kind: CycleEventKind;
      cycle: { id: FundingCycleId; name: string };
      partner: InstitutionLabel<InstitutionId>;
    })
  | (DateFacts & { of: 'budget'; kind: BudgetEventKind });

export function calendarDatesQuery(db: Db) {
  const { listBudgetEvents } = budgetQueries(db);

  /** Every date of cycles and budgets in a range, of one country or of all. */
  async function listCalendarDates({
    workspaceId,
    country,
    range,
  }: {
    workspaceId: WorkspaceId;
    country: string | null;
    range: DateRange;
  }): Promise<CalendarDate[]> {
    const [cycles, events, budget] = await Promise.all([
      selectCycles(db, workspaceId, { withRemoved: true }),
      selectEvents(db, workspaceId),
      listBudgetEvents({ workspaceId, country, withRemoved: true }),
    ]);
    const ofCycles = cycles.flatMap(({ id, name, partner, removedAt }) =>
      (events.get(id) ?? [])
        .filter((event) => country === null || event.country === null || event.country === country)
        .map(
          ({
            id: key,
            sequence,
            changedAt,
            title,
            country: where,
            date,
            precision,
            state,
            source,
            kind,
          }) => ({
            ...{ key, sequence, changedAt, title, country: where, date, precision, source, kind },
            of: 'cycle' as const,
            state: removedAt === null ? state : 'cancelled',
            cycle: { id, name },
            partner,
          }),
        ),
    );
    return [...ofCycles, ...budgetDates(budget, range)].filter((date) => overlaps(rangeOf(date), range));
  }

  return { listCalendarDates };
}

/** Of a yearly step that has come to its end, the years after it are told as cancelled. */
function budgetDates(steps: readonly BudgetEvent[], range: DateRange): CalendarDate[] {
  const endless = steps.map((step) => ({ ...step, lastYear: null, ends: step.lastYear }));
  return budgetDatesIn(endless, range).map(({ key, step, date, sequence }) => {
    const { kind, title, country, precision, source, changedAt, ends } = step;
    const isOver = step.isYearly && ends !== null && Number(date.slice(0, 4)) > ends;
    const state = isOver ? 'cancelled' : step.state;
    return { key, of: 'budget', kind, title, country, precision, source, changedAt, date, sequence, state };
  });
}

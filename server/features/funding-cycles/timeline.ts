import type { Db } from '#db/db';
import type { FiscalYear } from '#domain/calendars';
import { type BudgetDate, budgetDatesIn } from '#domain/funding-cycles/budget-dates';
import { type DateRange, overlaps, rangeOf } from '#domain/funding-cycles/precise-date';
import { windowsOf } from '#domain/funding-cycles/windows';
import { spanOf, type YearView, yearsOfView } from '#domain/funding-cycles/year-view';
import type { CycleEventId, InstitutionId, WorkspaceId } from '#domain/ids';
import { institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { type BudgetEvent, budgetQueries } from './budget-queries';
import { countryCalendars } from './country-calendars';
import { type ListedCycle, listedOf } from './list-cycles';
import { type EventOfCycle, selectCycles, selectEvents } from './read-rows';
import type { Dependencies, EventFacts } from './types';

export interface TimelineFilter {
  country: string | null;
  institutionId: InstitutionId | null;
  kind: string;
  view: YearView;
  fromYear: number;
  toYear: number;
  /** The day that it is where the workspace works. */
  today: string;
  language: Language;
}

/** An event with the days that its date may mean. */
export interface TimelineMark
  extends Pick<EventFacts, 'kind' | 'title' | 'date' | 'precision' | 'state'>,
    DateRange {
  id: CycleEventId;
}

export interface TimelineRow {
  cycle: ListedCycle;
  marks: TimelineMark[];
  /** From opening to closing, as far as both are known. */
  windows: (DateRange & { id: CycleEventId; title: string })[];
}

export interface Timeline {
  span: DateRange;
  /** The years that the view is cut into, and the country's own, which may be others. */
  years: FiscalYear[];
  fiscalYears: FiscalYear[];
  budget: BudgetDate<BudgetEvent>[];
  rows: TimelineRow[];
  today: string;
}

export function timelineQuery(dependencies: Dependencies) {
  const { db } = dependencies as { db: Db };
  const { listBudgetEvents } = budgetQueries(db);
  const { listCalendars } = countryCalendars(dependencies);

  /** Cycles and their dates over the budget calendar of a country, by partner and start. */
  async function readTimeline(workspaceId: WorkspaceId, filter: TimelineFilter): Promise<Timeline> {
    const { country, view, fromYear, toYear, today } = filter;
    const [cycles, events, calendars, budgetEvents] = await Promise.all([
      selectCycles(db, workspaceId),
      selectEvents(db, workspaceId),
      country === null ? [] : listCalendars({ workspaceId, country }),
      country === null ? [] : listBudgetEvents({ workspaceId, country }),
    ]);
    const years = yearsOfView({ view, fromYear, toYear, calendars });
    const span = spanOf(years) ?? { start: `${fromYear}-01-01`, end: `${fromYear}-12-31` };
    const fiscalYears = yearsOfView({ view: 'fiscal', fromYear: fromYear - 1, toYear, calendars });
    return {
      span,
      years,
      fiscalYears: fiscalYears.filter((year) => overlaps(year, span)),
      budget: budgetDatesIn(budgetEvents, span).filter(({ step }) => step.state !== 'cancelled'),
      rows: cycles
        .filter(({ kind, institutionId }) => isWanted({ kind, institutionId }, filter))
        .map((cycle) => {
          const here = (events.get(cycle.id) ?? []).filter((event) => isOf(country, event));
          return rowOf(listedOf(cycle, here, today), here, span);
        })
        .filter((row) => isInSight(row, span))
        .sort(byPartner(filter.language)),
      today,
    };
  }

  return { readTimeline };
}

function isWanted(
  cycle: { kind: string; institutionId: InstitutionId },
  { kind, institutionId }: TimelineFilter,
): boolean {
  return (!kind || cycle.kind === kind) && (!institutionId || cycle.institutionId === institutionId);
}

function isOf(country: string | null, event: EventOfCycle): boolean {
  return country === null || event.country === null || event.country === country;
}

function rowOf(cycle: ListedCycle, events: readonly EventOfCycle[], span: DateRange): TimelineRow {
  const marks = events.map(({ id, kind, title, date, precision, state }) => {
    return { id, kind, title, date, precision, state, ...rangeOf({ date, precision }) };
  });
  const windows = windowsOf(events).flatMap(({ opens, closes }) =>
    closes
      ? [{ id: opens.id, title: opens.title, start: rangeOf(opens).start, end: rangeOf(closes).end }]
      : [],
  );
  return {
    cycle,
    marks: marks.filter((mark) => overlaps(mark, span)),
    windows: windows.filter((window) => overlaps(window, span)),
  };
}

function isInSight({ cycle, marks }: TimelineRow, span: DateRange): boolean {
  return marks.length > 0 || overlaps({ start: cycle.periodStart, end: cycle.periodEnd }, span);
}

function byPartner(language: Language) {
  const { compare } = new Intl.Collator(language);
  return ({ cycle: a }: TimelineRow, { cycle: b }: TimelineRow) =>
    compare(institutionShortName(a.partner, language), institutionShortName(b.partner, language)) ||
    compare(a.partner.id, b.partner.id) ||
    compare(a.periodStart, b.periodStart) ||
    compare(a.name, b.name);
}

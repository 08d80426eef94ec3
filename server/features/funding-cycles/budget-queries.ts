import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { BudgetStep } from '#domain/funding-cycles/budget-dates';
import type { BudgetEventKind } from '#domain/funding-cycles/kinds';
import type { BudgetEventId, WorkspaceId } from '#domain/ids';

/** A step of a country's budget year as it was entered; `budgetDatesIn` gives its dates. */
export interface BudgetEvent extends BudgetStep<BudgetEventId> {
  country: string;
  kind: BudgetEventKind;
  title: string;
  source: string;
  changedAt: string;
}

export function budgetQueries(db: Db) {
  const { budgetEvents, cycleEvents, countryCalendars, workspaces } = db.tables;

  async function listBudgetEvents({
    workspaceId,
    country,
    withRemoved = false,
  }: {
    workspaceId: WorkspaceId;
    country: string | null;
    /** Those removed come as cancelled, since calendars must hear of it; what stood for one in a year is simply gone. */
    withRemoved?: boolean;
  }): Promise<BudgetEvent[]> {
    const rows = await db.read
      .select()
      .from(budgetEvents)
      .where(
        and(
          eq(budgetEvents.workspaceId, workspaceId),
          country === null ? undefined : eq(budgetEvents.country, country),
          withRemoved
            ? or(isNull(budgetEvents.removedAt), isNull(budgetEvents.movesId))
            : isNull(budgetEvents.removedAt),
        ),
      )
      .orderBy(asc(budgetEvents.date), asc(budgetEvents.id));
    return rows.map(({ removedAt, movesId, movesYear, workspaceId: _own, createdAt: _at, ...row }) => ({
      ...row,
      state: removedAt === null ? row.state : 'cancelled',
      moves: movesId && movesYear !== null ? { id: movesId, year: movesYear } : null,
    }));
  }

  /** The countries of which the workspace's calendars say anything, its own first. */
  async function listCountries(workspaceId: WorkspaceId): Promise<string[]> {
    const [[own], budgets, calendars, steps] = await Promise.all([
      db.read.select({ country: workspaces.country }).from(workspaces).where(eq(workspaces.id, workspaceId)),
      db.read
        .selectDistinct({ country: budgetEvents.country })
        .from(budgetEvents)
        .where(and(eq(budgetEvents.workspaceId, workspaceId), isNull(budgetEvents.removedAt))),
      db.read
        .selectDistinct({ country: countryCalendars.country })
        .from(countryCalendars)
        .where(eq(countryCalendars.workspaceId, workspaceId)),
      db.read
        .selectDistinct({ country: cycleEvents.country })
        .from(cycleEvents)
        .where(eq(cycleEvents.workspaceId, workspaceId)),
    ]);
    const others = [...budgets, ...calendars, ...steps].map(({ country }) => country).sort();
    return [...new Set([own?.country ?? null, ...others])].filter((country) => country !== null);
  }

  return { listBudgetEvents, listCountries };
}

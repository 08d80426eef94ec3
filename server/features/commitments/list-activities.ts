import { and, asc, count, desc, eq, inArray, isNull, like, type SQL } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { ActivityFacet } from '#domain/commitments/facets';
import type { ActivityFilter, ActivitySort } from '#domain/commitments/filters';
import type { FactKind } from '#domain/commitments/kinds';
import type { CurrencySum } from '#domain/commitments/money-sums';
import type { ActivityProblem } from '#domain/commitments/problems';
import type { ActivityId, WorkspaceId } from '#domain/ids';
import type { Sort } from '#domain/lists/order';
import type { Page } from '#domain/lists/page';
import { fold } from '#domain/lists/search';
import { labelColumns, labelOf } from '../institutions';
import { sumOf, sumsOfParts } from './sums';

export type ListedActivity = Awaited<
  ReturnType<ReturnType<typeof activityLists>['listActivities']>
>['rows'][number];

interface Wanted {
  filter: ActivityFilter;
  sort: Sort<ActivitySort>;
  page: number;
  size: number;
}

export function activityLists(db: Db) {
  const { activities, activityFacets, factParts, institutions } = db.tables;

  /** The activities of a workspace, each with what it comes to by kind. Filtered, sorted and paged by indices. */
  async function listActivities(workspaceId: WorkspaceId, { filter, sort, page, size }: Wanted) {
    const where = whereOf(workspaceId, filter);
    const [counted] = await db.read.select({ n: count() }).from(activities).where(where);
    const total = Number(counted?.n ?? 0);
    const pageCount = Math.max(1, Math.ceil(total / size));
    const current = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
    // The page is found in an index, and only its own rows are read.
    const ids = db.read
      .select({ id: activities.id })
      .from(activities)
      .where(where)
      .orderBy(...orderOf(sort))
      .limit(size)
      .offset((current - 1) * size);
    const rows = await db.read
      .select({
        id: activities.id,
        title: activities.title,
        identifier: activities.identifier,
        status: activities.status,
        startsOn: activities.startsOn,
        endsOn: activities.endsOn,
        source: activities.source,
        setAt: activities.setAt,
        partner: labelColumns(db.tables),
      })
      .from(activities)
      .innerJoin(institutions, eq(institutions.id, activities.partnerId))
      .where(inArray(activities.id, ids))
      .orderBy(...orderOf(sort));
    const listedIds = rows.map(({ id }) => id);
    const [sums, facets] = await Promise.all([sumsOf(listedIds), facetsOf(listedIds)]);
    const listed = rows.map(({ partner, ...row }) => ({
      ...row,
      partner: labelOf(partner),
      sums: sums.get(row.id) ?? [],
      countries: facets.get(`${row.id} country`) ?? [],
      problems: (facets.get(`${row.id} problem`) ?? []) as ActivityProblem[],
    }));
    const found: Page<(typeof listed)[number]> = { rows: listed, page: current, pageCount, total };
    return found;
  }

  function whereOf(workspaceId: WorkspaceId, filter: ActivityFilter): SQL | undefined {
    const words = fold(filter.search).split(/\s+/).filter(Boolean).slice(0, 8);
    const { country, sector, theme, kind, year, fiscalYear, currency, partnerId, status, problem } = filter;
    const facet = (name: ActivityFacet, value: string | null) =>
      value === null ? undefined : inArray(activities.id, withFacet(workspaceId, name, value));
    return and(
      eq(activities.workspaceId, workspaceId),
      isNull(activities.removedAt),
      partnerId === null ? undefined : eq(activities.partnerId, partnerId),
      status === null ? undefined : eq(activities.status, status),
      ...words.map((word) => like(activities.searched, `%${word.replace(/[%_\\]/g, '')}%`)),
      facet('country', country),
      facet('sector', sector),
      facet('theme', theme),
      facet('kind', kind),
      facet('year', year === null ? null : String(year)),
      facet('fiscal_year', fiscalYear),
      facet('currency', currency),
      problem === 'any'
        ? inArray(activities.id, withFacet(workspaceId, 'problem', null))
        : facet('problem', problem),
    );
  }

  function withFacet(workspaceId: WorkspaceId, facet: ActivityFacet, value: string | null) {
    return db.read
      .select({ id: activityFacets.activityId })
      .from(activityFacets)
      .where(
        and(
          eq(activityFacets.workspaceId, workspaceId),
          eq(activityFacets.facet, facet),
          value === null ? undefined : eq(activityFacets.value, value),
        ),
      );
  }

  function orderOf({ key, isDescending }: Sort<ActivitySort>) {
    const column = {
      title: activities.searched,
      start: activities.startsOn,
      changed: activities.setAt,
    }[key];
    // As the indices have it: PostgreSQL does not take a column that is null throughout for one that orders nothing.
    return [activities.removedAt, column, activities.id].map(isDescending ? desc : asc);
  }

  async function sumsOf(ids: ActivityId[]): Promise<Map<ActivityId, (CurrencySum & { kind: FactKind })[]>> {
    const byActivity = new Map<ActivityId, (CurrencySum & { kind: FactKind })[]>();
    for (let start = 0; start < ids.length; start += idsAtOnce) {
      const rows = await db.read
        .select({ activityId: factParts.activityId, kind: factParts.kind, ...sumsOfParts(db) })
        .from(factParts)
        .where(inArray(factParts.activityId, ids.slice(start, start + idsAtOnce)))
        .groupBy(factParts.activityId, factParts.kind, factParts.currency)
        .orderBy(factParts.kind, factParts.currency);
      for (const { activityId, kind, ...row } of rows)
        byActivity.set(activityId, [...(byActivity.get(activityId) ?? []), { kind, ...sumOf(row) }]);
    }
    return byActivity;
  }

  async function facetsOf(ids: ActivityId[]): Promise<Map<string, string[]>> {
    const { activityId, facet, value } = activityFacets;
    const found = new Map<string, string[]>();
    for (let start = 0; start < ids.length; start += idsAtOnce) {
      const some = inArray(activityId, ids.slice(start, start + idsAtOnce));
      const shown = inArray(facet, ['country', 'problem']);
      const rows = await db.read
        .select({ activityId, facet, value })
        .from(activityFacets)
        .where(and(some, shown))
        .orderBy(activityId, facet, value);
      for (const row of rows) {
        const key = `${row.activityId} ${row.facet}`;
        found.set(key, [...(found.get(key) ?? []), row.value]);
      }
    }
    return found;
  }

  return { listActivities };
}

/** An export asks for all of them: fewer than either database takes as parameters. */
const idsAtOnce = 500;

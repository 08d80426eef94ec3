import { type AnyColumn, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { FactSort, PartFilter } from '#domain/commitments/filters';
import { type MoneySums, mergeSums } from '#domain/commitments/money-sums';
import type { WorkspaceId } from '#domain/ids';
import type { Sort } from '#domain/lists/order';
import type { Page } from '#domain/lists/page';
import { labelColumns, labelOf } from '../institutions';
import { partsWhere, sumParts } from './part-sums';

/** Beyond these the database would sort for seconds; filters bring a list below. */
const mostSorted = 100_000;

export type ListedPart = Awaited<ReturnType<ReturnType<typeof factQueries>['listFacts']>>['rows'][number];

export function factQueries(db: Db) {
  const { factParts, financialFacts, activities, institutions } = db.tables;
  const usualOrder = [factParts.kind, factParts.year, factParts.factId, factParts.position];
  const numberType = db.dialect === 'sqlite' ? 'real' : 'numeric';

  /**
   * The rows behind a figure, with what all of them come to: they add up to it exactly, however many pages they
   * fill. By kind, then year, unless sorted otherwise, which so many rows as nobody reads are not.
   */
  async function listFacts(
    workspaceId: WorkspaceId,
    filter: PartFilter,
    { page, size, sort = null }: { page: number; size: number; sort?: Sort<FactSort> | null },
  ) {
    const sums = await sumParts(db, workspaceId, filter);
    const total = mergeSums(sums).reduce((count, { parts }) => count + parts, 0);
    const pageCount = Math.max(1, Math.ceil(total / size));
    const current = Math.min(Math.max(1, Math.trunc(page) || 1), pageCount);
    const isSortable = total <= mostSorted;
    const rows = await db.read
      .select(columns())
      .from(factParts)
      .innerJoin(financialFacts, eq(financialFacts.id, factParts.factId))
      .innerJoin(activities, eq(activities.id, factParts.activityId))
      .innerJoin(institutions, eq(institutions.id, factParts.partnerId))
      .where(partsWhere(db, workspaceId, filter))
      .orderBy(...(sort && isSortable ? orderOf(sort) : []), ...usualOrder)
      .limit(size)
      .offset((current - 1) * size);
    const listed = rows.map(({ partner, ...row }) => ({ ...row, partner: labelOf(partner) }));
    const found: Page<(typeof listed)[number]> & { sums: MoneySums; isSortable: boolean } = {
      rows: listed,
      page: current,
      pageCount,
      total,
      sums,
      isSortable,
    };
    return found;
  }

  function orderOf({ key, isDescending }: Sort<FactSort>): SQL[] {
    const turn = isDescending ? desc : asc;
    // SQLite keeps decimals as text: near enough for an order, and the usual one decides between equals.
    const number = (column: AnyColumn) => sql`cast(${column} as ${sql.raw(numberType)})`;
    const withNullsLast = (column: AnyColumn) => [sql`${column} is null`, turn(number(column))];
    switch (key) {
      case 'year':
        return [turn(factParts.year), turn(financialFacts.periodStart)];
      case 'activity':
        return [turn(activities.searched)];
      case 'amount':
        return [asc(factParts.currency), turn(number(factParts.amount))];
      case 'usd':
      case 'local':
        return withNullsLast(factParts[key]);
    }
  }

  function columns() {
    return {
      factId: factParts.factId,
      position: factParts.position,
      activityId: factParts.activityId,
      title: activities.title,
      identifier: activities.identifier,
      kind: factParts.kind,
      country: factParts.country,
      sector: factParts.sector,
      theme: factParts.theme,
      year: factParts.year,
      fiscalYearStart: factParts.fiscalYearStart,
      currency: factParts.currency,
      amount: factParts.amount,
      usd: factParts.usd,
      local: factParts.local,
      factAmount: financialFacts.amount,
      valueDate: financialFacts.valueDate,
      periodStart: financialFacts.periodStart,
      periodEnd: financialFacts.periodEnd,
      usdRate: financialFacts.usdRate,
      usdSource: financialFacts.usdSource,
      localRate: financialFacts.localRate,
      localSource: financialFacts.localSource,
      source: financialFacts.source,
      sourceText: financialFacts.sourceText,
      setAt: financialFacts.setAt,
      partner: labelColumns(db.tables),
    };
  }

  return {
    listFacts,
    /** What the parts of a filter come to. */
    sumFacts: (workspaceId: WorkspaceId, filter: PartFilter) => sumParts(db, workspaceId, filter),
  };
}

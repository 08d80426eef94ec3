import { and, eq, gt, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '#db/db';
import type { PartFilter } from '#domain/commitments/filters';
import type { FactKind } from '#domain/commitments/kinds';
import type { MoneySums } from '#domain/commitments/money-sums';
import { allYears, columnsOfGrain, type TotalGrain } from '#domain/commitments/totals';
import type { WorkspaceId } from '#domain/ids';
import { sumOf, sumsOfParts, sumsOfTotals } from './sums';

/** Where the parts of a filter are. */
export function partsWhere(db: Db, workspaceId: WorkspaceId, filter: PartFilter): SQL | undefined {
  const { factParts: t } = db.tables;
  const { activityId, partnerId, country, theme, sector, kind, year, fiscalYear, currency } = filter;
  return and(
    eq(t.workspaceId, workspaceId),
    activityId === null ? undefined : eq(t.activityId, activityId),
    partnerId === null ? undefined : eq(t.partnerId, partnerId),
    country === null ? undefined : eq(t.country, country),
    theme === null ? undefined : eq(t.theme, theme),
    sector === null ? undefined : eq(t.sector, sector),
    kind === null ? undefined : eq(t.kind, kind),
    year === null ? undefined : eq(t.year, year),
    fiscalYear === null
      ? undefined
      : fiscalYear === ''
        ? isNull(t.fiscalYearStart)
        : eq(t.fiscalYearStart, fiscalYear),
    currency === null ? undefined : eq(t.currency, currency),
    filter.notConverted === null ? undefined : isNull(t[filter.notConverted]),
  );
}

/** What the parts of a filter come to, exactly; from the totals where they are kept by what is asked for. */
export async function sumParts(db: Db, workspaceId: WorkspaceId, filter: PartFilter): Promise<MoneySums> {
  const grain = grainOf(filter);
  if (!grain) {
    const { factParts: t } = db.tables;
    const where = partsWhere(db, workspaceId, filter);
    const rows = await db.read
      .select(sumsOfParts(db))
      .from(t)
      .where(where)
      .groupBy(t.currency)
      .orderBy(t.currency);
    return rows.map(sumOf);
  }
  const { commitmentTotals: t } = db.tables;
  const rows = await db.read
    .select(sumsOfTotals(db))
    .from(t)
    .where(totalsWhere(db, workspaceId, { grain, ...filter }))
    .groupBy(t.currency)
    .orderBy(t.currency);
  return rows.map(sumOf);
}

/** Totals are kept by country, by theme, by partner and theme, and by country and partner. */
function grainOf(filter: PartFilter): TotalGrain | null {
  const { activityId, sector, notConverted, country, partnerId, theme } = filter;
  if (activityId !== null || sector !== null || notConverted !== null) return null;
  if (theme !== null && country !== null) return null;
  if (theme !== null) return partnerId === null ? 'theme' : 'partner_theme';
  if (partnerId !== null) return 'country_partner';
  return 'country';
}

export type TotalsFilter = Pick<PartFilter, 'country' | 'kind' | 'year' | 'fiscalYear'> &
  Partial<Pick<PartFilter, 'partnerId' | 'theme' | 'currency'>> & {
    grain: TotalGrain;
    /** Any of these, where no kind is asked for. */
    kinds?: readonly FactKind[];
  };

/**
 * Where the rows of one grain are; those of all years together unless a year is asked for. Says every column that it
 * can, also those that are '' in all rows of the grain: the more of the key is given, the fewer rows are looked at.
 */
export function totalsWhere(db: Db, workspaceId: WorkspaceId, filter: TotalsFilter): SQL | undefined {
  const { commitmentTotals: t } = db.tables;
  const { grain, kind, kinds, currency = null } = filter;
  const given = (column: 'country' | 'partnerId' | 'theme') => {
    const value = columnsOfGrain[grain].includes(column) ? (filter[column] ?? null) : '';
    return value === null ? undefined : eq(t[column], value);
  };
  return and(
    eq(t.workspaceId, workspaceId),
    eq(t.grain, grain),
    given('country'),
    kind === null ? kinds && inArray(t.kind, [...kinds]) : eq(t.kind, kind),
    ofYears(db, filter),
    given('partnerId'),
    given('theme'),
    currency === null ? undefined : eq(t.currency, currency),
    gt(t.parts, 0),
  );
}

function ofYears(db: Db, { grain, year, fiscalYear }: TotalsFilter): SQL | undefined {
  const { commitmentTotals: t } = db.tables;
  const hasAllYears = grain === 'partner_theme' || grain === 'country_partner';
  if (year === null && fiscalYear === null)
    return hasAllYears ? and(eq(t.year, allYears), eq(t.fiscalYearStart, '')) : undefined;
  return and(
    year === null ? undefined : eq(t.year, year),
    fiscalYear === null
      ? undefined
      : and(eq(t.fiscalYearStart, fiscalYear), inFiscalYear(t.year, fiscalYear)),
  );
}

/** A fiscal year is at most twelve months, so it lies in the year in which it starts and the next. */
function inFiscalYear(column: SQLiteColumn, start: string): SQL {
  const year = Number(start.slice(0, 4));
  return start === '' ? ne(column, allYears) : inArray(column, [year, year + 1]);
}

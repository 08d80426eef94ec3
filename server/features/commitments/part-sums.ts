import { and, eq, gt, isNull, ne, type SQL } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { PartFilter } from '#domain/commitments/filters';
import type { MoneySums } from '#domain/commitments/money-sums';
import { allYears, type TotalGrain } from '#domain/commitments/totals';
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

type TotalsFilter = Pick<PartFilter, 'country' | 'kind' | 'year' | 'fiscalYear'> &
  Partial<Pick<PartFilter, 'partnerId' | 'theme' | 'currency'>> & { grain: TotalGrain };

/** Where the rows of one grain are; those of all years together unless a year is asked for. */
export function totalsWhere(
  db: Db,
  workspaceId: WorkspaceId,
  { grain, country, kind, year, fiscalYear, partnerId = null, theme = null, currency = null }: TotalsFilter,
): SQL | undefined {
  const { commitmentTotals: t } = db.tables;
  const isOfYear = year !== null || fiscalYear !== null;
  const hasAllYears = grain === 'partner_theme' || grain === 'country_partner';
  return and(
    eq(t.workspaceId, workspaceId),
    eq(t.grain, grain),
    country === null ? undefined : eq(t.country, country),
    kind === null ? undefined : eq(t.kind, kind),
    isOfYear || !hasAllYears ? undefined : eq(t.year, allYears),
    year === null ? undefined : eq(t.year, year),
    fiscalYear === null ? undefined : and(eq(t.fiscalYearStart, fiscalYear), ne(t.year, allYears)),
    partnerId === null ? undefined : eq(t.partnerId, partnerId),
    theme === null ? undefined : eq(t.theme, theme),
    currency === null ? undefined : eq(t.currency, currency),
    gt(t.parts, 0),
  );
}

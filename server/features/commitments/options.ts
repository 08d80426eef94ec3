import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type FiscalYear, fiscalYearOf } from '#domain/calendars';
import { anyPart } from '#domain/commitments/filters';
import type { WorkspaceId } from '#domain/ids';
import { readCutRules } from './cut-rules';
import { totalsWhere } from './part-sums';

export interface FilterValues {
  /** '' where some money has none. */
  countries: string[];
  sectors: string[];
  /** 0 where some money has no date. */
  years: number[];
  fiscalYears: FiscalYear[];
}

export function optionQueries(db: Db) {
  const { commitmentTotals: t, activityFacets: f } = db.tables;

  /** What there is to filter by: every value has rows. Sectors only where they are asked for. */
  async function listFilterValues(
    workspaceId: WorkspaceId,
    { withSectors }: { withSectors: boolean },
  ): Promise<FilterValues> {
    const [cells, sectors, rules] = await Promise.all([
      db.read
        .selectDistinct({ country: t.country, year: t.year, fiscalYearStart: t.fiscalYearStart })
        .from(t)
        .where(totalsWhere(db, workspaceId, { ...anyPart, grain: 'country' })),
      withSectors ? listSectors(workspaceId) : [],
      readCutRules({ db, reader: db.read }, workspaceId),
    ]);
    const fiscalYears = new Map<string, FiscalYear>();
    for (const { country, fiscalYearStart } of cells) {
      if (fiscalYearStart === '' || fiscalYears.has(fiscalYearStart)) continue;
      fiscalYears.set(fiscalYearStart, fiscalYearOf(fiscalYearStart, rules.calendarsOf(country)));
    }
    return {
      countries: [...new Set(cells.map(({ country }) => country))].sort(),
      sectors: sectors.map(({ value }) => value),
      years: [...new Set(cells.map(({ year }) => year))].sort((a, b) => b - a),
      fiscalYears: [...fiscalYears.values()].sort((a, b) => (a.start < b.start ? 1 : -1)),
    };
  }

  /** From each sector to the next in the index, past the activities that have it, which are many. */
  function listSectors(workspaceId: WorkspaceId): Promise<{ value: string }[]> {
    const ofSectors = and(eq(f.workspaceId, workspaceId), eq(f.facet, 'sector'));
    const first = sql`select min(${f.value}) from ${f} where ${ofSectors}`;
    const found = sql`(with recursive seen(value) as (${first} union all
      select (${first} and ${f.value} > seen.value) from seen where seen.value is not null)
      select value from seen where value is not null) as sectors`;
    return db.read.select({ value: sql<string>`value` }).from(found);
  }

  return { listFilterValues };
}

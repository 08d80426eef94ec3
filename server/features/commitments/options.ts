import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type FiscalYear, fiscalYearOf } from '#domain/calendars';
import { allYears } from '#domain/commitments/totals';
import type { WorkspaceId } from '#domain/ids';
import { readCutRules } from './cut-rules';

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

  /** What there is to filter by: every value has rows. */
  async function listFilterValues(workspaceId: WorkspaceId): Promise<FilterValues> {
    const [cells, sectors, rules] = await Promise.all([
      db.read
        .selectDistinct({ country: t.country, year: t.year, fiscalYearStart: t.fiscalYearStart })
        .from(t)
        .where(
          and(eq(t.workspaceId, workspaceId), eq(t.grain, 'country'), ne(t.parts, 0), ne(t.year, allYears)),
        ),
      db.read
        .selectDistinct({ value: f.value })
        .from(f)
        .where(and(eq(f.workspaceId, workspaceId), eq(f.facet, 'sector')))
        .orderBy(f.value),
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

  return { listFilterValues };
}

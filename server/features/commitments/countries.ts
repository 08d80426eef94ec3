import { and, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type FiscalYear, fiscalYearOf } from '#domain/calendars';
import { anyPart } from '#domain/commitments/filters';
import { type FactKind, fundingKinds } from '#domain/commitments/kinds';
import type { MoneySums } from '#domain/commitments/money-sums';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { Page } from '#domain/lists/page';
import { readCutRules } from './cut-rules';
import { totalsWhere } from './part-sums';
import { pageOfPartners } from './partner-labels';
import { gathered, sumsOfTotals } from './sums';

export interface CountryKindSums {
  country: string;
  kind: FactKind;
  sums: MoneySums;
}

export interface CountryPartner {
  partner: InstitutionLabel<InstitutionId>;
  byKind: Partial<Record<FactKind, MoneySums>>;
}

const partnersAPage = 50;

interface OfYear {
  year: number | null;
  fiscalYear: string | null;
}

export function countryQueries(db: Db) {
  const { commitmentTotals: t } = db.tables;

  /** What each country got, by kind; '' is money of no country. */
  async function listCountries(
    workspaceId: WorkspaceId,
    { kind, year, fiscalYear }: OfYear & { kind: FactKind | null },
  ): Promise<CountryKindSums[]> {
    const rows = await db.read
      .select({ country: t.country, kind: t.kind, ...sumsOfTotals(db) })
      .from(t)
      .where(totalsWhere(db, workspaceId, { ...anyPart, grain: 'country', kind, year, fiscalYear }))
      .groupBy(t.country, t.kind, t.currency)
      .orderBy(t.country, t.kind, t.currency);
    return gathered(rows, ({ country, kind: ofKind }) => ({ country, kind: ofKind }));
  }

  /** What a country got, by kind and calendar year, or fiscal year (with its bounds) where `isFiscal`. */
  async function countryYears(
    workspaceId: WorkspaceId,
    { country, isFiscal }: { country: string; isFiscal: boolean },
  ): Promise<{ kind: FactKind; year: string; bounds: FiscalYear | null; sums: MoneySums }[]> {
    const column = isFiscal ? t.fiscalYearStart : t.year;
    const rows = await db.read
      .select({ kind: t.kind, year: column, ...sumsOfTotals(db) })
      .from(t)
      .where(totalsWhere(db, workspaceId, { ...anyPart, grain: 'country', country }))
      .groupBy(t.kind, column, t.currency)
      .orderBy(column, t.kind, t.currency);
    const rules = isFiscal ? await readCutRules({ db, reader: db.read }, workspaceId) : null;
    const boundsOf = (start: string) =>
      rules && start !== '' ? fiscalYearOf(start, rules.calendarsOf(country)) : null;
    return gathered(rows, ({ kind, year }) => ({ kind, year: String(year) })).map((row) => ({
      ...row,
      bounds: boundsOf(row.year),
    }));
  }

  /** Who has money in a country: a page of partners by name, each with its sums by kind of funding. */
  async function countryPartners(
    workspaceId: WorkspaceId,
    {
      country,
      year,
      fiscalYear,
      language,
      page,
    }: OfYear & { country: string; language: Language; page: number },
  ): Promise<Page<CountryPartner>> {
    const wanted = {
      ...anyPart,
      grain: 'country_partner' as const,
      country,
      year,
      fiscalYear,
      kinds: fundingKinds,
    };
    const found = await pageOfPartners(db, workspaceId, wanted, { language, page, size: partnersAPage });
    const rows = await db.read
      .select({ partnerId: t.partnerId, kind: t.kind, ...sumsOfTotals(db) })
      .from(t)
      .where(
        and(
          totalsWhere(db, workspaceId, wanted),
          inArray(t.partnerId, ['', ...found.rows.map(({ id }) => id)]),
        ),
      )
      .groupBy(t.partnerId, t.kind, t.currency)
      .orderBy(t.partnerId, t.kind, t.currency);
    const cells = gathered(rows, ({ partnerId, kind }) => ({ partnerId, kind }));
    const listed = found.rows.map((partner): CountryPartner => {
      const own = cells.filter(({ partnerId }) => partnerId === partner.id);
      return { partner, byKind: Object.fromEntries(own.map(({ kind, sums }) => [kind, sums])) };
    });
    return { ...found, rows: listed };
  }

  return { listCountries, countryYears, countryPartners };
}

import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type FiscalYear, fiscalYearOf } from '#domain/calendars';
import { type Clock, instant } from '#domain/clock';
import { anyPart } from '#domain/commitments/filters';
import { type FactKind, fundingKinds } from '#domain/commitments/kinds';
import type { MoneySums } from '#domain/commitments/money-sums';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { Page } from '#domain/lists/page';
import type { Theme } from '#domain/themes';
import { labelColumns, labelOf } from '../institutions';
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
/** More of a theme are counted, and listed by the matrix of mandates. */
const partnersATheme = 12;

interface OfYear {
  year: number | null;
  fiscalYear: string | null;
}

export function countryQueries({ db, clock }: { db: Db; clock: Clock }) {
  const { commitmentTotals: t, institutions, mandates, focalPersons } = db.tables;

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
    const wanted = { ...anyPart, grain: 'country_partner' as const, country, year, fiscalYear };
    const where = and(totalsWhere(db, workspaceId, wanted), inArray(t.kind, [...fundingKinds]));
    const found = await pageOfPartners(db, where, { language, page, size: partnersAPage });
    const rows = await db.read
      .select({ partnerId: t.partnerId, kind: t.kind, ...sumsOfTotals(db) })
      .from(t)
      .where(and(where, inArray(t.partnerId, ['', ...found.rows.map(({ id }) => id)])))
      .groupBy(t.partnerId, t.kind, t.currency)
      .orderBy(t.partnerId, t.kind, t.currency);
    const cells = gathered(rows, ({ partnerId, kind }) => ({ partnerId, kind }));
    const listed = found.rows.map((partner): CountryPartner => {
      const own = cells.filter(({ partnerId }) => partnerId === partner.id);
      return { partner, byKind: Object.fromEntries(own.map(({ kind, sums }) => [kind, sums])) };
    });
    return { ...found, rows: listed };
  }

  /** Who works on what in a country: mandates for it, and those that hold everywhere, unless they have expired. */
  async function countryMandates(workspaceId: WorkspaceId, country: string) {
    const rows = await db.read
      .select({ theme: mandates.theme, partner: labelColumns(db.tables) })
      .from(mandates)
      .innerJoin(institutions, eq(institutions.id, mandates.institutionId))
      .where(
        and(
          eq(mandates.workspaceId, workspaceId),
          isNull(mandates.removedAt),
          or(isNull(mandates.validTo), gte(mandates.validTo, today())),
          or(eq(mandates.country, country), and(isNull(mandates.country), isNull(mandates.region))),
        ),
      )
      .orderBy(mandates.theme, institutions.acronym);
    const byTheme = new Map<Theme, Map<InstitutionId, InstitutionLabel<InstitutionId>>>();
    for (const { theme, partner } of rows) {
      const partners = byTheme.get(theme) ?? new Map();
      byTheme.set(theme, partners.set(partner.id, labelOf(partner)));
    }
    return [...byTheme].map(([theme, partners]) => ({
      theme,
      partners: [...partners.values()].slice(0, partnersATheme),
      more: Math.max(0, partners.size - partnersATheme),
    }));
  }

  /** Whom to write to about a country; only who has agreed to be shown and is still in function. */
  async function countryFocalPersons(workspaceId: WorkspaceId, country: string) {
    const rows = await db.read
      .select({
        id: focalPersons.id,
        name: focalPersons.name,
        position: focalPersons.position,
        email: focalPersons.email,
        partner: labelColumns(db.tables),
      })
      .from(focalPersons)
      .innerJoin(institutions, eq(institutions.id, focalPersons.institutionId))
      .where(
        and(
          eq(focalPersons.workspaceId, workspaceId),
          isNull(focalPersons.removedAt),
          or(isNull(focalPersons.validTo), gte(focalPersons.validTo, today())),
          eq(focalPersons.hasConsented, true),
          or(eq(focalPersons.country, country), isNull(focalPersons.country)),
        ),
      )
      .orderBy(institutions.acronym, focalPersons.name);
    return rows.map(({ partner, ...person }) => ({ ...person, partner: labelOf(partner) }));
  }

  function today(): string {
    return instant(clock).slice(0, 10);
  }

  return { listCountries, countryYears, countryPartners, countryMandates, countryFocalPersons };
}

import { and, asc, countDistinct, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import { instant } from '#domain/clock';
import type { FocalPersonId, InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { type Theme, themes } from '#domain/themes';
import { labelColumns, labelOf } from '../institutions';
import { mandatesWhere } from './mandate-filter';
import type { Dependencies } from './types';

export interface CountryTheme {
  theme: Theme;
  /** The first by acronym. */
  partners: InstitutionLabel<InstitutionId>[];
  /** How many there are beside them. */
  more: number;
}

export interface CountryPerson {
  id: FocalPersonId;
  name: string;
  position: string;
  email: string;
  partner: InstitutionLabel<InstitutionId>;
}

/** More of a theme are counted, and listed by the matrix of mandates. */
const partnersATheme = 12;

/** Who works in a country, by the records of all partners. */
export function countryQueries({ db, clock }: Pick<Dependencies, 'db' | 'clock'>) {
  const { institutions, mandates, focalPersons } = db.tables;
  const today = () => instant(clock).slice(0, 10);

  /** Who works on what: by mandates for the country, and those that hold everywhere, unless they have expired. */
  async function countryMandates(workspaceId: WorkspaceId, country: string): Promise<CountryTheme[]> {
    const where = mandatesWhere(db, workspaceId, { country }, today());
    const { theme, institutionId } = mandates;
    const holders = db.read
      .selectDistinct({ theme, institutionId })
      .from(mandates)
      .where(where)
      .as('holders');
    const ranked = db.read
      .select({
        theme: holders.theme,
        partnerId: holders.institutionId,
        rank: sql<number>`row_number() over (partition by ${holders.theme} order by ${institutions.acronym}, ${institutions.id})`.as(
          'rank',
        ),
      })
      .from(holders)
      .innerJoin(institutions, eq(institutions.id, holders.institutionId))
      .as('ranked');
    const [counts, rows] = await Promise.all([
      db.read
        .select({ theme, n: countDistinct(institutionId) })
        .from(mandates)
        .where(where)
        .groupBy(theme),
      db.read
        .select({ theme: ranked.theme, partner: labelColumns(db.tables) })
        .from(ranked)
        .innerJoin(institutions, eq(institutions.id, ranked.partnerId))
        .where(lte(ranked.rank, partnersATheme))
        .orderBy(asc(ranked.rank)),
    ]);
    const listed = counts.map(({ theme: one, n }) => {
      const partners = rows.filter((row) => row.theme === one).map(({ partner }) => labelOf(partner));
      return { theme: one, partners, more: Number(n) - partners.length };
    });
    return listed.sort((a, b) => themes.indexOf(a.theme) - themes.indexOf(b.theme));
  }

  /** Whom to write to; only who has agreed to be shown and is still in function. */
  async function countryFocalPersons(workspaceId: WorkspaceId, country: string): Promise<CountryPerson[]> {
    const { id, name, position, email } = focalPersons;
    const rows = await db.read
      .select({ id, name, position, email, partner: labelColumns(db.tables) })
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

  return { countryMandates, countryFocalPersons };
}

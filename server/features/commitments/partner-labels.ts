import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { type Page, pageOf } from '#domain/lists/page';
import { labelColumns, labelOf } from '../institutions';
import { type TotalsFilter, totalsWhere } from './part-sums';

type Label = InstitutionLabel<InstitutionId>;

/**
 * One page of the partners who have such totals, by name: only theirs need to be read. Each partner is looked up, which
 * is far quicker than to gather the partners of hundreds of thousands of totals.
 */
export async function pageOfPartners(
  db: Db,
  workspaceId: WorkspaceId,
  wanted: TotalsFilter,
  { language, page, size }: { language: Language; page: number; size: number },
): Promise<Page<Label>> {
  const { commitmentTotals: t, institutions, partnerProfiles } = db.tables;
  const own = db.read
    .select({ one: sql`1` })
    .from(t)
    .where(and(totalsWhere(db, workspaceId, wanted), eq(t.partnerId, partnerProfiles.institutionId)))
    .limit(1);
  const rows = await db.read
    .select(labelColumns(db.tables))
    .from(partnerProfiles)
    .innerJoin(institutions, eq(institutions.id, partnerProfiles.institutionId))
    // As a value and not with EXISTS, of which PostgreSQL makes a join that reads all totals of all partners.
    .where(and(eq(partnerProfiles.workspaceId, workspaceId), sql`(${own}) is not null`));
  return pageOf(
    sortedByName(rows.map(labelOf), language, (label) => label),
    { page, size },
  );
}

/** The workspace's partners by name, for choosing one. */
export async function listPartnerLabels(
  db: Db,
  workspaceId: WorkspaceId,
  language: Language,
): Promise<Label[]> {
  const { institutions, partnerProfiles } = db.tables;
  const rows = await db.read
    .select(labelColumns(db.tables))
    .from(partnerProfiles)
    .innerJoin(institutions, eq(institutions.id, partnerProfiles.institutionId))
    .where(eq(partnerProfiles.workspaceId, workspaceId));
  return sortedByName(rows.map(labelOf), language, (label) => label);
}

/** Items by the name of their institution. */
function sortedByName<T>(items: readonly T[], language: Language, labelOfItem: (item: T) => Label): T[] {
  const { compare } = new Intl.Collator(language);
  const nameOf = ({ acronym, names }: Label) => acronym || institutionName(names, language);
  return items
    .map((item) => ({ item, name: nameOf(labelOfItem(item)) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ item }) => item);
}

import { eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { labelColumns, labelOf } from '../institutions';

type Label = InstitutionLabel<InstitutionId>;

const idsAtOnce = 500;

/** The labels of institutions by id. */
export async function labelsOf(db: Db, ids: readonly string[]): Promise<Map<string, Label>> {
  const { institutions } = db.tables;
  const wanted = [...new Set(ids)] as InstitutionId[];
  const labels = new Map<string, Label>();
  for (let start = 0; start < wanted.length; start += idsAtOnce) {
    const rows = await db.read
      .select(labelColumns(db.tables))
      .from(institutions)
      .where(inArray(institutions.id, wanted.slice(start, start + idsAtOnce)));
    for (const row of rows) labels.set(row.id, labelOf(row));
  }
  return labels;
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
export function sortedByName<T>(
  items: readonly T[],
  language: Language,
  labelOfItem: (item: T) => Label,
): T[] {
  const { compare } = new Intl.Collator(language);
  const nameOf = ({ acronym, names }: Label) => acronym || institutionName(names, language);
  return items
    .map((item) => ({ item, name: nameOf(labelOfItem(item)) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ item }) => item);
}

import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { PartnerDocumentId } from '#domain/ids';
import type { FactsOf } from '#domain/partners/facts';
import type { OnPartner } from '../partner-subject';
import { type PartTable, partOf } from './part';

type Facts = FactsOf<'document'>;

const table: PartTable<Facts> = {
  async read({ db, reader }, on, id) {
    const [row] = await reader
      .select()
      .from(db.tables.partnerDocuments)
      .where(isPresent(db, on, id));
    return row ? factsOf(row) : null;
  },

  async insert({ db, tx, at }, on, id, facts) {
    await tx
      .insert(db.tables.partnerDocuments)
      .values({ ...on, id: id as PartnerDocumentId, ...facts, createdAt: at });
  },

  async update({ db, tx }, on, id, facts) {
    await tx
      .update(db.tables.partnerDocuments)
      .set(facts)
      .where(isPresent(db, on, id));
  },

  async remove({ db, tx, at }, on, id) {
    await tx
      .update(db.tables.partnerDocuments)
      .set({ removedAt: at })
      .where(isPresent(db, on, id));
  },
};

export const documentPart = partOf('document', table);

function isPresent(db: Db, { workspaceId, institutionId }: OnPartner, id: string) {
  const { partnerDocuments } = db.tables;
  return and(
    eq(partnerDocuments.id, id as PartnerDocumentId),
    eq(partnerDocuments.workspaceId, workspaceId),
    eq(partnerDocuments.institutionId, institutionId),
    isNull(partnerDocuments.removedAt),
  );
}

export function factsOf({ kind, title, url, language, publishedOn }: Facts): Facts {
  return { kind, title, url, language, publishedOn };
}

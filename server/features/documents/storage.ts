import { and, asc, desc, eq, gt, lt, max } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { AccountId, DocumentId, InstitutionId } from '#domain/ids';
import type { SyncStorage } from '#server/sync/types';

/** Rows an insert: well under the number of parameters that either database takes. */
const rowsAtOnce = 500;

/** Documents in the database. One `append` is one transaction, fsynced when it resolves. */
export function makeSyncStorage({ db, clock }: { db: Db; clock: Clock }): SyncStorage {
  const { documents, documentUpdates, documentSnapshots } = db.tables;

  async function epochOf(documentId: DocumentId): Promise<number | null> {
    const [row] = await db.read
      .select({ epoch: documents.epoch })
      .from(documents)
      .where(eq(documents.id, documentId));
    return row?.epoch ?? null;
  }

  function updatesAfter(documentId: DocumentId, { epoch, seq }: { epoch: number; seq: number }) {
    return db.read
      .select({ bytes: documentUpdates.bytes })
      .from(documentUpdates)
      .where(
        and(
          eq(documentUpdates.documentId, documentId),
          eq(documentUpdates.epoch, epoch),
          gt(documentUpdates.seq, seq),
        ),
      )
      .orderBy(asc(documentUpdates.seq));
  }

  async function latestSnapshot(reader: Reader, documentId: DocumentId, epoch: number) {
    const [row] = await reader
      .select({ uptoSeq: documentSnapshots.uptoSeq, state: documentSnapshots.state })
      .from(documentSnapshots)
      .where(and(eq(documentSnapshots.documentId, documentId), eq(documentSnapshots.epoch, epoch)))
      .orderBy(desc(documentSnapshots.uptoSeq))
      .limit(1);
    return row ?? null;
  }

  return {
    async load(id) {
      const documentId = id as DocumentId;
      const epoch = await epochOf(documentId);
      if (epoch === null) return null;
      const snapshot = await latestSnapshot(db.read, documentId, epoch);
      const rows = await updatesAfter(documentId, { epoch, seq: snapshot?.uptoSeq ?? 0 });
      return {
        epoch,
        seq: (snapshot?.uptoSeq ?? 0) + rows.length,
        snapshot,
        updates: rows.map(({ bytes }) => bytes),
      };
    },

    async loadAfter({ documentId, epoch, seq }) {
      const current = await epochOf(documentId as DocumentId);
      if (current === null) return null;
      if (current !== epoch) return { epoch: current, updates: [] };
      const rows = await updatesAfter(documentId as DocumentId, { epoch, seq });
      return { epoch, updates: rows.map(({ bytes }) => bytes) };
    },

    async append(entries) {
      const at = instant(clock);
      const rows = entries.map(({ documentId, epoch, seq, author, bytes }) => ({
        documentId: documentId as DocumentId,
        epoch,
        seq,
        accountId: author.accountId as AccountId | null,
        institutionId: author.institutionId as InstitutionId | null,
        at,
        bytes,
      }));
      await db.transaction(async (tx) => {
        for (let i = 0; i < rows.length; i += rowsAtOnce) {
          await tx.insert(documentUpdates).values(rows.slice(i, i + rowsAtOnce));
        }
      });
    },

    async saveSnapshot({ documentId, epoch, uptoSeq, state }) {
      const id = documentId as DocumentId;
      await db.transaction(async (tx) => {
        const [head] = await tx
          .select({ seq: max(documentUpdates.seq) })
          .from(documentUpdates)
          .where(and(eq(documentUpdates.documentId, id), eq(documentUpdates.epoch, epoch)));
        if ((head?.seq ?? 0) < uptoSeq) throw new Error('a snapshot cannot be ahead of its log');
        await tx
          .insert(documentSnapshots)
          .values({ documentId: id, epoch, uptoSeq, state })
          .onConflictDoNothing();
        await tx
          .delete(documentSnapshots)
          .where(
            and(
              eq(documentSnapshots.documentId, id),
              eq(documentSnapshots.epoch, epoch),
              lt(documentSnapshots.uptoSeq, uptoSeq),
            ),
          );
      });
    },
  };
}

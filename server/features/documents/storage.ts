import { and, asc, desc, eq, gt, max } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { AccountId, DocumentId, InstitutionId } from '#domain/ids';
import { DocumentDamaged } from '#server/sync/damaged';
import { hashOf } from '#server/sync/segments';
import type { StoredDocument, SyncStorage } from '#server/sync/types';
import { makeArchiveStorage } from './archive-storage';
import { readHistory } from './history';

/** The newest, and one to fall back on. */
const snapshotsKept = 2;
/** Where the next clocks of presence begin. */
const stampsKey = 'presence_stamps';

/** Documents in the database. One `append` is one transaction, fsynced when it resolves. */
export function makeSyncStorage({ db, clock }: { db: Db; clock: Clock }): SyncStorage {
  const { documents, documentUpdates, documentSnapshots, instanceSettings: settings } = db.tables;
  const insertUpdates = db.inserter(documentUpdates);

  async function epochOf(documentId: DocumentId): Promise<number | null> {
    const [row] = await db.read
      .select({ epoch: documents.epoch })
      .from(documents)
      .where(eq(documents.id, documentId));
    return row?.epoch ?? null;
  }

  /** The log after the place. Its rows in one query, as almost always; with what is in segments where it must be. */
  async function updatesAfter(documentId: DocumentId, { epoch, seq }: { epoch: number; seq: number }) {
    const rows = await db.read
      .select({ seq: documentUpdates.seq, bytes: documentUpdates.bytes })
      .from(documentUpdates)
      .where(
        and(
          eq(documentUpdates.documentId, documentId),
          eq(documentUpdates.epoch, epoch),
          gt(documentUpdates.seq, seq),
        ),
      )
      .orderBy(asc(documentUpdates.seq));
    if (rows.every((row, i) => row.seq === seq + 1 + i)) return rows.map(({ bytes }) => bytes);
    return updatesOfHistory({ documentId, epoch, after: seq });
  }

  async function updatesOfHistory(from: { documentId: DocumentId; epoch: number; after: number }) {
    const updates: Uint8Array[] = [];
    for await (const entries of readHistory(db, from)) {
      for (const { bytes } of entries) {
        if (!bytes) throw new DocumentDamaged('segment');
        updates.push(bytes);
      }
    }
    return updates;
  }

  async function snapshotsOf(documentId: DocumentId, epoch: number, distrust: number[]) {
    const rows = await db.read
      .select({ uptoSeq: documentSnapshots.uptoSeq })
      .from(documentSnapshots)
      .where(and(eq(documentSnapshots.documentId, documentId), eq(documentSnapshots.epoch, epoch)))
      .orderBy(desc(documentSnapshots.uptoSeq));
    return rows.map(({ uptoSeq }) => uptoSeq).filter((uptoSeq) => !distrust.includes(uptoSeq));
  }

  /** The newest snapshot that is what was written. */
  async function soundSnapshot(documentId: DocumentId, epoch: number, distrust: number[]) {
    const damaged: number[] = [];
    for (const uptoSeq of await snapshotsOf(documentId, epoch, distrust)) {
      const [row] = await db.read
        .select({
          state: documentSnapshots.state,
          stateVector: documentSnapshots.stateVector,
          hash: documentSnapshots.hash,
        })
        .from(documentSnapshots)
        .where(
          and(
            eq(documentSnapshots.documentId, documentId),
            eq(documentSnapshots.epoch, epoch),
            eq(documentSnapshots.uptoSeq, uptoSeq),
          ),
        );
      if (!row) continue; // Replaced a moment ago: the log has what it had.
      const { hash, ...kept } = row;
      if (hash === null || hash === hashOf(row.state))
        return { snapshot: { uptoSeq, ...kept, isProven: hash !== null }, damaged };
      damaged.push(uptoSeq);
    }
    return { snapshot: null, damaged };
  }

  async function load(
    id: string,
    { distrust = [] }: { distrust?: number[] } = {},
  ): Promise<StoredDocument | null> {
    const documentId = id as DocumentId;
    const epoch = await epochOf(documentId);
    if (epoch === null) return null;
    const { snapshot, damaged } = await soundSnapshot(documentId, epoch, distrust);
    const from = snapshot?.uptoSeq ?? 0;
    const updates = await updatesAfter(documentId, { epoch, seq: from });
    return {
      epoch,
      seq: from + updates.length,
      snapshot,
      updates,
      damagedSnapshots: [...distrust, ...damaged],
    };
  }

  return {
    load,

    async loadAfter({ documentId, epoch, seq }) {
      const current = await epochOf(documentId as DocumentId);
      if (current === null) return null;
      if (current !== epoch) return { epoch: current, updates: [] };
      return { epoch, updates: await updatesAfter(documentId as DocumentId, { epoch, seq }) };
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
      await db.transaction((tx) => insertUpdates(tx, rows));
    },

    async saveSnapshot({ documentId, epoch, uptoSeq, state, stateVector, hash }) {
      const id = documentId as DocumentId;
      const ofEpoch = and(eq(documentSnapshots.documentId, id), eq(documentSnapshots.epoch, epoch));
      await db.transaction(async (tx) => {
        const [head] = await tx
          .select({ seq: max(documentUpdates.seq) })
          .from(documentUpdates)
          .where(and(eq(documentUpdates.documentId, id), eq(documentUpdates.epoch, epoch)));
        if ((head?.seq ?? 0) < uptoSeq) throw new Error('a snapshot cannot be ahead of its log');
        const row = { documentId: id, epoch, uptoSeq, state, stateVector, hash };
        await tx
          .insert(documentSnapshots)
          .values(row)
          .onConflictDoUpdate({
            target: [documentSnapshots.documentId, documentSnapshots.epoch, documentSnapshots.uptoSeq],
            set: { state, stateVector, hash },
          });
        const all = await tx
          .select({ uptoSeq: documentSnapshots.uptoSeq })
          .from(documentSnapshots)
          .where(ofEpoch)
          .orderBy(desc(documentSnapshots.uptoSeq));
        for (const old of all.slice(snapshotsKept)) {
          await tx.delete(documentSnapshots).where(and(ofEpoch, eq(documentSnapshots.uptoSeq, old.uptoSeq)));
        }
      });
    },

    async reserveStamps({ count, atLeast }) {
      return db.transaction(async (tx) => {
        const [row] = await tx.select().from(settings).where(eq(settings.key, stampsKey));
        const first = Math.max(typeof row?.value === 'number' ? row.value : 0, atLeast);
        const value = first + count;
        await tx
          .insert(settings)
          .values({ key: stampsKey, value })
          .onConflictDoUpdate({ target: settings.key, set: { value } });
        return first;
      });
    },

    ...makeArchiveStorage(db),
  };
}

import { and, asc, count, eq, gte, isNotNull, lt, lte, max } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import type { DocumentId } from '#domain/ids';
import { hashOf } from '#server/sync/segments';
import type { SyncStorage } from '#server/sync/types';

type ArchiveStorage = Pick<
  SyncStorage,
  'archivable' | 'saveSegment' | 'documentsToArchive' | 'forgetUpdates'
>;

/** The part of documents' storage that moves old rows into segments. */
export function makeArchiveStorage(db: Db): ArchiveStorage {
  const {
    documents,
    documentUpdates: rows,
    documentSnapshots: snapshots,
    documentSegments: segments,
  } = db.tables;

  function rowsUpto(documentId: DocumentId, { epoch, uptoSeq }: { epoch: number; uptoSeq: number }) {
    return and(eq(rows.documentId, documentId), eq(rows.epoch, epoch), lte(rows.seq, uptoSeq));
  }

  /** What the newest snapshot covers without the log's last row, by whose place the head is known. */
  async function coveredUpto(reader: Reader, documentId: DocumentId, epoch: number): Promise<number> {
    const [snapshot] = await reader
      .select({ seq: max(snapshots.uptoSeq) })
      .from(snapshots)
      .where(and(eq(snapshots.documentId, documentId), eq(snapshots.epoch, epoch)));
    const [head] = await reader
      .select({ seq: max(rows.seq) })
      .from(rows)
      .where(and(eq(rows.documentId, documentId), eq(rows.epoch, epoch)));
    return Math.min(snapshot?.seq ?? 0, (head?.seq ?? 0) - 1);
  }

  /** Segments with updates from before the instant, by document and epoch. */
  function oldSegments(before: string) {
    return db.read
      .select({
        documentId: segments.documentId,
        epoch: segments.epoch,
        current: documents.epoch,
        uptoSeq: max(segments.uptoSeq),
      })
      .from(segments)
      .innerJoin(documents, eq(documents.id, segments.documentId))
      .where(and(lt(segments.lastAt, before), isNotNull(segments.updates)))
      .groupBy(segments.documentId, segments.epoch, documents.epoch);
  }

  /** Up to where the state can be had without the log: from either of two snapshots, both as they were written. */
  async function dispensableUpto(documentId: DocumentId, epoch: number): Promise<number> {
    const kept = await db.read
      .select({ uptoSeq: snapshots.uptoSeq, state: snapshots.state, hash: snapshots.hash })
      .from(snapshots)
      .where(and(eq(snapshots.documentId, documentId), eq(snapshots.epoch, epoch)));
    const areSound = kept.length > 1 && kept.every(({ state, hash }) => hash === hashOf(state));
    return areSound ? Math.min(...kept.map(({ uptoSeq }) => uptoSeq)) : 0;
  }

  return {
    async archivable({ documentId: id, before, atMost, atMostBytes }) {
      const documentId = id as DocumentId;
      const [document] = await db.read
        .select({ epoch: documents.epoch })
        .from(documents)
        .where(eq(documents.id, documentId));
      if (!document) return null;
      const { epoch } = document;
      const uptoSeq = await coveredUpto(db.read, documentId, epoch);
      const found = await db.read
        .select()
        .from(rows)
        .where(rowsUpto(documentId, { epoch, uptoSeq }))
        .orderBy(asc(rows.seq))
        .limit(atMost);
      const fitting = [];
      let bytes = 0;
      for (const { seq, at, accountId, institutionId, ...row } of found) {
        bytes += row.bytes.length;
        if (at >= before || (bytes > atMostBytes && fitting.length > 0)) break;
        fitting.push({ seq, at, author: { accountId, institutionId }, bytes: row.bytes });
      }
      return { epoch, rows: fitting };
    },

    async saveSegment({ documentId: id, epoch, ...segment }) {
      const documentId = id as DocumentId;
      const { fromSeq, uptoSeq } = segment;
      const range = and(rowsUpto(documentId, { epoch, uptoSeq }), gte(rows.seq, fromSeq));
      await db.transaction(async (tx) => {
        const isCovered = (await coveredUpto(tx, documentId, epoch)) >= uptoSeq;
        const [there] = await tx.select({ rows: count() }).from(rows).where(range);
        if (!isCovered || there?.rows !== uptoSeq - fromSeq + 1)
          throw new Error('a segment replaces rows that are there and covered by a snapshot');
        await tx.delete(rows).where(range);
        await tx.insert(segments).values({ documentId, epoch, ...segment });
      });
    },

    async documentsToArchive(atLeast) {
      const found = await db.read
        .select({ documentId: rows.documentId })
        .from(rows)
        .innerJoin(documents, and(eq(documents.id, rows.documentId), eq(documents.epoch, rows.epoch)))
        .innerJoin(
          snapshots,
          and(
            eq(snapshots.documentId, rows.documentId),
            eq(snapshots.epoch, rows.epoch),
            gte(snapshots.uptoSeq, rows.seq),
          ),
        )
        .groupBy(rows.documentId, snapshots.uptoSeq)
        .having(gte(count(), atLeast));
      return [...new Set(found.map(({ documentId }) => documentId))];
    },

    async forgetUpdates(before) {
      let forgotten = 0;
      for (const { documentId, epoch, current, uptoSeq } of await oldSegments(before)) {
        // The log of an epoch that was replaced makes no state any more.
        const dispensable = epoch === current ? await dispensableUpto(documentId, epoch) : Number(uptoSeq);
        await db.transaction(async (tx) => {
          const changed = await tx
            .update(segments)
            .set({ updates: null })
            .where(
              and(
                eq(segments.documentId, documentId),
                eq(segments.epoch, epoch),
                lte(segments.uptoSeq, dispensable),
                lt(segments.lastAt, before),
                isNotNull(segments.updates),
              ),
            )
            .returning({ fromSeq: segments.fromSeq });
          forgotten += changed.length;
        });
      }
      return forgotten;
    },
  };
}

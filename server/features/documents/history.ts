import { and, asc, eq, gt, gte, lte } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { AccountId, DocumentId, InstitutionId } from '#domain/ids';
import { DocumentDamaged } from '#server/sync/damaged';
import { unpackSegment } from '#server/sync/segments';
import type { HistoryEntry } from '#server/sync/types';

/** One entry of a document's log: who wrote what, when, for which institution. */
export type LoggedEntry = HistoryEntry & {
  author: { accountId: AccountId | null; institutionId: InstitutionId | null };
};

const rowsAtOnce = 500;

/**
 * Reads the log of one epoch from after `seq` on, oldest first, some entries at a time, whether they are still rows or
 * already in segments. Throws `DocumentDamaged` where an entry is missing or a segment cannot be read.
 */
export async function* readHistory(
  db: Pick<Db, 'read' | 'tables'>,
  { documentId, epoch, after = 0 }: { documentId: DocumentId; epoch: number; after?: number },
): AsyncGenerator<LoggedEntry[]> {
  let seq = after;
  for (;;) {
    const entries =
      (await rowsAfter(db, { documentId, epoch, seq })) ??
      (await segmentAfter(db, { documentId, epoch, seq })) ??
      // Rows may have moved into a segment between the two looks.
      (await rowsAfter(db, { documentId, epoch, seq }));
    if (!entries) throw new DocumentDamaged('gap');
    if (entries.length === 0) return;
    yield entries;
    seq = entries.at(-1)?.seq ?? seq;
  }
}

interface Place {
  documentId: DocumentId;
  epoch: number;
  seq: number;
}

/** The next rows without a gap; none at the end of the log; null when the next entry is not a row. */
async function rowsAfter(
  { read, tables }: Pick<Db, 'read' | 'tables'>,
  { documentId, epoch, seq }: Place,
): Promise<LoggedEntry[] | null> {
  const { documentUpdates: rows } = tables;
  const found = await read
    .select()
    .from(rows)
    .where(and(eq(rows.documentId, documentId), eq(rows.epoch, epoch), gt(rows.seq, seq)))
    .orderBy(asc(rows.seq))
    .limit(rowsAtOnce);
  if (found.length === 0) return [];
  const gap = found.findIndex((row, i) => row.seq !== seq + 1 + i);
  if (gap === 0) return null;
  return (gap < 0 ? found : found.slice(0, gap)).map(({ accountId, institutionId, at, bytes, seq }) => ({
    seq,
    at,
    author: { accountId, institutionId },
    size: bytes.length,
    bytes,
  }));
}

async function segmentAfter(
  { read, tables }: Pick<Db, 'read' | 'tables'>,
  { documentId, epoch, seq }: Place,
): Promise<LoggedEntry[] | null> {
  const { documentSegments: segments } = tables;
  const [segment] = await read
    .select()
    .from(segments)
    .where(
      and(
        eq(segments.documentId, documentId),
        eq(segments.epoch, epoch),
        lte(segments.fromSeq, seq + 1),
        gte(segments.uptoSeq, seq + 1),
      ),
    );
  if (!segment) return null;
  try {
    return unpackSegment(segment).filter((entry) => entry.seq > seq) as LoggedEntry[];
  } catch (error) {
    throw new DocumentDamaged('segment', error);
  }
}

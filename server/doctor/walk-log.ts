import { and, asc, eq, gt, gte, lte, min } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { DocumentId } from '#domain/ids';
import { isDamaged } from '#server/sync/damaged';
import { unpackSegment } from '#server/sync/segments';
import { type LoggedEntry, readHistory } from '../features/documents';

export interface LogOf {
  documentId: DocumentId;
  epoch: number;
}

/** A piece of a log, or the lack of one. */
export type LogPart =
  | { kind: 'entries'; entries: LoggedEntry[] }
  | { kind: 'missing'; fromSeq: number; uptoSeq: number }
  /** Of `entries` nothing is known but their number, or everything but what they wrote. */
  | { kind: 'damaged'; fromSeq: number; uptoSeq: number; entries: LoggedEntry[] | null };

/** Reads a log from its beginning to its end, over whatever is missing or damaged. */
export async function* walkLog(db: Pick<Db, 'read' | 'tables'>, log: LogOf): AsyncGenerator<LogPart> {
  let seq = 0;
  for (;;) {
    try {
      for await (const entries of readHistory(db, { ...log, after: seq })) {
        yield { kind: 'entries', entries };
        seq = entries.at(-1)?.seq ?? seq;
      }
      return;
    } catch (error) {
      if (!isDamaged(error)) throw error;
      const part = error.damage === 'segment' ? await damagedSegment(db, log, seq) : await gap(db, log, seq);
      if (!part) return;
      yield part;
      seq = part.uptoSeq;
    }
  }
}

async function damagedSegment({ read, tables }: Pick<Db, 'read' | 'tables'>, log: LogOf, seq: number) {
  const { documentSegments: segments } = tables;
  const [segment] = await read
    .select()
    .from(segments)
    .where(
      and(
        eq(segments.documentId, log.documentId),
        eq(segments.epoch, log.epoch),
        lte(segments.fromSeq, seq + 1),
        gte(segments.uptoSeq, seq + 1),
      ),
    );
  if (!segment) return null;
  const { fromSeq, uptoSeq } = segment;
  return { kind: 'damaged', fromSeq, uptoSeq, entries: authorsOf(segment) } as const;
}

function authorsOf(segment: Parameters<typeof unpackSegment>[0]): LoggedEntry[] | null {
  try {
    return unpackSegment({ ...segment, updates: null }) as LoggedEntry[];
  } catch {
    return null;
  }
}

async function gap({ read, tables }: Pick<Db, 'read' | 'tables'>, log: LogOf, seq: number) {
  const { documentUpdates: rows, documentSegments: segments } = tables;
  const [row] = await read
    .select({ next: min(rows.seq) })
    .from(rows)
    .where(and(eq(rows.documentId, log.documentId), eq(rows.epoch, log.epoch), gt(rows.seq, seq)));
  const [segment] = await read
    .select({ next: segments.fromSeq })
    .from(segments)
    .where(
      and(eq(segments.documentId, log.documentId), eq(segments.epoch, log.epoch), gt(segments.fromSeq, seq)),
    )
    .orderBy(asc(segments.fromSeq))
    .limit(1);
  const next = Math.min(Number(row?.next ?? Infinity), segment?.next ?? Infinity);
  return Number.isFinite(next) ? ({ kind: 'missing', fromSeq: seq + 1, uptoSeq: next - 1 } as const) : null;
}

import { and, eq, gte, lte } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { hashOf, packSegment, unpackSegment } from '#server/sync/segments';
import type { LogRow, Segment } from '#server/sync/types';
import type { Examination } from './examine';
import type { Finding } from './types';
import type { LogOf } from './walk-log';

/** The Yjs update that changes nothing. */
const nothing = new Uint8Array([0, 0]);
const nobody = { accountId: null, institutionId: null };
/** Of lost entries not even the time is known. */
const unknownTime = '1970-01-01T00:00:00.000Z';

interface Surgery extends LogOf {
  db: Db;
  clock: Clock;
  /** Puts away what is taken out, and gives the name under which it is kept. */
  keep(name: string, bytes: Uint8Array): string;
}

type Of<Code extends Finding['code']> = Extract<Finding, { code: Code }>;

/**
 * Repairs what the examination found, in one transaction: the log becomes contiguous, what is lost is marked as lost
 * by nobody, and the best state becomes a snapshot at its head (none: the log of an epoch that was replaced). Nothing is
 * thrown away that can be read. Says what it did.
 */
export async function repairDocument(
  surgery: Surgery,
  { findings, best }: { findings: Finding[]; best: Examination['best'] | null },
): Promise<string[]> {
  const { db, documentId, epoch } = surgery;
  if (findings.some(({ code }) => code === 'log_empty')) return [];
  return db.transaction(async (tx) => {
    const done: string[] = [];
    for (const finding of findings) {
      const what = await treat(tx, surgery, finding);
      if (what) done.push(what);
    }
    if (!best) return done;
    const { documentSnapshots: snapshots } = db.tables;
    const row = { state: best.state, stateVector: null, hash: hashOf(best.state) };
    await tx
      .insert(snapshots)
      .values({ documentId, epoch, uptoSeq: best.seq, ...row })
      .onConflictDoUpdate({ target: [snapshots.documentId, snapshots.epoch, snapshots.uptoSeq], set: row });
    done.push(`wrote a snapshot of the best state at entry ${best.seq}`);
    return done;
  });
}

async function treat(tx: Tx, surgery: Surgery, finding: Finding): Promise<string | null> {
  switch (finding.code) {
    case 'entries_missing':
      await markLost(tx, surgery, finding);
      return `marked entries ${rangeOf(finding)} as lost`;
    case 'segment_damaged':
      return treatSegment(tx, surgery, finding);
    case 'update_unreadable':
      return treatUpdate(tx, surgery, finding);
    case 'snapshot_damaged':
    case 'snapshot_differs':
      return removeSnapshot(tx, surgery, finding.uptoSeq);
    case 'log_behind_snapshot':
      return extendLog(tx, surgery, finding);
    default:
      return null;
  }
}

/** A segment in which nothing is known of each entry but that there was one. */
async function markLost(
  tx: Tx,
  { db, documentId, epoch }: Surgery,
  { fromSeq, uptoSeq }: { fromSeq: number; uptoSeq: number },
): Promise<void> {
  const entries = Array.from({ length: uptoSeq - fromSeq + 1 }, (_, i) => ({
    seq: fromSeq + i,
    at: unknownTime,
    author: nobody,
    bytes: new Uint8Array(),
  }));
  const segment = { ...packSegment(entries), updates: null };
  await tx.insert(db.tables.documentSegments).values({ documentId, epoch, ...segment });
}

async function treatSegment(tx: Tx, surgery: Surgery, finding: Of<'segment_damaged'>): Promise<string> {
  const { db, keep, documentId, epoch } = surgery;
  const { documentSegments: segments } = db.tables;
  const place = and(
    eq(segments.documentId, documentId),
    eq(segments.epoch, epoch),
    eq(segments.fromSeq, finding.fromSeq),
  );
  const [segment] = await tx.select().from(segments).where(place);
  const kept = keep(`segment-${finding.fromSeq}.updates`, segment?.updates ?? new Uint8Array());
  if (finding.part === 'updates') {
    await tx.update(segments).set({ updates: null }).where(place);
    return `took the unreadable updates out of segment ${rangeOf(finding)}, kept as ${kept}; who wrote when is known`;
  }
  keep(`segment-${finding.fromSeq}.authors`, segment?.authors ?? new Uint8Array());
  await tx.delete(segments).where(place);
  await markLost(tx, surgery, finding);
  return `marked the entries of the unreadable segment ${rangeOf(finding)} as lost, kept as ${kept}`;
}

async function treatUpdate(tx: Tx, surgery: Surgery, { seq }: Of<'update_unreadable'>): Promise<string> {
  const { db, keep, documentId, epoch } = surgery;
  const { documentUpdates: rows, documentSegments: segments } = db.tables;
  const place = and(eq(rows.documentId, documentId), eq(rows.epoch, epoch), eq(rows.seq, seq));
  const [row] = await tx.select({ bytes: rows.bytes }).from(rows).where(place);
  if (row) {
    const kept = keep(`entry-${seq}.update`, row.bytes);
    await tx.update(rows).set({ bytes: nothing }).where(place);
    return `emptied the unreadable entry ${seq}, kept as ${kept}`;
  }
  const around = and(
    eq(segments.documentId, documentId),
    eq(segments.epoch, epoch),
    lte(segments.fromSeq, seq),
    gte(segments.uptoSeq, seq),
  );
  const [segment] = await tx.select().from(segments).where(around);
  const entries = unpackSegment(segment as Segment) as LogRow[];
  const kept = keep(`entry-${seq}.update`, entries.find((entry) => entry.seq === seq)?.bytes ?? nothing);
  const emptied = entries.map((entry) => (entry.seq === seq ? { ...entry, bytes: nothing } : entry));
  await tx.update(segments).set(packSegment(emptied)).where(around);
  return `emptied the unreadable entry ${seq} of its segment, kept as ${kept}`;
}

async function removeSnapshot(tx: Tx, surgery: Surgery, uptoSeq: number): Promise<string> {
  const { db, keep, documentId, epoch } = surgery;
  const { documentSnapshots: snapshots } = db.tables;
  const place = and(
    eq(snapshots.documentId, documentId),
    eq(snapshots.epoch, epoch),
    eq(snapshots.uptoSeq, uptoSeq),
  );
  const [snapshot] = await tx.select().from(snapshots).where(place);
  const kept = keep(`snapshot-${uptoSeq}.state`, snapshot?.state ?? new Uint8Array());
  await tx.delete(snapshots).where(place);
  return `took out the snapshot at entry ${uptoSeq}, kept as ${kept}`;
}

async function extendLog(
  tx: Tx,
  surgery: Surgery,
  { seq, uptoSeq }: Of<'log_behind_snapshot'>,
): Promise<string> {
  const { db, clock, documentId, epoch } = surgery;
  if (uptoSeq > seq + 1) await markLost(tx, surgery, { fromSeq: seq + 1, uptoSeq: uptoSeq - 1 });
  // The last entry of a log is always a row.
  await tx
    .insert(db.tables.documentUpdates)
    .values({ documentId, epoch, seq: uptoSeq, ...nobody, at: instant(clock), bytes: nothing });
  return `made up the end of the log, entries ${seq + 1} to ${uptoSeq}, as lost: the snapshot has what they wrote`;
}

function rangeOf({ fromSeq, uptoSeq }: { fromSeq: number; uptoSeq: number }): string {
  return `${fromSeq} to ${uptoSeq}`;
}

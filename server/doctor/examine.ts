import { and, asc, eq, lt } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Db } from '#db/db';
import { buildDoc } from '#server/sync/build-doc';
import { isDamaged } from '#server/sync/damaged';
import { loadDocument } from '#server/sync/load-document';
import { hashOf } from '#server/sync/segments';
import type { SyncStorage } from '#server/sync/types';
import type { LoggedEntry } from '../features/documents';
import { fingerprint } from './fingerprint';
import { Replay, Unreadable } from './replay';
import type { Finding } from './types';
import { type LogOf, type LogPart, walkLog } from './walk-log';

export interface Examination {
  findings: Finding[];
  canBeOpened: boolean;
  /** The last seq of the log, 0 when it is empty. */
  head: number;
  /** The best state that the log and its sound snapshots give, at `seq`. */
  best: { seq: number; state: Uint8Array };
}

interface SnapshotSeen {
  uptoSeq: number;
  /** Null: it is not what was written, or nothing that Yjs can read. */
  sound: { state: Uint8Array; fingerprint: string } | null;
}

/** Replays the log of a document and holds everything against it. Needs the memory of the document, not of its log. */
export async function examine(
  db: Pick<Db, 'read' | 'tables'>,
  { storage, ...log }: LogOf & { storage: Pick<SyncStorage, 'load'> },
): Promise<Examination> {
  const unreadable = new Map<number, LoggedEntry>();
  for (;;) {
    try {
      return { ...(await replayed(db, log, unreadable)), canBeOpened: await canBeOpened(storage, log) };
    } catch (error) {
      // Yjs leaves a document half changed when it throws: once more from the beginning, without that update.
      if (!(error instanceof Unreadable) || unreadable.has(error.entry.seq)) throw error;
      unreadable.set(error.entry.seq, error.entry);
    }
  }
}

async function replayed(
  db: Pick<Db, 'read' | 'tables'>,
  log: LogOf,
  unreadable: Map<number, LoggedEntry>,
): Promise<Omit<Examination, 'canBeOpened'>> {
  const { epoch } = log;
  const findings: Finding[] = [];
  const snapshots = await readSnapshots(db, log);
  const replay = new Replay();
  let head = 0;
  /** Entries up to here are in the snapshot that the replay has gone on from. */
  let coveredUpto = 0;

  for (const { uptoSeq, sound } of snapshots)
    if (!sound) findings.push({ code: 'snapshot_damaged', epoch, uptoSeq });
  for await (const part of walkLog(db, log)) {
    if (part.kind !== 'entries') {
      const isNeeded = !goOnAfter(part.uptoSeq);
      findings.push(lossOf(part, { epoch, isNeeded }));
      head = part.uptoSeq;
      continue;
    }
    for (const entries of cutAt(part.entries, [...unreadable.keys(), ...snapshots.map((s) => s.uptoSeq)])) {
      const [{ seq: last } = { seq: head }] = entries.slice(-1);
      head = last;
      const bad = unreadable.get(last);
      if (bad) findings.push(unreadableFinding(bad, epoch));
      const isGone = entries.some(({ bytes }) => bytes === null);
      if ((bad || isGone) && !goOnAfter(last) && isGone)
        findings.push({ code: 'updates_gone', epoch, uptoSeq: last });
      if (last <= coveredUpto) continue;
      replay.take(entries.filter(({ seq }) => seq > coveredUpto && !unreadable.has(seq)));
      const snapshot = snapshots.find(({ uptoSeq }) => uptoSeq === last)?.sound;
      if (snapshot && replay.isWhole && snapshot.fingerprint !== fingerprint(replay.doc))
        findings.push({ code: 'snapshot_differs', epoch, uptoSeq: last });
    }
  }

  /** Something up to `seq` cannot be replayed: goes on from a snapshot that has it. False when there is none. */
  function goOnAfter(seq: number): boolean {
    if (seq <= coveredUpto) return true;
    const base = snapshots.find(({ uptoSeq, sound }) => sound && uptoSeq >= seq);
    if (!base?.sound) {
      replay.miss();
      return false;
    }
    replay.startFrom(base.sound.state);
    coveredUpto = base.uptoSeq;
    return true;
  }

  const newest = snapshots.at(-1);
  if (newest && newest.uptoSeq > head) {
    findings.push({ code: 'log_behind_snapshot', epoch, seq: head, uptoSeq: newest.uptoSeq });
    goOnAfter(newest.uptoSeq);
  } else if (head === 0) findings.push({ code: 'log_empty', epoch });
  if (replay.unplaced > 0) findings.push({ code: 'updates_unplaced', epoch, count: replay.unplaced });
  replay.dropPending();
  const best = { seq: Math.max(head, coveredUpto), state: Y.encodeStateAsUpdate(replay.doc) };
  return { findings, head, best };
}

/** The logs of epochs that were replaced say who wrote what, and nothing else is made from them. */
export async function examineOlderEpochs(db: Pick<Db, 'read' | 'tables'>, log: LogOf): Promise<Finding[]> {
  const findings: Finding[] = [];
  const epochs = new Set<number>();
  for (const table of [db.tables.documentUpdates, db.tables.documentSegments] as const) {
    const found = await db.read
      .selectDistinct({ epoch: table.epoch })
      .from(table)
      .where(and(eq(table.documentId, log.documentId), lt(table.epoch, log.epoch)));
    for (const { epoch } of found) epochs.add(epoch);
  }
  for (const epoch of epochs)
    for await (const part of walkLog(db, { ...log, epoch }))
      if (part.kind !== 'entries') findings.push(lossOf(part, { epoch, isNeeded: false }));
  return findings;
}

async function readSnapshots(db: Pick<Db, 'read' | 'tables'>, log: LogOf): Promise<SnapshotSeen[]> {
  const { documentSnapshots: snapshots } = db.tables;
  const ofLog = and(eq(snapshots.documentId, log.documentId), eq(snapshots.epoch, log.epoch));
  const places = await db.read
    .select({ uptoSeq: snapshots.uptoSeq })
    .from(snapshots)
    .where(ofLog)
    .orderBy(asc(snapshots.uptoSeq));
  const seen: SnapshotSeen[] = [];
  for (const { uptoSeq } of places) {
    const [row] = await db.read
      .select()
      .from(snapshots)
      .where(and(ofLog, eq(snapshots.uptoSeq, uptoSeq)));
    if (row) seen.push({ uptoSeq, sound: soundOrNull(row) });
  }
  return seen;
}

function soundOrNull({ state, hash }: { state: Uint8Array; hash: string | null }): SnapshotSeen['sound'] {
  if (hash !== null && hash !== hashOf(state)) return null;
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, state);
    return doc.store.pendingStructs ? null : { state, fingerprint: fingerprint(doc) };
  } catch {
    return null;
  } finally {
    doc.destroy();
  }
}

function lossOf(
  { kind, fromSeq, uptoSeq, ...part }: Exclude<LogPart, { kind: 'entries' }>,
  { epoch, isNeeded }: { epoch: number; isNeeded: boolean },
): Finding {
  if (kind === 'missing') return { code: 'entries_missing', epoch, fromSeq, uptoSeq, isNeeded };
  const hasAuthors = 'entries' in part && part.entries !== null;
  return {
    code: 'segment_damaged',
    epoch,
    fromSeq,
    uptoSeq,
    part: hasAuthors ? 'updates' : 'everything',
    isNeeded,
  };
}

function unreadableFinding({ seq, at, author }: LoggedEntry, epoch: number): Finding {
  return { code: 'update_unreadable', epoch, seq, at, accountId: author.accountId };
}

/** The entries in runs that end at each of these seqs. */
function cutAt(entries: LoggedEntry[], seqs: number[]): LoggedEntry[][] {
  const runs: LoggedEntry[][] = [];
  let from = 0;
  entries.forEach(({ seq }, i) => {
    if (!seqs.includes(seq) && i < entries.length - 1) return;
    runs.push(entries.slice(from, i + 1));
    from = i + 1;
  });
  return runs;
}

async function canBeOpened(storage: Pick<SyncStorage, 'load'>, { documentId }: LogOf): Promise<boolean> {
  try {
    const loaded = await loadDocument({ storage, documentId, open: buildDoc });
    loaded?.opened.doc.destroy();
    return true;
  } catch (error) {
    if (isDamaged(error)) return false;
    throw error;
  }
}

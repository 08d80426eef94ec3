import { pino } from 'pino';
import * as Y from 'yjs';
import type { Db } from '#db/db';
import type { AccountId, DocumentId, InstitutionId } from '#domain/ids';
import { makeSyncStorage } from '#server/features/documents/storage';
import { newId } from '#server/new-id';
import { Archive } from '#server/sync/archive';
import { Compactor } from '#server/sync/compactor';
import { defaultLimits, type SyncLimits } from '#server/sync/limits';
import { makeTestClock } from './clock';
import { buildWorkspace } from './workspaces';

const start = Date.parse('2026-01-05T08:00:00.000Z');

/** Writes a document with a log of so many keystrokes, a second apart, by two people in turns. */
export async function buildLog(db: Db, { updates: wanted }: { updates: number }) {
  const { workspaceId, convenor } = await buildWorkspace(db);
  const documentId = newId<DocumentId>();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; updates.length < wanted; i++)
    doc.getText('t').insert(i, String.fromCharCode(97 + (i % 26)));
  const rows = updates.map((bytes, i) => ({
    documentId,
    epoch: 1,
    seq: i + 1,
    accountId: (i % 3 ? convenor.accountId : 'someone') as AccountId,
    institutionId: (i % 3 ? convenor.institutionId : null) as InstitutionId | null,
    at: new Date(start + i * 1_000).toISOString(),
    bytes,
  }));
  await db.transaction(async (tx) => {
    const createdAt = new Date(start).toISOString();
    await tx
      .insert(db.tables.documents)
      .values({ id: documentId, workspaceId, kind: 'plan', epoch: 1, createdAt });
    for (let i = 0; i < rows.length; i += 500)
      await tx.insert(db.tables.documentUpdates).values(rows.slice(i, i + 500));
  });
  return { documentId, text: doc.getText('t').toString(), rows };
}

/** What makes snapshots and segments, over a test's database, two days after the logs of `buildLog` begin. */
export function openArchive(db: Db, given: Partial<SyncLimits> = {}) {
  const clock = makeTestClock(new Date(start + 48 * 3_600_000).toISOString());
  const limits = {
    ...defaultLimits,
    archivePauseMs: 0,
    segmentUpdatesAtLeast: 10,
    segmentUpdatesAtMost: 40,
    ...given,
  };
  const storage = makeSyncStorage({ db, clock });
  const compactor = new Compactor();
  const archive = new Archive({ storage, compactor, limits, clock, log: pino({ level: 'silent' }) });

  /** Makes a snapshot of the log as it is, or of its first `uptoSeq` entries. */
  async function snapshot(documentId: DocumentId, uptoSeq?: number): Promise<void> {
    const stored = await storage.load(documentId);
    if (!stored) throw new Error('no such document');
    const from = stored.snapshot?.uptoSeq ?? 0;
    const seq = uptoSeq ?? stored.seq;
    const { state, stateVector, hash } = await compactor.compact({
      ...stored,
      seq,
      updates: stored.updates.slice(0, seq - from),
    });
    await storage.saveSnapshot({ documentId, epoch: stored.epoch, uptoSeq: seq, state, stateVector, hash });
  }

  async function pack(documentId: DocumentId): Promise<void> {
    archive.consider(documentId);
    await archive.settled();
  }

  async function close(): Promise<void> {
    await archive.stop();
    await compactor.stop();
  }

  return { storage, compactor, archive, clock, snapshot, pack, close };
}

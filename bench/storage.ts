import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import * as Y from 'yjs';
import type { Db } from '#db/db';
import { openSqlite } from '#db/open-sqlite';
import type { DocumentId } from '#domain/ids';
import { readHistory } from '#server/features/documents/history';
import { newId } from '#server/new-id';
import { buildDoc } from '#server/sync/build-doc';
import { openArchive } from '#tests/factories/logs';
import { buildWorkspace } from '#tests/factories/workspaces';
import { machine, median } from './machine';

/** What 260,000 real keystrokes take on disk: as rows, then packed; and how long each step of packing holds the file. */
const dir = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const file = join(dir, 'concord.sqlite');
const db = openSqlite({ file, migrationsDir: 'db/migrations' });
const heldMs: number[] = [];
const limits = { segmentUpdatesAtLeast: 500, segmentUpdatesAtMost: 1_000 };
const { storage, snapshot, pack, clock, close } = openArchive(timed(db), limits);
const documentId = newId<DocumentId>();
const updates = keystrokes();
const emptyBytes = sizeOfFile();

await feed();
const rowsBytes = sizeOfFile() - emptyBytes;
await snapshot(documentId, updates.length - 100);
await snapshot(documentId);
clock.advance(86_400_000);
heldMs.length = 0;
const started = performance.now();
await pack(documentId);
const packedInMs = performance.now() - started;
const packedBytes = sizeOfFile() - emptyBytes;

const { documentSegments, documentSnapshots, documentUpdates } = db.tables;
const segments = await db.read.select().from(documentSegments);
const snapshots = await db.read.select().from(documentSnapshots);
const rows = await db.read.select().from(documentUpdates);
const authorsBytes = segments.reduce((sum, segment) => sum + segment.authors.length, 0);
const updatesBytes = segments.reduce((sum, segment) => sum + (segment.updates?.length ?? 0), 0);

const readStarted = performance.now();
let entries = 0;
for await (const some of readHistory(db, { documentId, epoch: 1 })) entries += some.length;
const readInMs = performance.now() - readStarted;
const loadStarted = performance.now();
const stored = await storage.load(documentId);
if (!stored) throw new Error('the document has gone');
const { doc } = buildDoc(stored);
const loadInMs = performance.now() - loadStarted;

const kB = (bytes: number) => `${Math.round(bytes / 1_000).toLocaleString('en')} kB`;
console.log(machine());
console.log(
  `${updates.length.toLocaleString('en')} keystrokes, text of ${doc.getText('t').length.toLocaleString('en')} characters`,
);
console.log(`raw updates ${kB(updates.reduce((sum, { length }) => sum + length, 0))}`);
console.log(`as rows, the file grew by ${kB(rowsBytes)}`);
console.log(
  `packed, ${kB(packedBytes)}: ${segments.length} segments of ${kB(authorsBytes)} (who, when) and ${kB(updatesBytes)} (what), ` +
    `${snapshots.length} snapshots of ${kB(snapshots[0]?.state.length ?? 0)}, ${rows.length} row`,
);
console.log(
  `packed in ${Math.round(packedInMs)} ms; transactions of ${median(heldMs).toFixed(1)} ms at the median, ${Math.max(...heldMs).toFixed(1)} at most`,
);
console.log(
  `history of ${entries.toLocaleString('en')} entries read in ${Math.round(readInMs)} ms; loaded in ${Math.round(loadInMs)} ms`,
);
await close();
await db.close();
rmSync(dir, { recursive: true, force: true });

/** On SQLite the loop and all writers wait for a transaction. */
function timed(timedDb: Db): Db {
  return {
    ...timedDb,
    transaction: async (work) => {
      const begun = performance.now();
      const result = await timedDb.transaction(work);
      heldMs.push(performance.now() - begun);
      return result;
    },
  };
}

function keystrokes(): Uint8Array[] {
  const trace = JSON.parse(gunzipSync(readFileSync('bench/traces/automerge-paper.json.gz')).toString()) as {
    txns: { patches: [at: number, deleted: number, inserted: string][] }[];
  };
  const writer = new Y.Doc();
  const text = writer.getText('t');
  const made: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => made.push(update));
  for (const { patches } of trace.txns) {
    for (const [at, deleted, inserted] of patches) {
      writer.transact(() => {
        if (deleted) text.delete(at, deleted);
        if (inserted) text.insert(at, inserted);
      });
    }
  }
  return made;
}

async function feed(): Promise<void> {
  const { workspaceId, convenor } = await buildWorkspace(db);
  const createdAt = clock.now().toISOString();
  await db.transaction((tx) =>
    tx
      .insert(db.tables.documents)
      .values({ id: documentId, workspaceId, kind: 'plan', epoch: 1, createdAt })
      .then(() => undefined),
  );
  const author = { accountId: convenor.accountId, institutionId: convenor.institutionId };
  for (let i = 0; i < updates.length; i += 50) {
    clock.advance(50 * 180 + (i % 37));
    await storage.append(
      updates.slice(i, i + 50).map((bytes, j) => ({ documentId, epoch: 1, seq: i + j + 1, author, bytes })),
    );
  }
}

/** Without the pages that are free to be used again. */
function sizeOfFile(): number {
  const connection = new Database(file);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.exec('VACUUM');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  return statSync(file).size;
}

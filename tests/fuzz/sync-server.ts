// The sync engine in a process of its own, to be attacked and killed. Arguments: data directory, port, and a
// PostgreSQL address or nothing. Everyone may write. Whatever goes wrong goes to stderr; nothing else does.
import { createServer } from 'node:http';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { openDb } from '#db/open';
import type { DocumentId } from '#domain/ids';
import { readConfig } from '#server/config/config';
import { makeSyncStorage } from '#server/features/documents/storage';
import { syncRequests } from '#server/http/sync-http';
import { listenToUpgrades } from '#server/http/upgrades';
import { newId } from '#server/new-id';
import { defaultLimits } from '#server/sync/limits';
import { makeSync } from '#server/sync/sync';
import { buildWorkspace } from '#tests/factories/workspaces';

const [dataDir = '', port, databaseUrl, startAheadMs] = process.argv.slice(2);
let aheadMs = Number(startAheadMs ?? 0);
const clock = { now: () => new Date(Date.now() + aheadMs) };
const db = await openDb({ databaseUrl: databaseUrl || null, dataDir, migrationsDir: 'db/migrations' });
// Floods are held back, but for parts of a second rather than half a minute.
const rate = { perSecond: 20_000, burst: 2_000 };
const sync = makeSync({
  storage: makeSyncStorage({ db, clock }),
  authorise: async ({ cookie }) => ({
    status: 'granted',
    grant: {
      accountId: cookie,
      sessionId: cookie,
      workspaceId: '',
      institutionId: cookie,
      canWrite: true,
      user: { accountId: cookie },
    },
  }),
  clock,
  log: pino({ level: 'error' }, pino.destination({ fd: 2, sync: true })),
  schema: 1,
  // Small, so that a few seconds meet what takes a ministry weeks: snapshots, segments, congestion, rooms that leave, documents that are handed out as they are on disk.
  limits: {
    snapshotUpdates: 40,
    asStoredBytes: 0,
    partingUpdates: 5,
    segmentUpdatesAtLeast: 20,
    segmentUpdatesAtMost: 50,
    archivePauseMs: 5,
    archiveSweepMs: 1_000,
    congestedBytes: 16_384,
    idleMs: 20,
    sweepMs: 2_000,
    closeMs: 500,
    rates: { ...defaultLimits.rates, ofConnection: rate, ofPerson: rate },
  },
});
const config = readConfig({});
const httpServer = createServer();
listenToUpgrades(httpServer, { config, onSync: sync.upgrade });
const onHttp = syncRequests({ config, onSyncHttp: sync.handleHttp });
httpServer.on('request', (request, response) =>
  onHttp(request, response, () => response.writeHead(404).end()),
);

async function createDocument(): Promise<DocumentId> {
  const [known] = await db.read.select({ id: db.tables.workspaces.id }).from(db.tables.workspaces).limit(1);
  const workspaceId = known?.id ?? (await buildWorkspace(db)).workspaceId;
  const id = newId<DocumentId>();
  await db.transaction(async (tx) => {
    const createdAt = clock.now().toISOString();
    await tx.insert(db.tables.documents).values({ id, workspaceId, kind: 'plan', epoch: 1, createdAt });
  });
  return id;
}

process.on('disconnect', () => process.exit(0));
/** SQLite then says that the disk is full. Below what the file already has, the limit is what it has. */
async function limitPages(pages: number): Promise<void> {
  await db.transaction(async (tx) => {
    (tx as unknown as { get(query: unknown): unknown }).get(sql.raw(`PRAGMA max_page_count = ${pages}`));
  });
}

process.on('message', async (ask: { jumpMs?: number; isDiskFull?: boolean }) => {
  aheadMs += ask.jumpMs ?? 0;
  if (ask.isDiskFull !== undefined) await limitPages(ask.isDiskFull ? 1 : 1_000_000);
  process.send?.(Object.keys(ask).length === 0 ? await createDocument() : sync.stats());
});
httpServer.listen(Number(port), '127.0.0.1', () => process.send?.('listening'));

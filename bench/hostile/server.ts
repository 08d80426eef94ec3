// The sync engine alone in a process of its own, to be attacked: directory and port are its arguments. Everyone may write.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pino } from 'pino';
import * as Y from 'yjs';
import { openSqlite } from '#db/open-sqlite';
import { systemClock } from '#domain/clock';
import type { DocumentId } from '#domain/ids';
import { readConfig } from '#server/config/config';
import { makeSyncStorage } from '#server/features/documents/storage';
import { listenToUpgrades } from '#server/http/upgrades';
import { newId } from '#server/new-id';
import { makeSync } from '#server/sync/sync';
import { buildWorkspace } from '#tests/factories/workspaces';

const [directory = '', port] = process.argv.slice(2);
const db = openSqlite({ file: join(directory, 'concord.sqlite'), migrationsDir: 'db/migrations' });
const { workspaceId } = await buildWorkspace(db);
const sync = makeSync({
  storage: makeSyncStorage({ db, clock: systemClock }),
  authorise: async ({ cookie }) => ({
    status: 'granted',
    grant: {
      accountId: cookie,
      sessionId: cookie,
      workspaceId,
      institutionId: cookie,
      canWrite: true,
      user: {
        accountId: cookie,
        name: `Person ${cookie}`,
        institutionId: cookie,
        acronym: 'MOH',
        kind: 'ministry',
      },
    },
  }),
  clock: systemClock,
  log: pino({ level: 'fatal' }),
  schema: 1,
});
const httpServer = createServer();
listenToUpgrades(httpServer, { config: readConfig({}), onSync: sync.upgrade });

async function createDocument(bytes: number): Promise<DocumentId> {
  const id = newId<DocumentId>();
  const at = new Date().toISOString();
  const doc = new Y.Doc();
  for (let left = bytes; left > 0; left -= 1_000) doc.getArray('rows').push(['x'.repeat(1_000)]);
  const update = Y.encodeStateAsUpdate(doc);
  await db.transaction(async (tx) => {
    const { documents, documentUpdates } = db.tables;
    await tx.insert(documents).values({ id, workspaceId, kind: 'plan', epoch: 1, createdAt: at });
    await tx.insert(documentUpdates).values({ documentId: id, epoch: 1, seq: 1, at, bytes: update });
  });
  return id;
}

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
let peak = 0;
let collecting = process.cpuUsage();
const watch = () => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(watch, 10);

/** Since the last time this was asked; memory after a collection. */
function usage() {
  watch();
  const peakMiB = peak / 2 ** 20;
  const { user, system } = process.cpuUsage(collecting);
  for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  collecting = process.cpuUsage();
  const stallMs = loop.max / 1e6;
  loop.reset();
  peak = rss;
  const MiB = 2 ** 20;
  return {
    /** Without what the collections made for this cost. */
    cpuMs: (user + system) / 1_000,
    stallMs,
    peakMiB,
    rssMiB: rss / MiB,
    heapMiB: heapUsed / MiB,
    externalMiB: external / MiB,
    stats: sync.stats(),
  };
}
export type Usage = ReturnType<typeof usage>;

process.on('disconnect', () => process.exit(0));
process.on('message', async (ask: { create?: number }) => {
  process.send?.(ask.create === undefined ? usage() : await createDocument(ask.create));
});
httpServer.listen(Number(port), '127.0.0.1', () => process.send?.('listening'));

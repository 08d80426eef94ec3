// Our engine in a process of its own, over the storage that the product uses. Everyone may write; nothing else is
// simplified. Arguments: directory, port, number of documents, and a PostgreSQL address or nothing.
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { openDb } from '#db/open';
import { systemClock } from '#domain/clock';
import type { DocumentId } from '#domain/ids';
import { readConfig } from '#server/config/config';
import { makeSyncStorage } from '#server/features/documents/storage';
import { listenToUpgrades } from '#server/http/upgrades';
import { makeSync } from '#server/sync/sync';
import { buildWorkspace } from '#tests/factories/workspaces';
import { announce } from './probe.mjs';
import { roomName } from './rooms';

const [dataDir = '', port, rooms, databaseUrl] = process.argv.slice(2);
// It runs in a folder of its own below .cache.
const migrationsDir = resolve('../../../db/migrations');
const db = await openDb({ databaseUrl: databaseUrl || null, dataDir, migrationsDir });
await createDocuments(Number(rooms));
const endless = { perSecond: 1e9, burst: 1e9 };
const sync = makeSync({
  storage: makeSyncStorage({ db, clock: systemClock }),
  authorise: async ({ cookie }) => ({
    status: 'granted',
    grant: {
      accountId: cookie,
      sessionId: cookie,
      workspaceId: '',
      institutionId: cookie,
      canWrite: true,
      user: { accountId: cookie, name: cookie },
    },
  }),
  clock: systemClock,
  log: pino({ level: 'warn' }, pino.destination(2)),
  schema: 1,
  // One connection feeds 260,000 edits as fast as it can; nobody types like that.
  limits: { rates: { ofConnection: endless, ofPerson: endless, ofNetwork: endless, ofKnocks: endless } },
});
const httpServer = createServer();
listenToUpgrades(httpServer, { config: readConfig({}), onSync: sync.upgrade });
httpServer.listen(Number(port), '127.0.0.1', announce);
process.on('SIGTERM', async () => {
  await sync.stop();
  await db.close();
  process.exit(0);
});

async function createDocuments(count: number): Promise<void> {
  const { documents } = db.tables;
  const known = await db.read.select({ id: documents.id }).from(documents);
  if (known.length > 0) return;
  const { workspaceId } = await buildWorkspace(db);
  await db.transaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      const id = roomName(i) as DocumentId;
      const createdAt = '2026-01-01T00:00:00.000Z';
      await tx.insert(documents).values({ id, workspaceId, kind: 'plan', epoch: 1, createdAt });
    }
  });
}

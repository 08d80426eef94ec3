import { createServer } from 'node:http';
import { pino } from 'pino';
import { openSqlite } from '#db/open-sqlite';
import { systemClock } from '#domain/clock';
import { readConfig } from '#server/config/config';
import { makeSyncStorage } from '#server/features/documents/storage';
import { listenToUpgrades } from '#server/http/upgrades';
import { makeSync } from '#server/sync/sync';

/** The sync engine in a process of its own, to be killed: file and port are its arguments; everyone may write. */
const [file, port] = process.argv.slice(2) as [string, string];
const db = openSqlite({ file, migrationsDir: 'db/migrations' });
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
      user: { accountId: cookie },
    },
  }),
  clock: systemClock,
  log: pino({ level: 'error' }),
  schema: 1,
  limits: { snapshotUpdates: 40 },
});
const httpServer = createServer();
listenToUpgrades(httpServer, { config: readConfig({}), onSync: sync.upgrade });
httpServer.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));

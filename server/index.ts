import { pino } from 'pino';
import { openDb } from '#db/open';
import { systemClock } from '#domain/clock';
import { readConfig } from './config/config';
import { sayOnConsole } from './services';
import { startServer } from './start';

const config = readConfig(process.env);
const log = pino({ level: config.logLevel });
const db = await openDb({
  databaseUrl: config.databaseUrl,
  dataDir: config.dataDir,
  migrationsDir: 'db/migrations',
});
const server = await startServer({ config, db, clock: systemClock, log }).catch(async (error: unknown) => {
  await db.close();
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  sayOnConsole(`Port ${config.port} is taken by another program. Choose another one: PORT=3001 npm start`);
  process.exit(1);
});

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    // Whatever hangs or fails, whoever asked for the stop gets it.
    setTimeout(() => process.exit(1), 15_000).unref();
    try {
      await server.stop();
      await db.close();
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'the stop failed');
      process.exit(1);
    }
  });
}
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught exception'));

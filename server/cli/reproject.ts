import { pino } from 'pino';
import { openDb } from '#db/open';
import { systemClock } from '#domain/clock';
import { readConfig } from '../config/config';
import { reprojectAll } from '../features/plans';
import { makeServices } from '../services';

// npm run reproject: makes what is shown of plans outside of the editor agree with their documents.
const config = readConfig(process.env);
const { databaseUrl, dataDir } = config;
const db = await openDb({ databaseUrl, dataDir, migrationsDir: 'db/migrations' });
const { plans } = makeServices({ config, db, clock: systemClock, log: pino({ level: 'warn' }) });
await reprojectAll({ db, rebuild: plans.rebuild, say: (line) => process.stdout.write(`${line}\n`) });
await db.close();

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { assertSameVersion } from '#db/backup';
import { isInUse } from '#db/in-use';
import { openDb } from '#db/open';
import { systemClock } from '#domain/clock';
import { readConfig } from '../config/config';
import { visitAll } from '../doctor/doctor';
import { sayReport } from '../doctor/words';
import { makeServices } from '../services';

// npm run doctor -- [--repair] [--json]: 0, every document is sound; 1, some are not; 2, it could not look.
const given = process.argv.slice(2);
const [isRepair, isJson] = [given.includes('--repair'), given.includes('--json')];
try {
  process.exitCode = await run();
} catch (error) {
  console.error(`The doctor could not look: ${(error as Error).message}`);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const config = readConfig(process.env);
  const { databaseUrl, dataDir } = config;
  const place = { databaseUrl, dataDir, migrationsDir: 'db/migrations' };
  await assertSameVersion(place);
  if (isRepair && (await isInUse(place)))
    throw new Error('Concord, or another program, has the database open. Stop it before --repair.');
  const db = await openDb(place);
  const services = makeServices({ config, db, clock: systemClock, log: pino({ level: 'silent' }) });
  const keep = isRepair ? keepIn(join(dataDir, 'doctor')) : null;
  const counts = { documents: 0, unsound: 0 };
  for await (const report of visitAll({ db, clock: systemClock, keep, rebuild: services.plans.rebuild })) {
    counts.documents++;
    if (!report.isSound) counts.unsound++;
    if (isJson) console.log(JSON.stringify(report));
    else for (const line of sayReport(report)) console.log(line);
  }
  await services.documents.stop();
  await db.close();
  if (!isJson) console.log(`Documents: ${counts.documents}. Not sound: ${counts.unsound}.`);
  return counts.unsound === 0 ? 0 : 1;
}

function keepIn(folder: string) {
  return (name: string, bytes: Uint8Array): string => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, name);
    writeFileSync(file, bytes, { mode: 0o600 });
    return file;
  };
}

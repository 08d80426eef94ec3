import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeBackup } from '#db/backup';
import { instant, systemClock } from '#domain/clock';
import { readConfig } from '../config/config';

// npm run backup -- FILE|FOLDER: one point in time of everything, while the server goes on.
const [given] = process.argv.slice(2);
if (!given) {
  console.error('Say where to: npm run backup -- FILE, or the FOLDER that it goes into.');
  process.exit(2);
}
const { databaseUrl, dataDir } = readConfig(process.env);
const madeAt = instant(systemClock);
const isFolder = existsSync(given) && statSync(given).isDirectory();
const file = isFolder ? join(given, `concord-${madeAt.slice(0, 19).replaceAll(':', '-')}Z.backup`) : given;
try {
  const summary = await writeBackup({ databaseUrl, dataDir, migrationsDir: 'db/migrations', file, madeAt });
  const rows = Object.values(summary.rows).reduce((sum, count) => sum + count, 0);
  const { documents = 0 } = summary.rows;
  console.log(
    `${file}: ${statSync(file).size} bytes, ${documents} documents, ${rows} rows, read through and whole.`,
  );
} catch (error) {
  console.error(`No backup was made: ${(error as Error).message}`);
  process.exit(1);
}

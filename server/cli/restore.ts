import { BackupError, RestoreRefused, restoreBackup } from '#db/backup';
import { instant, systemClock } from '#domain/clock';
import { makeNewEpochs } from '../backup/new-epochs';
import { readConfig } from '../config/config';

// npm run restore -- FILE [--force]: puts a backup in the place of the database, while the server is stopped.
const given = process.argv.slice(2);
const file = given.find((argument) => !argument.startsWith('--'));
if (!file) {
  console.error('Say which: npm run restore -- FILE [--force]');
  process.exit(2);
}
const { databaseUrl, dataDir } = readConfig(process.env);
try {
  const { madeAt, rows, keptAs } = await restoreBackup({
    databaseUrl,
    dataDir,
    migrationsDir: 'db/migrations',
    file,
    isForced: given.includes('--force'),
    stamp: instant(systemClock).slice(0, 19).replaceAll(':', '-'),
    change: makeNewEpochs(systemClock),
  });
  const { documents = 0, accounts = 0 } = rows;
  console.log(
    `Restored to ${madeAt}: ${documents} documents, ${accounts} accounts. Everyone must sign in again.`,
  );
  if (keptAs) console.log(`What was there before is kept as ${keptAs}; remove it once you are sure.`);
} catch (error) {
  const { message } = error as Error;
  const isBad = error instanceof BackupError;
  console.error(
    isBad
      ? `Nothing was restored, since ${file} is no good: ${message}.`
      : `Nothing was restored: ${message}`,
  );
  process.exit(error instanceof RestoreRefused ? 2 : 1);
}

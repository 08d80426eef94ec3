import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  assertHeader,
  BackupError,
  type BackupSummary,
  type BackupValue,
  readBackup,
  verifyBackup,
} from './format';
import { listMigrations, type Migration } from './migrations';
import { openPostgresTarget } from './postgres-target';
import type { Place } from './source';
import { openSqliteTarget } from './sqlite-target';
import type { RestoreTarget, TargetTable } from './target';

const rowsAtOnce = 500;
const bytesAtOnce = 8 * 1024 * 1024;

export interface Restored extends BackupSummary {
  /** Where what was there before is kept. */
  keptAs: string | null;
}

/** Changes a row on its way into the database. */
export type RowChange = (table: TargetTable, row: BackupValue[]) => BackupValue[];

/**
 * Restores a backup into a database of either kind: whole, or not at all. Throws `BackupError` for a file that is not
 * whole, and `RestoreRefused` where it would overwrite, or where the server still runs.
 */
export async function restoreBackup({
  file,
  isForced,
  stamp,
  change,
  ...place
}: Place & { file: string; isForced: boolean; stamp: string; change: RowChange }): Promise<Restored> {
  const summary = await verifyBackup(file);
  const dialect = place.databaseUrl ? 'postgres' : 'sqlite';
  const migrations = listMigrations(place.migrationsDir, dialect);
  const last = migrations.findIndex(({ tag }) => tag === summary.migration);
  if (last < 0) throw new BackupError(`it needs a newer version of Concord (${summary.migration})`);
  const options = { isForced, stamp };
  const target = place.databaseUrl
    ? await openPostgresTarget({ url: place.databaseUrl, ...options })
    : openSqliteTarget({ dataDir: place.dataDir, ...options });
  try {
    await fill(target, { file, before: migrations.slice(0, last + 1), change, dataDir: place.dataDir });
    await target.migrate(migrations.slice(last + 1));
    return { ...summary, ...(await target.finish()) };
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

async function fill(
  target: RestoreTarget,
  {
    file,
    before,
    change,
    dataDir,
  }: { file: string; before: Migration[]; change: RowChange; dataDir: string },
): Promise<void> {
  await target.migrate(before);
  let table: TargetTable | null = null;
  let rows: BackupValue[][] = [];
  let bytes = 0;
  const insert = async () => {
    if (table && rows.length > 0) await target.insert(table, rows);
    rows = [];
    bytes = 0;
  };
  let isFirst = true;
  for await (const line of readBackup(file)) {
    if (isFirst) assertHeader(line);
    else if (Array.isArray(line) && table) {
      rows.push(change(table, line));
      bytes += sizeOf(line);
      if (rows.length === rowsAtOnce || bytes > bytesAtOnce) await insert();
    } else if ('table' in line) table = { name: line.table, columns: line.columns };
    else if ('end' in line) await insert();
    else if ('file' in line) await writeIfNew(dataDir, line);
    isFirst = false;
  }
}

async function writeIfNew(dataDir: string, { file, bytes }: { file: string; bytes: string }): Promise<void> {
  if (!/^outbox\/[^/\\]+$/.test(file)) throw new BackupError(`it holds a file in a strange place: ${file}`);
  const path = join(dataDir, file);
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, Buffer.from(bytes, 'base64'), { mode: 0o600 });
}

function sizeOf(row: BackupValue[]): number {
  return row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
}

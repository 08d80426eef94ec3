import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isSqliteInUse } from '../in-use';
import type { BackupValue } from './format';
import { statementsOf } from './migrations';
import type { ColumnKind } from './tables';
import { bytesOf, quoted, RestoreRefused, type RestoreTarget, refusals } from './target';
import { flush } from './write-backup';

/** A new file beside the one in use, which takes its place at the end. Throws `RestoreRefused`. */
export function openSqliteTarget({
  dataDir,
  isForced,
  stamp,
}: {
  dataDir: string;
  isForced: boolean;
  stamp: string;
}): RestoreTarget {
  const file = `${dataDir}/concord.sqlite`;
  const unfinished = `${file}.restoring`;
  mkdirSync(dataDir, { recursive: true });
  if (existsSync(file)) assertFree(file, isForced);
  rmSync(unfinished, { force: true });
  const target = new Database(unfinished);
  target.pragma('journal_mode = OFF');
  target.pragma('synchronous = OFF');
  target.pragma('foreign_keys = OFF');

  return {
    migrate: async (migrations) => {
      for (const statement of statementsOf(migrations, 'sqlite')) target.exec(statement);
    },
    insert: async ({ name, columns }, rows) => {
      const names = columns.map(([column]) => quoted(column)).join(', ');
      const places = columns.map(() => '?').join(', ');
      const statement = target.prepare(`INSERT INTO ${quoted(name)} (${names}) VALUES (${places})`);
      target.transaction(() => {
        for (const row of rows) statement.run(columns.map(([, kind], i) => stored(row[i] ?? null, kind)));
      })();
    },
    finish: async () => {
      const [dangling] = target.pragma('foreign_key_check') as { table: string }[];
      if (dangling) throw new Error(`Rows of ${dangling.table} refer to what is not there.`);
      const [integrity] = target.pragma('integrity_check') as { integrity_check: string }[];
      if (integrity?.integrity_check !== 'ok')
        throw new Error(`The file is damaged: ${integrity?.integrity_check}`);
      target.pragma('journal_mode = DELETE');
      target.close();
      await flush(unfinished);
      const keptAs = existsSync(file) ? `${file}.before-restore-${stamp}` : null;
      if (keptAs) renameSync(file, keptAs);
      renameSync(unfinished, file);
      await flush(dataDir);
      return { keptAs };
    },
    abandon: async () => {
      target.close();
      rmSync(unfinished, { force: true });
    },
  };
}

function stored(value: BackupValue, kind: ColumnKind): string | number | Buffer | null {
  if (value === null) return null;
  if (kind === 'bytes') return bytesOf(value);
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'boolean') return value ? 1 : 0;
  return value as string | number;
}

/** A file that is no database at all makes room only when that is asked for. */
function assertFree(file: string, isForced: boolean): void {
  try {
    if (isSqliteInUse(file)) throw new RestoreRefused(refusals.running);
    if (!isForced && hasAccounts(file)) throw new RestoreRefused(refusals.filled);
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_NOTADB' || !isForced) throw error;
  }
}

function hasAccounts(file: string): boolean {
  const current = new Database(file, { readonly: true });
  try {
    const table = current
      .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'accounts'")
      .get();
    return table !== undefined && current.prepare('SELECT 1 FROM accounts LIMIT 1').get() !== undefined;
  } finally {
    current.close();
  }
}

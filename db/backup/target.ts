import type { BackupValue } from './format';
import type { Migration } from './migrations';
import type { ColumnKind } from './tables';

export interface TargetTable {
  name: string;
  columns: [name: string, kind: ColumnKind][];
}

/** Where a backup is restored to. Nothing of it is seen before `finish`, and nothing at all after `abandon`. */
export interface RestoreTarget {
  migrate(migrations: Migration[]): Promise<void>;
  insert(table: TargetTable, rows: BackupValue[][]): Promise<void>;
  /** Puts it in the place of what was there, which is kept under the name given back; null: nothing was there. */
  finish(): Promise<{ keptAs: string | null }>;
  abandon(): Promise<void>;
}

/** Why a backup is not restored here; the words for the operator are in the message. */
export class RestoreRefused extends Error {}

export const refusals = {
  running: 'Concord, or another program, has this database open. Stop it first.',
  filled:
    'There are accounts in this database. With --force they make room for the backup, and are kept aside.',
};

/** Names of ours only: a backup is data, and may not say which statement to run. */
export function quoted(name: string): string {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is not the name of a table or column`);
  return `"${name}"`;
}

export function bytesOf(value: BackupValue): Buffer {
  return Buffer.from(value as string, 'base64');
}

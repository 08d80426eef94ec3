import { type Column, getTableColumns, getTableName, type Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import type { Db } from '../db';
import { postgresKit } from '../kit/postgres';
import { sqliteKit } from '../kit/sqlite';
import { buildTables } from '../tables';

/** How a column's values are written into a backup: bytes in base64, the others as JSON has them. */
export type ColumnKind = 'plain' | 'boolean' | 'json' | 'bytes';

export interface BackupColumn {
  name: string;
  kind: ColumnKind;
  /** The name by which drizzle gives its values. */
  key: string;
}

export interface BackupTable {
  name: string;
  table: Table;
  columns: BackupColumn[];
  primaryKey: { key: string; column: Column }[];
}

/** Sessions and password resets stay out: what was ended after a backup must not come back to life with it. */
const leftOut = ['sessions', 'password_resets'];

/** The tables of a backup, each after those that it refers to. */
export function backupTables(dialect: Db['dialect']): BackupTable[] {
  const tables = Object.values(buildTables(dialect === 'sqlite' ? sqliteKit : postgresKit)) as Table[];
  return tables
    .filter((table) => !leftOut.includes(getTableName(table)))
    .map((table) => {
      const columns = Object.entries(getTableColumns(table));
      const inKey = primaryKeyOf(table, dialect);
      return {
        name: getTableName(table),
        table,
        columns: columns.map(([key, column]) => ({ key, name: toSnakeCase(key), kind: kindOf(column) })),
        primaryKey: columns
          .filter(([, { name }]) => inKey.includes(name))
          .sort(([, a], [, b]) => inKey.indexOf(a.name) - inKey.indexOf(b.name))
          .map(([key, column]) => ({ key, column })),
      };
    });
}

function primaryKeyOf(table: Table, dialect: Db['dialect']): string[] {
  const { primaryKeys } =
    dialect === 'sqlite' ? sqliteConfig(table as never) : postgresConfig(table as never);
  const [composite] = primaryKeys;
  const columns =
    composite?.columns ?? Object.values(getTableColumns(table)).filter(({ primary }) => primary);
  if (columns.length === 0) throw new Error(`${getTableName(table)} has no primary key to read it by`);
  return columns.map(({ name }) => name);
}

function kindOf(column: Column): ColumnKind {
  if (column.dataType === 'json') return 'json';
  if (column.dataType === 'boolean') return 'boolean';
  return ['blob', 'bytea'].includes(column.getSQLType()) ? 'bytes' : 'plain';
}

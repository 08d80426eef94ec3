import { readFileSync } from 'node:fs';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type { Db } from '../db';

export interface Migration extends MigrationMeta {
  tag: string;
}

/** The migrations of this version of Concord for one database, in order. */
export function listMigrations(migrationsDir: string, dialect: Db['dialect']): Migration[] {
  const folder = `${migrationsDir}/${dialect}`;
  const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
    entries: { tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: folder }).map((migration, i) => ({
    ...migration,
    tag: entries[i]?.tag ?? '',
  }));
}

const recordTable = { sqlite: '"__drizzle_migrations"', postgres: '"drizzle"."__drizzle_migrations"' };

/** Statements that apply these migrations to a database that has those before them, and record them as drizzle does. */
export function statementsOf(migrations: Migration[], dialect: Db['dialect']): string[] {
  const table = recordTable[dialect];
  return [
    ...(dialect === 'postgres' ? ['CREATE SCHEMA IF NOT EXISTS "drizzle"'] : []),
    `CREATE TABLE IF NOT EXISTS ${table} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at ${
      dialect === 'postgres' ? 'bigint' : 'numeric'
    })`,
    ...migrations.flatMap(({ sql, hash, folderMillis }) => [
      ...sql,
      `INSERT INTO ${table} (hash, created_at) VALUES ('${hash}', ${folderMillis})`,
    ]),
  ];
}

export const lastMigrationQuery = (dialect: Db['dialect']) =>
  `SELECT max(created_at) AS at FROM ${recordTable[dialect]}`;

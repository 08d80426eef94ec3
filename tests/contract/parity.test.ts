import Database from 'better-sqlite3';
import { type Column, getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { postgresKit } from '#db/kit/postgres';
import { sqliteKit } from '#db/kit/sqlite';
import * as postgresSchema from '#db/schema/postgres';
import * as sqliteSchema from '#db/schema/sqlite';
import { buildTables } from '#db/tables';

const faces = { sqlite: buildTables(sqliteKit), postgres: buildTables(postgresKit) };
const tableNames = Object.keys(faces.sqlite).sort();

/** Custom columns are bytes, or text in a form of its own: instants, dates, decimals. */
function javascriptType(column: Column): string {
  if (column.dataType !== 'custom') return column.dataType;
  return ['blob', 'bytea'].includes(column.getSQLType()) ? 'bytes' : 'string';
}

/** What the rest of the code can see of a column: its key, whether it may be null, and the JavaScript type. */
function shapeOf(table: Table) {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([key, column]) => [
      key,
      { isNullable: !column.notNull, isPrimary: column.primary, type: javascriptType(column) },
    ]),
  );
}

interface LiveColumn {
  table: string;
  column: string;
  nullable: boolean;
}

function byName(a: LiveColumn, b: LiveColumn): number {
  return `${a.table}.${a.column}`.localeCompare(`${b.table}.${b.column}`);
}

function liveSqlite(): LiveColumn[] {
  const file = new Database(inject('sqliteTemplate'), { readonly: true });
  try {
    const rows = file
      .prepare(
        `SELECT m.name AS "table", c.name AS "column", c."notnull" = 0 AND c.pk = 0 AS nullable
         FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'`,
      )
      .all() as { table: string; column: string; nullable: number }[];
    return rows.map((row) => ({ ...row, nullable: row.nullable === 1 })).sort(byName);
  } finally {
    file.close();
  }
}

async function livePostgres(): Promise<LiveColumn[]> {
  const url = inject('postgresUrl').replace(/\/[^/]*$/, '/concord_template');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<LiveColumn>(
      `SELECT table_name AS "table", column_name AS "column", is_nullable = 'YES' AS nullable
       FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    return rows.sort(byName);
  } finally {
    await client.end();
  }
}

describe('parity of the two schemas', () => {
  it('shows drizzle-kit every table by name, on both', () => {
    for (const schema of [sqliteSchema, postgresSchema]) {
      expect(Object.keys(schema).sort()).toEqual(tableNames);
    }
  });

  it.each(tableNames)('%s has the same columns with the same JavaScript types', (name) => {
    const [sqlite, postgres] = [faces.sqlite, faces.postgres].map((face) => face[name as keyof typeof face]);
    expect(is(sqlite, Table) && is(postgres, Table)).toBe(true);
    expect(shapeOf(postgres as Table)).toEqual(shapeOf(sqlite as Table));
    expect(getTableName(postgres as Table)).toBe(getTableName(sqlite as Table));
  });

  it('is what the migrations make, down to what may be null', async () => {
    const sqlite = liveSqlite();
    expect(sqlite).toEqual(await livePostgres());
    expect(new Set(sqlite.map(({ table }) => table))).toEqual(
      new Set(Object.values(faces.sqlite).map((table) => getTableName(table))),
    );
  });
});

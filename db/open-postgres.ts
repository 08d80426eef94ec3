import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import { sumsOnConflict } from './adding';
import type { Db, Reader, Tx } from './db';
import { isDbError, mapDbError } from './errors';
import { postgresKit } from './kit/postgres';
import { buildTables } from './tables';

const tables = buildTables(postgresKit);
const maxAttempts = 12;
/** Rows an insert: well under the number of parameters that the server takes. */
const rowsAtOnce = 500;

/** Connects and applies the migrations. Throws what the driver throws when the server cannot be reached. */
export async function openPostgres({
  url,
  migrationsDir,
}: {
  url: string;
  migrationsDir: string;
}): Promise<Db> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that the server closes is replaced by the pool, and whoever was using it hears of it from their query.
  // Without listeners it would end the process: the pool's is for idle ones, the client's for those in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = drizzle(pool, { casing: 'snake_case' });
  await migrate(db, { migrationsFolder: `${migrationsDir}/postgres` });

  // Drizzle never gives back a connection of the pool whose BEGIN fails, as on one that was just cut.
  async function onConnection<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      const onClient = drizzle(client, { casing: 'snake_case' });
      return await onClient.transaction((tx) => work(tx as unknown as Tx), {
        isolationLevel: 'serializable',
      });
    } finally {
      client.release();
    }
  }

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await onConnection(work);
      } catch (error) {
        const mapped = mapDbError(error);
        if (!isDbError(mapped, 'busy') || attempt === maxAttempts) throw mapped;
        await pause(Math.random() * 5 * 2 ** Math.min(attempt, 6));
      }
    }
  }

  return {
    dialect: 'postgres',
    tables,
    read: db as unknown as Reader,
    transaction,
    inserter: (table) => async (tx, rows) => {
      for (let i = 0; i < rows.length; i += rowsAtOnce) {
        await tx.insert(table as SQLiteTable).values(rows.slice(i, i + rowsAtOnce));
      }
    },
    adder: (table, adding) => {
      const set = sumsOnConflict(table, adding, (known, given) => sql`${known} + ${given}`);
      return async (tx, rows) => {
        for (let i = 0; i < rows.length; i += rowsAtOnce) {
          await tx
            .insert(table as SQLiteTable)
            .values(rows.slice(i, i + rowsAtOnce))
            .onConflictDoUpdate({ target: adding.key, set });
        }
      };
    },
    exactSum: (column) => sql`sum(${column})::text`,
    close: () => pool.end(),
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import pg from 'pg';
import { isPostgresInUse } from '../in-use';
import type { BackupValue } from './format';
import { statementsOf } from './migrations';
import { backupTables, type ColumnKind } from './tables';
import { bytesOf, quoted, RestoreRefused, type RestoreTarget, refusals } from './target';

/** Parameters a statement: PostgreSQL takes 65,535. */
const parametersAtMost = 30_000;

/** One transaction; what was there moves into a schema of its own. Throws `RestoreRefused`. */
export async function openPostgresTarget({
  url,
  isForced,
  stamp,
}: {
  url: string;
  isForced: boolean;
  stamp: string;
}): Promise<RestoreTarget> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await assertFree(client, isForced);
    await client.query('BEGIN');
    const keptAs = await moveAside(client, `before_restore_${stamp.replace(/\W/g, '').toLowerCase()}`);
    return makeTarget(client, keptAs);
  } catch (error) {
    await client.end();
    throw error;
  }
}

function makeTarget(client: pg.Client, keptAs: string | null): RestoreTarget {
  return {
    migrate: async (migrations) => {
      for (const statement of statementsOf(migrations, 'postgres')) await client.query(statement);
    },
    insert: async ({ name, columns }, rows) => {
      const names = columns.map(([column]) => quoted(column)).join(', ');
      const atOnce = Math.max(1, Math.floor(parametersAtMost / columns.length));
      for (let i = 0; i < rows.length; i += atOnce) {
        const some = rows.slice(i, i + atOnce);
        let n = 0;
        const places = some.map(() => `(${columns.map(() => `$${++n}`).join(', ')})`).join(', ');
        await client.query(
          `INSERT INTO ${quoted(name)} (${names}) VALUES ${places}`,
          some.flatMap((row) => columns.map(([, kind], j) => stored(row[j] ?? null, kind))),
        );
      }
    },
    finish: async () => {
      await client.query('COMMIT');
      await client.end();
      return { keptAs };
    },
    abandon: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}

function stored(value: BackupValue, kind: ColumnKind): unknown {
  if (value === null) return null;
  if (kind === 'bytes') return bytesOf(value);
  return kind === 'json' ? JSON.stringify(value) : value;
}

async function assertFree(client: pg.Client, isForced: boolean): Promise<void> {
  if (await isPostgresInUse(client)) throw new RestoreRefused(refusals.running);
  const { rows: known } = await client.query("SELECT to_regclass('public.accounts') AS accounts");
  if (isForced || known[0]?.accounts === null) return;
  const { rows: accounts } = await client.query('SELECT 1 FROM public.accounts LIMIT 1');
  if (accounts.length > 0) throw new RestoreRefused(refusals.filled);
}

/** Gives the schema that now holds what was there; null when nothing was. */
async function moveAside(client: pg.Client, schema: string): Promise<string | null> {
  const names = [...backupTables('postgres').map(({ name }) => name), 'sessions', 'password_resets'];
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename = ANY($1)`,
    [names],
  );
  if (tables.length === 0) return null;
  await client.query(`CREATE SCHEMA ${schema}`);
  for (const { name } of tables)
    await client.query(`ALTER TABLE public.${quoted(name)} SET SCHEMA ${schema}`);
  await client.query(`ALTER TABLE drizzle."__drizzle_migrations" SET SCHEMA ${schema}`);
  const { rows: functions } = await client.query<{ name: string }>(
    `SELECT oid::regprocedure::text AS name FROM pg_proc p
     WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  for (const { name } of functions) await client.query(`ALTER FUNCTION ${name} SET SCHEMA ${schema}`);
  return `schema ${schema}`;
}

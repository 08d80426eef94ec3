import { sql } from 'drizzle-orm';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, expect, inject, it } from 'vitest';
import type { WebsocketProvider } from 'y-websocket';
import type { Db } from '#db/db';
import { type Engine, startEngine, until } from '#tests/factories/sync';

let engine: Engine;
afterEach(() => engine.close());

const page = 'x'.repeat(20_000);

it('a full disk refuses edits, shows them to nobody, and takes them all once there is space', async () => {
  const said: string[] = [];
  engine = await startEngine({ log: pino({ level: 'error' }, { write: (line) => said.push(line) }) });
  const id = await engine.createDocument();
  for (const name of ['a', 'b', 'c']) engine.permit(name);
  const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
  await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
  const closes: number[] = [];
  a.on('connection-close', (event) => closes.push(event?.code ?? 0));

  await limitPages(engine.db, 1);
  a.doc.getText('t').insert(0, page);
  await until(() => expect(closes.filter((code) => code === 1013).length).toBeGreaterThan(1));
  expect([textOf(b), b.wsconnected]).toEqual(['', true]);
  expect(said.some((line) => line.includes('updates not written') && line.includes('disk_full'))).toBe(true);
  a.doc.getText('t').insert(0, 'more while it is full ');

  await limitPages(engine.db, 1_000_000);
  await until(() => expect(textOf(b)).toBe(`more while it is full ${page}`));
  const fresh = engine.connect('c', id);
  await until(() => expect(textOf(fresh)).toBe(textOf(a)));
});

it('a database that cuts its connections loses nothing that was seen, and in the end nothing at all', async () => {
  engine = await startEngine({ dialect: 'postgres' });
  const id = await engine.createDocument();
  for (const name of ['a', 'b', 'watcher', 'fresh']) engine.permit(name);
  const writers = [engine.connect('a', id), engine.connect('b', id)];
  const watcher = engine.connect('watcher', id);
  await until(() => expect([...writers, watcher].every(({ synced }) => synced)).toBe(true));
  const database = await nameOf(engine.db);
  let made = 0;
  const writing = setInterval(() => {
    for (const { doc } of writers) doc.getArray<string>('list').push([`token ${made++}`]);
  }, 2);
  const seen = new Set<string>();
  for (let cut = 0; cut < 10; cut++) {
    const before = seen.size;
    await until(() => {
      for (const token of tokensOf(watcher)) seen.add(token);
      expect(seen.size).toBeGreaterThan(before + 10);
    });
    await cutConnections(database);
  }
  clearInterval(writing);
  await until(() => expect(tokensOf(watcher).length).toBe(made));
  const fresh = engine.connect('fresh', id);
  await until(() => expect(tokensOf(fresh).length).toBe(made));
  expect([...seen].filter((token) => !tokensOf(fresh).includes(token))).toEqual([]);
});

function textOf({ doc }: WebsocketProvider): string {
  return doc.getText('t').toString();
}

function tokensOf({ doc }: WebsocketProvider): string[] {
  return doc.getArray<string>('list').toArray();
}

/** SQLite then says that the disk is full. Below what the file already has, the limit is what it has. */
async function limitPages(db: Db, pages: number): Promise<void> {
  await db.transaction(async (tx) => {
    (tx as unknown as { get(query: unknown): unknown }).get(sql.raw(`PRAGMA max_page_count = ${pages}`));
  });
}

async function nameOf(db: Db): Promise<string> {
  const [row] = await db.read.select({ name: sql<string>`current_database()` }).from(db.tables.documents);
  return row?.name ?? '';
}

async function cutConnections(database: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
  await client.end();
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openSqlite } from '#db/open-sqlite';
import type { DocumentId } from '#domain/ids';
import { newId } from '#server/new-id';
import { socketAs, until } from '#tests/factories/sync';
import { buildWorkspace } from '#tests/factories/workspaces';
import { makeRandom, seedOf } from './random';

const rounds = 5;
const dir = mkdtempSync(join(tmpdir(), 'concord-kill-'));
const file = join(dir, 'concord.sqlite');
const providers: WebsocketProvider[] = [];
let server: ChildProcess | null = null;

afterEach(() => {
  for (const provider of providers) provider.destroy();
  server?.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

async function prepare(): Promise<DocumentId> {
  const db = openSqlite({ file, migrationsDir: 'db/migrations' });
  const { workspaceId } = await buildWorkspace(db);
  const id = newId<DocumentId>();
  await db.transaction(async (tx) => {
    const createdAt = '2026-01-01T00:00:00.000Z';
    await tx.insert(db.tables.documents).values({ id, workspaceId, kind: 'plan', epoch: 1, createdAt });
  });
  await db.close();
  return id;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

async function start(port: number): Promise<void> {
  server = spawn(process.execPath, ['--import', 'tsx', 'tests/fuzz/sync-server.ts', file, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(server.stdout as NodeJS.ReadableStream, 'data');
}

async function kill(): Promise<void> {
  const killed = server as ChildProcess;
  killed.kill('SIGKILL');
  await once(killed, 'exit');
}

it('a server killed in mid-edit loses nothing that anyone else saw, and in the end nothing at all', async () => {
  const random = makeRandom(seedOf('sync-kill'));
  const [id, port] = [await prepare(), await freePort()];
  const connect = (name: string) => {
    const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, id, new Y.Doc(), {
      WebSocketPolyfill: socketAs(name, `http://127.0.0.1:${port}`),
      disableBc: true,
      maxBackoffTime: 50,
    });
    providers.push(provider);
    return provider;
  };
  const tokensOf = ({ doc }: WebsocketProvider) => new Set(doc.getArray<string>('list').toArray());

  await start(port);
  const writers = [connect('a'), connect('b')];
  const watcher = connect('watcher');
  let made = 0;
  for (let round = 0; round < rounds; round++) {
    await until(() => expect([...writers, watcher].every(({ synced }) => synced)).toBe(true));
    const deadline = tokensOf(watcher).size + 20 + random.below(60);
    const writing = setInterval(() => {
      for (let i = random.below(5); i > 0; i--) {
        const list = random.pick(writers).doc.getArray<string>('list');
        list.insert(random.below(list.length + 1), [`token ${made++}`]);
      }
    }, 1);
    await until(() => expect(tokensOf(watcher).size).toBeGreaterThan(deadline));
    await kill();
    clearInterval(writing);
    const seen = tokensOf(watcher);
    watcher.disconnect();
    for (const writer of writers) writer.disconnect();
    await start(port);
    // Someone who was never there before has only what the server kept.
    const fresh = connect('fresh');
    await until(() => expect(fresh.synced).toBe(true));
    const kept = tokensOf(fresh);
    expect([...seen].filter((token) => !kept.has(token))).toEqual([]);
    fresh.destroy();
    for (const provider of [...writers, watcher]) provider.connect();
  }
  await until(() => expect(tokensOf(watcher).size).toBe(made));
}, 90_000);

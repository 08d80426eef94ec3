import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#domain/ids';
import { hashOf } from '#server/sync/segments';
import { buildLog, openArchive } from '#tests/factories/logs';
import { type Engine, startEngine, syncFrame, until } from '#tests/factories/sync';

let engine: Engine;
let tools: ReturnType<typeof openArchive>;
let id: DocumentId;
let text: string;

beforeEach(async () => {
  engine = await startEngine({ limits: { asStoredBytes: 0, partingUpdates: 3, idleMs: 1 } });
  for (const name of ['a', 'b']) engine.permit(name);
  engine.permit('reader', { canWrite: false });
  tools = openArchive(engine.db);
  ({ documentId: id, text } = await buildLog(engine.db, { updates: 250 }));
  await tools.snapshot(id, 40);
});
afterEach(async () => {
  await tools.close();
  await engine.close();
});

const { asStored, rooms } = {
  asStored: () => engine.sync.stats().roomsAsStored,
  rooms: () => engine.sync.stats().rooms,
};

async function open(name: string, doc = new Y.Doc()) {
  const client = engine.connect(name, id, { doc });
  await until(() => expect(client.synced).toBe(true));
  return client;
}

function snapshots() {
  const { documentSnapshots } = engine.db.tables;
  return engine.db.read.select().from(documentSnapshots).where(eq(documentSnapshots.documentId, id));
}

function setSnapshot(
  uptoSeq: number,
  values: { state?: Uint8Array; stateVector?: Uint8Array; hash?: string },
) {
  const { documentSnapshots } = engine.db.tables;
  const place = and(eq(documentSnapshots.documentId, id), eq(documentSnapshots.uptoSeq, uptoSeq));
  return engine.db.transaction(async (tx) => {
    await tx.update(documentSnapshots).set(values).where(place);
  });
}

it('a document is handed out as it is on disk, and never built, for people who only read it', async () => {
  await tools.snapshot(id);
  const clients = [await open('a'), await open('b'), await open('reader')];
  for (const { doc } of clients) expect(doc.getText('t').toString()).toBe(text);
  expect([asStored(), rooms()]).toEqual([1, 1]);
  const raw = engine.raw('a', id);
  await raw.status;
  raw.send(syncFrame(0, Uint8Array.of(0)));
  await until(() => expect(raw.frames.some((frame) => frame[1] === 1)).toBe(true));
  const state = (await snapshots()).at(-1)?.state as Uint8Array;
  expect(raw.frames.some((frame) => Buffer.from(frame).includes(Buffer.from(state)))).toBe(true);
});

it('with what is in the log after its snapshot, of which only the last part is the answer', async () => {
  const raw = engine.raw('reader', id);
  await raw.status;
  raw.send(syncFrame(0, Uint8Array.of(0)));
  await until(() => expect(raw.frames.some((frame) => frame[1] === 1)).toBe(true));
  expect(raw.frames.filter((frame) => frame[0] === 0).map((frame) => frame[1])).toEqual([2, 2, 2, 1]);
  expect((await open('a')).doc.getText('t').toString()).toBe(text);
  expect(asStored()).toBe(1);
});

it('the first edit builds it, and everyone goes on from there', async () => {
  const [a, b] = [await open('a'), await open('b')];
  expect(asStored()).toBe(1);
  a.doc.getText('t').delete(0, 10);
  a.doc.getText('t').insert(0, 'Edited: ');
  await until(() => expect(b.doc.getText('t').toString()).toBe(`Edited: ${text.slice(10)}`));
  expect(asStored()).toBe(0);
  expect((await open('reader')).doc.getText('t').toString()).toBe(`Edited: ${text.slice(10)}`);
});

it('who comes back with edits of their own is asked for them, and given what they lack', async () => {
  const away = new Y.Doc();
  (await open('a', away)).destroy();
  await until(() => expect(rooms()).toBe(0));
  await engine.sync.change(id, { accountId: null, institutionId: null }, (doc) =>
    doc.getText('t').insert(0, 'meanwhile '),
  );
  await until(() => expect(rooms()).toBe(0));
  away.getText('t').insert(away.getText('t').length, ' offline');
  await open('a', away);
  await until(() => expect(away.getText('t').toString()).toBe(`meanwhile ${text} offline`));
  expect((await open('b')).doc.getText('t').toString()).toBe(`meanwhile ${text} offline`);
});

it('the server edits and reads it as any other', async () => {
  await open('a');
  expect(await engine.sync.view(id, (doc) => doc.getText('t').toString())).toBe(text);
  expect(asStored()).toBe(0);
});

it('is kept as one snapshot when it leaves memory, and when the server stops', async () => {
  const a = await open('a');
  a.destroy();
  await until(async () => expect((await snapshots()).at(-1)?.uptoSeq).toBe(250));
  const b = await open('b');
  for (let i = 0; i < 5; i++) {
    const { updates } = engine.sync.stats();
    b.doc.getText('t').insert(0, `${i} `);
    await until(() => expect(engine.sync.stats().updates).toBe(updates + 1));
  }
  await engine.sync.stop();
  expect((await snapshots()).at(-1)).toMatchObject({ uptoSeq: 255 });
  const stored = await tools.storage.load(id);
  const vector = Y.encodeStateVectorFromUpdate(stored?.snapshot?.state as Uint8Array);
  expect(stored).toMatchObject({ updates: [], snapshot: { isProven: true } });
  expect(Buffer.from(stored?.snapshot?.stateVector as Uint8Array).equals(vector)).toBe(true);
});

it('a wrong note of how far it goes is noticed before an edit is taken, and nothing is lost', async () => {
  const [{ stateVector } = { stateVector: null }] = await snapshots();
  const clocks = Y.decodeStateVector(stateVector as Uint8Array);
  clocks.set(7_777, 5);
  await setSnapshot(40, { stateVector: Y.encodeStateVector(clocks) });
  const doc = new Y.Doc();
  doc.clientID = 7_777;
  const a = await open('a', doc);
  expect(asStored()).toBe(1);
  doc.getText('t').insert(0, 'mine ');
  await until(() => expect(engine.sync.stats().updates).toBeGreaterThan(0));
  await until(() => expect(a.synced).toBe(true));
  expect(asStored()).toBe(0);
  expect((await open('b')).doc.getText('t').toString()).toBe(`mine ${text}`);
});

it('bytes that make no document are handed out once at most: then the older snapshot is used', async () => {
  await tools.snapshot(id);
  // Well formed, but what it stands on is nowhere: whoever wrote this, its hash is right.
  const other = new Y.Doc();
  other.getText('t').insert(0, 'x');
  const before = Y.encodeStateVector(other);
  other.getText('t').insert(1, 'y');
  const state = Y.encodeStateAsUpdate(other, before);
  await setSnapshot(250, { state, hash: hashOf(state) });
  const a = await open('a');
  a.doc.getText('t').insert(0, 'new ');
  await until(() => expect(engine.sync.stats().updates).toBeGreaterThan(0));
  a.destroy();
  // It was written into what was then an empty text: before or after all else, as the ids of the writers have it.
  expect([`new ${text}`, `${text}new `]).toContain((await open('b')).doc.getText('t').toString());
  expect(asStored()).toBe(0);
});

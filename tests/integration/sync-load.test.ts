import { desc, eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#domain/ids';
import { defaultLimits } from '#server/sync/limits';
import { carriers, type Engine, startEngine, syncFrame, until } from '#tests/factories/sync';

let engine: Engine;
const rate = { perSecond: 1e9, burst: 1e9 };
const endless = { ofConnection: rate, ofPerson: rate, ofNetwork: rate, ofKnocks: rate };
afterEach(() => engine.close());

function snapshotsOf(id: DocumentId) {
  const { documentSnapshots } = engine.db.tables;
  return engine.db.read
    .select()
    .from(documentSnapshots)
    .where(eq(documentSnapshots.documentId, id))
    .orderBy(desc(documentSnapshots.uptoSeq));
}

it('a client that does not read costs one diff, not its backlog, and misses nothing', async () => {
  engine = await startEngine({ limits: { congestedBytes: 200_000 } });
  for (const name of ['a', 'slow']) engine.permit(name);
  const id = await engine.createDocument();
  const [a, slow] = [engine.connect('a', id), engine.connect('slow', id)];
  await until(() => expect([a.synced, slow.synced]).toEqual([true, true]));
  const socket = slow.ws as unknown as { pause(): void; resume(): void };
  socket.pause();
  const chunk = 'x'.repeat(100_000);
  for (let i = 0; engine.sync.stats().behind === 0; i++) {
    a.doc.getMap('m').set('big', `${i}${chunk}`);
    await until(() => expect(engine.sync.stats().updates).toBe(i + 1));
  }
  const before = engine.sync.stats().updates;
  for (let i = 0; i < 20; i++) a.doc.getText('t').insert(0, 'more ');
  await until(() => expect(engine.sync.stats().updates).toBe(before + 20));
  expect(slow.doc.getText('t').toString()).toBe('');
  socket.resume();
  await until(() => expect(slow.doc.getMap('m').get('big') === a.doc.getMap('m').get('big')).toBe(true));
  await until(() => expect(slow.doc.getText('t').toString()).toBe('more '.repeat(20)));
  a.doc.getText('t').insert(0, 'and live again ');
  await until(() => expect(slow.doc.getText('t').toString()).toMatch(/^and live again/));
});

it('a client that never reads is ended, and the others go on', async () => {
  engine = await startEngine({ limits: { congestedBytes: 50_000, sweepMs: 100, closeMs: 100 } });
  for (const name of ['a', 'deaf']) engine.permit(name);
  const id = await engine.createDocument((doc) => doc.getMap('m').set('big', 'x'.repeat(8_000_000)));
  const deaf = engine.raw('deaf', id);
  await deaf.status;
  deaf.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
  deaf.socket.pause();
  const a = engine.connect('a', id);
  await until(() => expect(a.synced).toBe(true));
  await until(() => expect(engine.sync.stats().connections).toBe(1));
  a.doc.getText('t').insert(0, 'on');
  await until(() => expect(engine.sync.stats().updates).toBe(1));
});

it('where the disk is slow, whoever writes much is read from more slowly, and nothing is lost', async () => {
  let disk = Promise.resolve();
  let goOn = () => {};
  engine = await startEngine({
    limits: { comfortableQueuedBytes: 300_000, maxQueuedBytes: 2_000_000, rates: endless },
    wrap: (storage) => ({
      ...storage,
      append: async (entries) => {
        await disk;
        return storage.append(entries);
      },
    }),
  });
  for (const name of ['a', 'b']) engine.permit(name);
  const id = await engine.createDocument();
  const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
  await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
  disk = new Promise((resolve) => {
    goOn = resolve;
  });
  const closes: number[] = [];
  a.on('connection-close', (event) => closes.push(event?.code ?? 0));
  const page = 'x'.repeat(60_000);
  for (let i = 0; i < 60; i++) a.doc.getArray('pages').push([page]);
  await until(() => expect(engine.sync.stats().queuedBytes).toBeGreaterThan(300_000));
  // Meanwhile others are served; read at full speed, all 60 pages would have come by then.
  const other = engine.connect('b', await engine.createDocument());
  await until(() => expect(other.synced).toBe(true));
  expect(engine.sync.stats().queuedBytes).toBeLessThan(2_000_000);
  goOn();
  await until(() => expect(b.doc.getArray('pages').length).toBe(60));
  expect(closes).toEqual([]);
});

it.each(carriers)('a client that floods is read later, not cut off, and loses nothing, by %s', async (by) => {
  engine = await startEngine({
    limits: { rates: { ...defaultLimits.rates, ofConnection: { perSecond: 400, burst: 20 } } },
  });
  for (const name of ['a', 'b']) engine.permit(name);
  const id = await engine.createDocument();
  const [a, b] = [engine.connect('a', id, { by }), engine.connect('b', id, { by })];
  await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
  for (let i = 0; i < 200; i++) a.doc.getText('t').insert(i, 'x');
  await until(() => expect(b.doc.getText('t').length).toBe(200));
  expect(a.wsconnected).toBe(true);
});

it('a document above its size is still shown and can be cut, but takes nothing more', async () => {
  engine = await startEngine({ limits: { maxDocumentBytes: 1_000 } });
  for (const name of ['a', 'b']) engine.permit(name);
  const id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'x'.repeat(1_001)));
  const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
  const closes: number[] = [];
  a.on('connection-close', (event) => closes.push(event?.code ?? 0));
  await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
  a.doc.getText('t').delete(0, 1_000);
  await until(() => expect(b.doc.getText('t').toString()).toBe('x'));
  expect(closes).toEqual([]);
  a.doc.getText('t').insert(0, 'more');
  await until(() => expect(closes).toEqual([4413]));
  expect(b.doc.getText('t').toString()).toBe('x');
});

it('makes a snapshot of a grown log, off the loop, and keeps every row', async () => {
  engine = await startEngine({ limits: { snapshotUpdates: 50, idleMs: 1 } });
  engine.permit('a');
  const id = await engine.createDocument();
  const a = engine.connect('a', id);
  await until(() => expect(a.synced).toBe(true));
  for (let i = 0; i < 60; i++) a.doc.getText('t').insert(i, String(i % 10));
  await until(() => expect(engine.sync.stats().snapshots).toBeGreaterThan(0));
  const [snapshot] = await snapshotsOf(id);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, snapshot?.state as Uint8Array);
  expect(doc.getText('t').toString()).toBe(a.doc.getText('t').toString().slice(0, doc.getText('t').length));
  a.doc.getText('t').insert(0, 'after ');
  await until(() => expect(engine.sync.stats().updates).toBe(61));
  const { documentUpdates } = engine.db.tables;
  expect(await engine.db.read.select().from(documentUpdates)).toHaveLength(62);
  const expected = a.doc.getText('t').toString();
  a.destroy();
  await until(() => expect(engine.sync.stats().rooms).toBe(0));
  expect((await engine.sync.read(id))?.doc.getText('t').toString()).toBe(expected);
});

it('keeps the newest snapshot, and the one before to fall back on', async () => {
  engine = await startEngine({ limits: { snapshotUpdates: 10 } });
  const id = await engine.createDocument();
  const author = { accountId: null, institutionId: null };
  for (let made = 1; made <= 3; made++) {
    for (let i = 0; i < 10; i++)
      await engine.sync.change(id, author, (doc) => doc.getText('t').insert(0, 'x'));
    await until(() => expect(engine.sync.stats().snapshots).toBeGreaterThanOrEqual(made));
  }
  expect(await snapshotsOf(id)).toHaveLength(2);
});

it('opens a long history through the worker, and gives the same document', async () => {
  engine = await startEngine({ limits: { snapshotUpdates: 100 } });
  engine.permit('a');
  const id = await engine.createDocument();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 1_000; i++) doc.getText('t').insert(i, String(i % 10));
  const author = { accountId: null, institutionId: null };
  await engine.storage.append(
    updates.map((bytes, i) => ({ documentId: id, epoch: 1, seq: i + 2, author, bytes })),
  );
  const a = engine.connect('a', id);
  await until(() => expect(a.doc.getText('t').toString()).toBe(doc.getText('t').toString()));
});

it('loads a document once, however many open it at the same time', async () => {
  let loads = 0;
  engine = await startEngine({
    wrap: (storage) => ({
      ...storage,
      load: (documentId) => {
        loads++;
        return storage.load(documentId);
      },
    }),
  });
  engine.permit('a');
  const id = await engine.createDocument();
  const clients = Array.from({ length: 10 }, () => engine.connect('a', id));
  await until(() => expect(clients.every(({ synced }) => synced)).toBe(true));
  expect(loads).toBe(1);
});

it('answers 503 when a document cannot be read, and opens it when it can', async () => {
  let isBroken = true;
  engine = await startEngine({
    wrap: (storage) => ({
      ...storage,
      load: (documentId) => (isBroken ? Promise.reject(new Error('gone')) : storage.load(documentId)),
    }),
  });
  engine.permit('a');
  const id = await engine.createDocument();
  expect(await engine.raw('a', id).status).toBe(503);
  isBroken = false;
  const a = engine.connect('a', id);
  await until(() => expect(a.synced).toBe(true));
});

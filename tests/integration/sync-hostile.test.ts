import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#domain/ids';
import { type Engine, startEngine, syncFrame, until, updateOf } from '#tests/factories/sync';

describe('a client that does not keep to the protocol', () => {
  let engine: Engine;
  let id: DocumentId;

  beforeEach(async () => {
    engine = await startEngine({ limits: { maxFrameBytes: 100_000, resyncsPerMinute: 3 } });
    for (const name of ['honest', 'hostile']) engine.permit(name);
    id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'fine'));
  });
  afterEach(() => engine.close());

  /** The others go on: what the honest one writes arrives, and the document is as it was otherwise. */
  async function expectUnharmed(): Promise<void> {
    const [a, b] = [engine.connect('honest', id), engine.connect('honest', id)];
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    a.doc.getText('t').insert(0, 'still ');
    await until(() => expect(b.doc.getText('t').toString()).toBe('still fine'));
    expect(b.doc.store.pendingStructs).toBe(null);
  }

  const start = () => updateOf((doc) => doc.getText('other').insert(0, 'x'));
  const malformed: [string, () => Uint8Array][] = [
    ['an empty frame', () => new Uint8Array()],
    ['a sync frame cut short', () => syncFrame(2, start()).subarray(0, 6)],
    ['a length beyond the frame', () => Uint8Array.of(0, 2, 255, 255, 3, 1, 2, 3)],
    ['bytes after the end', () => Uint8Array.of(...syncFrame(2, start()), 7)],
    ['an update cut short', () => syncFrame(2, start().subarray(0, start().length - 3))],
    ['an update of noise', () => syncFrame(2, Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1))],
    ['a count of four thousand million', () => syncFrame(2, Uint8Array.of(255, 255, 255, 255, 15, 1, 1))],
    ['a state vector of noise', () => syncFrame(0, Uint8Array.of(5, 1))],
    ['an unknown step', () => Uint8Array.of(0, 9, 1, 0)],
  ];

  it.each(malformed)('is cut off for good after %s', async (_name, make) => {
    const hostile = engine.raw('hostile', id);
    await hostile.status;
    hostile.send(make());
    expect(await hostile.closed).toMatchObject({ code: 4400 });
    await expectUnharmed();
  });

  it('is cut off after text', async () => {
    const hostile = engine.raw('hostile', id);
    await hostile.status;
    hostile.socket.send('hello');
    expect(await hostile.closed).toMatchObject({ code: 4400 });
    await expectUnharmed();
  });

  it('is cut off when a frame is larger than allowed', async () => {
    const hostile = engine.raw('hostile', id);
    await hostile.status;
    hostile.send(new Uint8Array(100_001));
    expect(await hostile.closed).toMatchObject({ code: 1009 });
    await expectUnharmed();
  });

  it('may send a message in many pieces, and is cut off when they are crumbs without end', async () => {
    const [patient, hostile] = [engine.raw('honest', id), engine.raw('hostile', id)];
    await Promise.all([patient.status, hostile.status]);
    const frame = syncFrame(
      2,
      updateOf((doc) => doc.getText('pieces').insert(0, 'x'.repeat(90_000))),
    );
    for (let at = 0; at < frame.length; at += 70)
      patient.socket.send(frame.subarray(at, at + 70), { fin: at + 70 >= frame.length });
    await until(() => expect(engine.sync.stats().updates).toBe(1));
    for (let i = 0; i < 3_000; i++) hostile.socket.send(Uint8Array.of(0), { fin: false });
    expect(await hostile.closed).toMatchObject({ code: 1008 });
    await expectUnharmed();
  });

  it('is read from ever more slowly while it does nothing but ping', async () => {
    const hostile = engine.raw('hostile', id);
    await hostile.status;
    const pings = setInterval(() => {
      for (let i = 0; i < 5_000; i++) hostile.socket.ping('x'.repeat(100));
    }, 1);
    // What is not read stays where it is: more and more waits on the sender's side.
    await until(() => expect(hostile.socket.bufferedAmount).toBeGreaterThan(10_000_000));
    clearInterval(pings);
    await expectUnharmed();
  });

  it('is sent away when it holds up too much memory with messages that do not end', async () => {
    await engine.close();
    engine = await startEngine({ limits: { heldBytesPerPerson: 300_000 } });
    for (const name of ['honest', 'hostile']) engine.permit(name);
    id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'fine'));
    const [first, second] = [engine.raw('hostile', id), engine.raw('hostile', id)];
    await Promise.all([first.status, second.status]);
    first.socket.send(new Uint8Array(100_000), { fin: false });
    second.socket.send(new Uint8Array(200_000), { fin: false });
    expect(await Promise.race([first.closed, second.closed])).toMatchObject({ code: 1013 });
    await expectUnharmed();
  });

  it('hears nothing of a message that nobody knows', async () => {
    const hostile = engine.raw('hostile', id);
    await hostile.status;
    hostile.send(Uint8Array.of(99, 1, 2, 3));
    hostile.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
    await until(() => expect(hostile.frames.some((frame) => frame[1] === 1)).toBe(true));
    await expectUnharmed();
  });
});

describe('an update whose predecessors are missing', () => {
  let engine: Engine;
  let id: DocumentId;

  beforeEach(async () => {
    engine = await startEngine({ limits: { resyncsPerMinute: 3 } });
    for (const name of ['a', 'b']) engine.permit(name);
    id = await engine.createDocument();
  });
  afterEach(() => engine.close());

  /** Updates of one document, each of which builds on the one before. */
  function chain(length: number): Uint8Array[] {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < length; i++) doc.getText('t').insert(i, 'x');
    return updates;
  }

  it('is not kept; the client is asked for all that it has, and then nothing is missing', async () => {
    const a = engine.connect('a', id);
    const b = engine.connect('b', id);
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    // The socket swallows one update.
    const socket = a.ws as unknown as { send(data: Uint8Array): void };
    const send = socket.send.bind(socket);
    socket.send = () => undefined;
    a.doc.getText('t').insert(0, 'lost ');
    socket.send = send;
    a.doc.getText('t').insert(5, 'found');
    await until(() => expect(b.doc.getText('t').toString()).toBe('lost found'));
    expect(b.doc.store.pendingStructs).toBe(null);
    expect(engine.sync.stats().gaps).toBe(1);
  });

  it('never piles up: thousands of them cost next to nothing and end the connection', async () => {
    const hostile = engine.raw('a', id);
    await hostile.status;
    hostile.send(syncFrame(1, Y.encodeStateAsUpdate(new Y.Doc())));
    const updates = chain(5_000).slice(1);
    for (const update of updates) {
      hostile.send(syncFrame(2, update));
      // It answers each question for its content with nothing.
      hostile.send(syncFrame(1, Y.encodeStateAsUpdate(new Y.Doc())));
    }
    expect(await hostile.closed).toMatchObject({ code: 1013 });
    expect(engine.sync.stats()).toMatchObject({ updates: 0, gaps: 4 });
    const b = engine.connect('b', id);
    await until(() => expect(b.synced).toBe(true));
    expect([b.doc.getText('t').toString(), b.doc.store.pendingStructs]).toEqual(['', null]);
  });

  it('from a client that itself lacks a piece is saved as far as it stands on firm ground', async () => {
    const doc = new Y.Doc();
    const [, second] = chain(2);
    Y.applyUpdate(doc, second as Uint8Array);
    doc.getText('own').insert(0, 'mine');
    const a = engine.connect('a', id, { doc });
    const b = engine.connect('b', id);
    await until(() => expect(b.doc.getText('own').toString()).toBe('mine'));
    expect(a.wsconnected).toBe(true);
    expect(b.doc.store.pendingStructs).toBe(null);
  });
});

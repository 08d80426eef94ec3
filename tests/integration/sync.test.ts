import { asc, eq } from 'drizzle-orm';
import * as decoding from 'lib0/decoding';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#domain/ids';
import {
  carriers,
  type Engine,
  gatedStorage,
  startEngine,
  syncFrame,
  until,
  updateOf,
} from '#tests/factories/sync';

let engine: Engine;
afterEach(() => engine.close());

const text = (doc: Y.Doc) => doc.getText('t').toString();

function logOf(documentId: DocumentId) {
  const { documentUpdates } = engine.db.tables;
  return engine.db.read
    .select()
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(asc(documentUpdates.seq));
}

describe.each(carriers)('two stock clients, by %s', (by) => {
  it('see what was seeded, once, and converge', async () => {
    engine = await startEngine({ by });
    engine.permit('a');
    engine.permit('b');
    const id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'seed '));
    const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    expect([text(a.doc), text(b.doc)]).toEqual(['seed ', 'seed ']);
    for (let i = 0; i < 20; i++) {
      a.doc.getText('t').insert(0, 'a');
      b.doc.getText('t').insert(b.doc.getText('t').length, 'b');
    }
    await until(() => expect(text(a.doc)).toBe(`${'a'.repeat(20)}seed ${'b'.repeat(20)}`));
    await until(() => expect(text(b.doc)).toBe(text(a.doc)));
  });

  it('get back what they had after everyone left and the room was unloaded', async () => {
    engine = await startEngine({ by, limits: { idleMs: 1 } });
    engine.permit('a');
    const id = await engine.createDocument();
    const a = engine.connect('a', id);
    await until(() => expect(a.synced).toBe(true));
    a.doc.getText('t').insert(0, 'kept');
    a.destroy();
    await until(() => expect(engine.sync.stats()).toMatchObject({ rooms: 0, connections: 0, updates: 1 }));
    const again = engine.connect('a', id);
    await until(() => expect(text(again.doc)).toBe('kept'));
  });

  it('who reconnects does not write its deletions into the log again', async () => {
    engine = await startEngine({ by });
    engine.permit('a');
    const id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'abcdef'));
    const a = engine.connect('a', id);
    await until(() => expect(a.synced).toBe(true));
    a.doc.getText('t').delete(1, 2);
    await until(() => expect(engine.sync.stats().updates).toBe(1));
    a.disconnect();
    a.connect();
    await until(() => expect(a.synced).toBe(true));
    a.doc.getText('t').insert(0, '!');
    await until(() => expect(engine.sync.stats().updates).toBe(2));
    expect(await logOf(id)).toHaveLength(3);
  });

  it('merge what one of them wrote while away', async () => {
    engine = await startEngine({ by });
    engine.permit('a');
    engine.permit('b');
    const id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'x'));
    const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    a.disconnect();
    a.doc.getText('t').insert(0, 'offline ');
    b.doc.getText('t').insert(1, ' online');
    await until(() => expect(engine.sync.stats().updates).toBe(1));
    a.connect();
    await until(() => expect(text(b.doc)).toBe('offline x online'));
    await until(() => expect(text(a.doc)).toBe('offline x online'));
  });
});

describe.each(carriers)('durable before visible, by %s', (by) => {
  async function startGated() {
    let gate: ReturnType<typeof gatedStorage> | undefined;
    engine = await startEngine({
      by,
      wrap: (storage) => {
        gate = gatedStorage(storage);
        return gate.storage;
      },
    });
    engine.permit('a');
    engine.permit('b');
    const id = await engine.createDocument();
    return { gate: gate as ReturnType<typeof gatedStorage>, id };
  }

  it('shows an update to nobody, also not to who has just come, before it is on disk', async () => {
    const { gate, id } = await startGated();
    const [a, b] = [engine.connect('a', id, { params: { ack: '1' } }), engine.connect('b', id)];
    const acknowledged: number[] = [];
    a.messageHandlers[64] = (_encoder, decoder) => acknowledged.push(decoding.readVarUint(decoder));
    await until(() => expect([a.synced, b.synced, acknowledged]).toEqual([true, true, [1]]));
    gate.shut();
    a.doc.getText('t').insert(0, 'secret');
    await until(() => expect(gate.attempts).toHaveLength(1));
    const c = engine.connect('b', id);
    await until(() => expect(c.synced).toBe(true));
    expect([text(b.doc), text(c.doc), acknowledged]).toEqual(['', '', [1]]);
    gate.open();
    await until(() => expect([text(b.doc), text(c.doc)]).toEqual(['secret', 'secret']));
    await until(() => expect(acknowledged).toEqual([1, 2]));
  });

  it('shows nothing of a commit that failed, asks the sender to come back, and loses nothing', async () => {
    const { gate, id } = await startGated();
    const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    const closes: number[] = [];
    a.on('connection-close', (event) => closes.push(event?.code ?? 0));
    gate.failWith(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }));
    a.doc.getText('t').insert(0, 'later');
    await until(() => expect(closes).toContain(1013));
    expect([text(b.doc), b.wsconnected]).toEqual(['', true]);
    expect(await logOf(id)).toHaveLength(1);
    gate.failWith(null);
    await until(() => expect(text(b.doc)).toBe('later'));
    expect(await logOf(id)).toHaveLength(2);
  });

  it("writes the other rooms' updates when one room's cannot be written", async () => {
    const { gate, id } = await startGated();
    const doomed = await engine.createDocument();
    const [a, b] = [engine.connect('a', id), engine.connect('b', doomed)];
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    const { documents } = engine.db.tables;
    await engine.db.transaction(
      async (tx) => void (await tx.delete(documents).where(eq(documents.id, doomed))),
    );
    gate.shut();
    engine.permit('c');
    const first = engine.connect('c', id);
    await until(() => expect(first.synced).toBe(true));
    first.doc.getText('t').insert(0, '1');
    await until(() => expect(gate.attempts).toEqual([1]));
    // Both wait for the disk now, and so go into one transaction.
    b.doc.getText('t').insert(0, 'doomed');
    a.doc.getText('t').insert(0, 'fine');
    const [inA, inB] = [engine.raw('a', id), engine.raw('b', doomed)];
    await until(() => expect([inA.frames.length, inB.frames.length]).toEqual([2, 2]));
    gate.open();
    await until(() => expect(gate.attempts).toEqual([1, 2, 1, 1]));
    await until(() => expect(text(first.doc)).toContain('fine'));
  });

  it('gathers the updates of all rooms while one transaction is in flight', async () => {
    const { gate, id } = await startGated();
    const other = await engine.createDocument();
    const [a, b] = [engine.connect('a', id), engine.connect('b', other)];
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    gate.shut();
    a.doc.getText('t').insert(0, '1');
    await until(() => expect(gate.attempts).toEqual([1]));
    for (let i = 0; i < 5; i++) {
      a.doc.getText('t').insert(0, 'x');
      b.doc.getText('t').insert(0, 'y');
    }
    // A round trip on each socket: what was sent before it has been queued.
    const [seenA, seenB] = [engine.raw('a', id), engine.raw('b', other)];
    await until(() => expect([seenA.frames.length, seenB.frames.length]).toEqual([2, 2]));
    gate.open();
    await until(() => expect(engine.sync.stats().updates).toBe(11));
    expect(engine.sync.stats().commits).toBeLessThan(5);
  });

  it('finishes and acknowledges what it has taken before it stops', async () => {
    const { gate, id } = await startGated();
    const a = engine.connect('a', id, { params: { ack: '1' } });
    const acknowledged: number[] = [];
    const closes: number[] = [];
    a.messageHandlers[64] = (_encoder, decoder) => acknowledged.push(decoding.readVarUint(decoder));
    a.on('connection-close', (event) => closes.push(event?.code ?? 0));
    await until(() => expect([a.synced, acknowledged]).toEqual([true, [1]]));
    gate.shut();
    a.doc.getText('t').insert(0, 'last words');
    await until(() => expect(gate.attempts).toHaveLength(1));
    const stopping = engine.sync.stop();
    gate.open();
    await stopping;
    await until(() => expect([acknowledged, closes[0]]).toEqual([[1, 2], 1012]));
    expect(await logOf(id)).toHaveLength(2);
  });
});

describe('a client of y-websocket 2', () => {
  it('that sends a bare handshake gets the content, and is asked for its own', async () => {
    engine = await startEngine();
    engine.permit('old');
    const id = await engine.createDocument((doc) => doc.getText('t').insert(0, 'hello'));
    const old = engine.raw('old', id);
    await old.status;
    old.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
    await until(() => expect(old.frames.some((frame) => frame[0] === 0 && frame[1] === 1)).toBe(true));
    expect(old.frames.some((frame) => frame[0] === 0 && frame[1] === 0)).toBe(true);
    const doc = new Y.Doc();
    const answer = old.frames.find((frame) => frame[1] === 1) as Uint8Array;
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoding.createDecoder(answer.subarray(2))));
    expect(text(doc)).toBe('hello');
    old.send(
      syncFrame(
        2,
        updateOf((d) => d.getText('t').insert(0, 'old ')),
      ),
    );
    await until(() => expect(engine.sync.stats().updates).toBe(1));
    expect(old.frames.every((frame) => frame[0] !== 64)).toBe(true);
  });
});

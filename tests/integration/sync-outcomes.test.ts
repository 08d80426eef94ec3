import { afterEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { type Engine, gatedStorage, startEngine, syncFrame, until, updateOf } from '#tests/factories/sync';

let engine: Engine;
afterEach(() => engine.close());

const text = (doc: Y.Doc) => doc.getText('t').toString();

async function startGated(limits = {}) {
  let gate: ReturnType<typeof gatedStorage> | undefined;
  engine = await startEngine({
    limits,
    wrap: (storage) => {
      gate = gatedStorage(storage);
      return gate.storage;
    },
  });
  for (const name of ['a', 'b']) engine.permit(name);
  return gate as ReturnType<typeof gatedStorage>;
}

describe('a room', () => {
  it('that everyone left while its last edit was on its way to the disk is the room that they come back to', async () => {
    const gate = await startGated({ idleMs: 1 });
    const id = await engine.createDocument();
    const a = engine.raw('a', id);
    await a.status;
    gate.shut();
    a.send(
      syncFrame(
        2,
        updateOf((doc) => doc.getText('t').insert(0, 'last words')),
      ),
    );
    await until(() => expect(gate.attempts).toEqual([1]));
    a.socket.close();
    await until(() => expect(engine.sync.stats().connections).toBe(0));
    // Another room that goes after as long as this one has waited.
    await engine.sync.read(await engine.createDocument());
    await until(() => expect(engine.sync.stats()).toMatchObject({ rooms: 1, roomsExpired: 1 }));
    const b = engine.connect('b', id);
    await until(() => expect(b.synced).toBe(true));
    expect(text(b.doc)).toBe('');
    gate.open();
    await until(() => expect(text(b.doc)).toBe('last words'));
  });

  it('is the only one of its document, also where there is no memory to spare and many open at once', async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let loaded = 0;
    engine = await startEngine({
      limits: { maxRoomsBytes: 0 },
      wrap: (storage) => ({
        ...storage,
        load: async (...asked) => {
          const stored = await storage.load(...asked);
          loaded++;
          await opened;
          return stored;
        },
      }),
    });
    for (const name of ['a', 'b', 'c']) engine.permit(name);
    const ids = [await engine.createDocument(), await engine.createDocument()] as const;
    const a = engine.connect('a', ids[0]);
    const b = engine.connect('b', ids[1]);
    await until(() => expect(loaded).toBe(2));
    open();
    await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
    const [toA, toB] = [engine.connect('c', ids[0]), engine.connect('c', ids[1])];
    await until(() => expect([toA.synced, toB.synced]).toEqual([true, true]));
    expect([loaded, engine.sync.stats().rooms]).toEqual([2, 2]);
  });
});

it('an answer goes to who asked; nobody else hears anything of it', async () => {
  await startGated();
  const id = await engine.createDocument((doc) => {
    doc.getText('t').insert(0, 'to be deleted');
    doc.getText('t').delete(0, 13);
  });
  const bystander = engine.raw('b', id);
  await bystander.status;
  await until(() => expect(bystander.frames.length).toBeGreaterThan(0));
  const a = engine.connect('a', id);
  await until(() => expect(a.synced).toBe(true));
  a.doc.getText('t').insert(0, 'x');
  await until(() => expect(bystander.frames.some((frame) => frame[0] === 0 && frame[1] === 2)).toBe(true));
  expect(bystander.frames.filter((frame) => frame[0] === 0 && frame[1] === 1)).toEqual([]);
});

it('who follows the commits is told of one whose answer was lost, too', async () => {
  let losesAnswer = false;
  engine = await startEngine({
    wrap: (storage) => ({
      ...storage,
      append: async (entries) => {
        await storage.append(entries);
        if (!losesAnswer) return;
        losesAnswer = false;
        throw new Error('connection lost');
      },
    }),
  });
  for (const name of ['a', 'b']) engine.permit(name);
  const id = await engine.createDocument();
  const told: number[] = [];
  engine.sync.onCommitted(({ seq }) => told.push(seq));
  const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
  await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
  losesAnswer = true;
  a.doc.getText('t').insert(0, 'written');
  await until(() => expect(text(b.doc)).toBe('written'));
  await until(() => expect(told).toEqual([2]));
});

it('a room that cannot take in what the log has is read anew, and goes on', async () => {
  let isTroubled = false;
  engine = await startEngine({
    wrap: (storage) => ({
      ...storage,
      append: async (entries) => {
        if (isTroubled) throw new Error('connection lost');
        await storage.append(entries);
      },
      loadAfter: async (head) => {
        const news = await storage.loadAfter(head);
        return news && { ...news, updates: [Uint8Array.of(255, 255, 255), ...news.updates] };
      },
    }),
  });
  for (const name of ['a', 'b']) engine.permit(name);
  const id = await engine.createDocument();
  const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
  await until(() => expect([a.synced, b.synced]).toEqual([true, true]));
  isTroubled = true;
  a.doc.getText('t').insert(0, 'goes on');
  await until(() => expect(engine.sync.stats().failedCommits).toBeGreaterThan(0));
  isTroubled = false;
  await until(() => expect(text(b.doc)).toBe('goes on'));
});

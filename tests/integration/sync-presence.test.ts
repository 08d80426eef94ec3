import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DocumentId } from '#domain/ids';
import { makeTestClock } from '#tests/factories/clock';
import { type Engine, startEngine, until } from '#tests/factories/sync';

let engine: Engine;
let id: DocumentId;
beforeEach(async () => {
  engine = await startEngine({ limits: { sweepMs: 50 } });
  for (const name of ['a', 'b', 'c']) engine.permit(name);
  id = await engine.createDocument();
});
afterEach(() => engine.close());

function awarenessFrame(entries: { client: number; clock: number; text: string }[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const { client, clock, text } of entries) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, text);
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, 1);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
  return encoding.toUint8Array(frame);
}

async function connectTwo() {
  const [a, b] = [engine.connect('a', id), engine.connect('b', id)];
  await until(() => expect(b.awareness.getStates().has(a.doc.clientID)).toBe(true));
  return { a, b };
}

it('shows who is here under the identity that the server knows, whatever the client claims', async () => {
  const { a, b } = await connectTwo();
  a.awareness.setLocalState({ cursor: 7, user: { accountId: 'b', name: 'The Minister', color: '#00ff00' } });
  await until(() =>
    expect(b.awareness.getStates().get(a.doc.clientID)).toEqual({
      cursor: 7,
      user: {
        accountId: 'a',
        name: 'a',
        institutionId: '',
        acronym: 'A',
        kind: 'ministry',
        color: '#00ff00',
      },
    }),
  );
});

it("ignores entries of other people's client ids", async () => {
  const { a, b } = await connectTwo();
  const hostile = engine.raw('c', id);
  await hostile.status;
  hostile.send(awarenessFrame([{ client: 99, clock: 1, text: '{"cursor":1}' }]));
  hostile.send(awarenessFrame([{ client: a.doc.clientID, clock: 1e9, text: '{"cursor":"stolen"}' }]));
  hostile.send(awarenessFrame([{ client: a.doc.clientID, clock: 1e9, text: 'null' }]));
  hostile.send(awarenessFrame([{ client: 99, clock: 2, text: '{"cursor":2}' }]));
  await until(() =>
    expect(b.awareness.getStates().get(99)).toMatchObject({ cursor: 2, user: { name: 'c' } }),
  );
  expect(b.awareness.getStates().get(a.doc.clientID)).not.toMatchObject({ cursor: 'stolen' });
});

it('is not shown for a second id of one connection, nor above the size allowed', async () => {
  const { b } = await connectTwo();
  const hostile = engine.raw('c', id);
  await hostile.status;
  hostile.send(awarenessFrame([{ client: 50, clock: 1, text: '{}' }]));
  hostile.send(awarenessFrame([{ client: 51, clock: 1, text: '{}' }]));
  hostile.send(awarenessFrame([{ client: 50, clock: 2, text: JSON.stringify({ big: 'x'.repeat(9_000) }) }]));
  hostile.send(awarenessFrame([{ client: 50, clock: 3, text: '{"last":1}' }]));
  await until(() => expect(b.awareness.getStates().get(50)).toMatchObject({ last: 1 }));
  expect(b.awareness.getStates().has(51)).toBe(false);
  expect(b.awareness.getStates().get(50)).not.toHaveProperty('big');
});

it('that cannot be read harms neither the document nor the connection', async () => {
  const { a, b } = await connectTwo();
  const sloppy = engine.raw('c', id);
  await sloppy.status;
  sloppy.send(Uint8Array.of(1, 200));
  sloppy.send(Uint8Array.of(1, 3, 1, 5, 5));
  sloppy.send(awarenessFrame([{ client: 70, clock: 1, text: '{not json' }]));
  sloppy.send(awarenessFrame([{ client: 70, clock: 1, text: '[1]' }]));
  sloppy.send(awarenessFrame([{ client: 70, clock: 1, text: '{"ok":1}' }]));
  await until(() => expect(b.awareness.getStates().get(70)).toMatchObject({ ok: 1 }));
  a.doc.getText('t').insert(0, 'works');
  await until(() => expect(b.doc.getText('t').toString()).toBe('works'));
});

it('ends when a connection ends, and is back at once when the person returns with the same clock', async () => {
  const { a, b } = await connectTwo();
  a.disconnect();
  await until(() => expect(b.awareness.getStates().has(a.doc.clientID)).toBe(false));
  a.connect();
  await until(() => expect(b.awareness.getStates().has(a.doc.clientID)).toBe(true));
});

it('is seen at once by those who knew people before the clock was set back and the room left memory', async () => {
  const clock = makeTestClock();
  const other = await startEngine({ clock, limits: { sweepMs: 50, idleMs: 1 } });
  for (const name of ['a', 'b']) other.permit(name);
  const there = await other.createDocument();
  const [a, b] = [other.connect('a', there), other.connect('b', there)];
  await until(() => expect(b.awareness.getStates().has(a.doc.clientID)).toBe(true));
  for (const client of [a, b]) client.disconnect();
  await until(() => expect(other.sync.stats().rooms).toBe(0));
  clock.advance(-3_600_000);
  for (const client of [a, b]) client.connect();
  await until(() => {
    expect(b.awareness.getStates().has(a.doc.clientID)).toBe(true);
    expect(a.awareness.getStates().has(b.doc.clientID)).toBe(true);
  });
  await other.close();
});

it('changes in a burst reach the others as few frames, and never come back to who made them', async () => {
  const { a } = await connectTwo();
  const watcher = engine.raw('c', id);
  await watcher.status;
  const own: unknown[] = [];
  a.awareness.on('update', ({ updated }: { updated: number[] }, origin: unknown) => {
    if (origin === a && updated.includes(a.doc.clientID)) own.push(updated);
  });
  for (let i = 0; i < 200; i++) a.awareness.setLocalStateField('cursor', i);
  await until(() =>
    expect(watcher.frames.some((frame) => new TextDecoder().decode(frame).includes('199'))).toBe(true),
  );
  expect(watcher.frames.filter((frame) => frame[0] === 1).length).toBeLessThan(10);
  expect(own).toEqual([]);
});

it('is repeated, so that a silent connection stays alive and nobody expires', async () => {
  await connectTwo();
  const watcher = engine.raw('c', id);
  await watcher.status;
  await until(() => expect(watcher.frames.filter((frame) => frame[0] === 1).length).toBeGreaterThan(3));
});

it('follows the person to another institution', async () => {
  const { a, b } = await connectTwo();
  engine.permit('a', {
    user: { accountId: 'a', name: 'a', institutionId: 'i', acronym: 'MOF', kind: 'ministry' },
  });
  await engine.sync.refreshGrants({ accountId: 'a' });
  await until(() =>
    expect(b.awareness.getStates().get(a.doc.clientID)).toMatchObject({ user: { acronym: 'MOF' } }),
  );
});

it('of one person in two windows is two entries that do not take each other over', async () => {
  const [first, second] = [engine.connect('a', id), engine.connect('a', id)];
  const b = engine.connect('b', id);
  first.awareness.setLocalStateField('cursor', 1);
  second.awareness.setLocalStateField('cursor', 2);
  await until(() =>
    expect([first, second].map(({ doc }) => b.awareness.getStates().get(doc.clientID)?.cursor)).toEqual([
      1, 2,
    ]),
  );
  first.destroy();
  await until(() => expect(b.awareness.getStates().has(first.doc.clientID)).toBe(false));
  expect(b.awareness.getStates().get(second.doc.clientID)).toMatchObject({ cursor: 2 });
});

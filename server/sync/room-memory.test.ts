import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Content } from './content';
import { defaultLimits } from './limits';
import { Room } from './room';
import { heapOf, RoomMemory } from './room-memory';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function makeRoom(name: string, storedBytes = 100_000): Room {
  return new Room({
    documentId: name,
    content: Content.built(new Y.Doc()),
    epoch: 1,
    seq: 1,
    storedBytes,
    sinceSnapshot: { updates: 0, bytes: 0 },
    stamps: { next: () => 1 },
  });
}

function makeMemory(maxRoomsBytes: number) {
  const gone: string[] = [];
  const memory = new RoomMemory({
    limits: { ...defaultLimits, idleMs: 1_000, maxRoomsBytes },
    forget: (room) => {
      gone.push(room.documentId);
      memory.gone(room);
    },
  });
  return { memory, gone };
}

it('a room leaves after a while without anyone, and not while someone is there', () => {
  const { memory, gone } = makeMemory(1e9);
  const [a, b] = [makeRoom('a'), makeRoom('b')];
  memory.released(a);
  memory.released(b);
  memory.entered(b);
  vi.advanceTimersByTime(999);
  expect(gone).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(gone).toEqual(['a']);
  expect(memory.heapBytes).toBe(heapOf(b));
});

it('when all together take too much, the longest empty leave at once', () => {
  const size = heapOf(makeRoom('x'));
  const { memory, gone } = makeMemory(size * 3);
  const rooms = ['a', 'b', 'c', 'd', 'e'].map((name) => makeRoom(name));
  for (const room of rooms.slice(0, 3)) memory.released(room);
  memory.released(rooms[0] as Room);
  memory.released(rooms[3] as Room);
  expect(gone).toEqual(['b']);
  memory.released(rooms[4] as Room);
  expect(gone).toEqual(['b', 'c']);
  expect(memory.heapBytes).toBe(size * 3);
});

it('a room with someone in it, or with something not yet on disk, stays whatever the rest takes', () => {
  const { memory, gone } = makeMemory(1);
  const [held, unsaved] = [makeRoom('held'), makeRoom('unsaved')];
  held.holders++;
  unsaved.submit({
    bytes: Uint8Array.from(Y.encodeStateAsUpdate(docWith('text'))),
    author: { accountId: null, institutionId: null },
    peer: null,
    onDurable: () => undefined,
    onFailed: () => undefined,
  });
  for (const room of [held, unsaved, makeRoom('third'), makeRoom('fourth')]) memory.released(room);
  vi.advanceTimersByTime(5_000);
  expect(gone).toEqual(['third', 'fourth']);
});

function docWith(text: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return doc;
}

it('a document with many structs weighs more than its bytes', () => {
  const room = makeRoom('a', 10);
  const before = heapOf(room);
  for (let i = 0; i < 1_000; i++) room.doc.getMap(`m${i}`).set('k', i);
  expect(heapOf(room) - before).toBe(200_000);
});

import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { syncFrame } from '#tests/factories/sync';
import { readFrame } from './read-frame';

const nothing = Y.encodeStateVector(new Y.Doc());

it('tells what a client has from what it brings, with bytes of their own', () => {
  expect(readFrame(syncFrame(0, nothing))).toEqual({ type: 'asks', stateVector: nothing });
  const shared = Uint8Array.of(...syncFrame(1, Uint8Array.of(7, 8)), 99);
  const read = readFrame(shared.subarray(0, -1));
  expect(read).toEqual({ type: 'content', bytes: Uint8Array.of(7, 8), carriesAll: true });
  shared.fill(0);
  expect(read).toMatchObject({ bytes: Uint8Array.of(7, 8) });
  expect(readFrame(syncFrame(2, Uint8Array.of(7)))).toMatchObject({ carriesAll: false });
});

it('takes what follows the type for presence, unread', () => {
  expect(readFrame(Uint8Array.of(1, 5, 6))).toEqual({ type: 'presence', message: Uint8Array.of(5, 6) });
  expect(readFrame(Uint8Array.of(3))).toEqual({ type: 'asks_who' });
  expect(readFrame(Uint8Array.of(99, 1))).toEqual({ type: 'other' });
});

it.each([
  ['nothing', []],
  ['an update cut short', [0, 2, 200, 1]],
  ['something after the update', [...syncFrame(2, Uint8Array.of(1)), 0]],
  ['a step that there is not', [0, 9, 0]],
  ['a state vector that is none', [...syncFrame(0, Uint8Array.of(5, 1))]],
])('throws at %s', (_what, bytes) => {
  expect(() => readFrame(Uint8Array.from(bytes))).toThrow();
});

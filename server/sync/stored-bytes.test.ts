import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Content } from './content';
import { storedBytesOf } from './stored-bytes';
import type { StoredDocument } from './types';

function store(): StoredDocument {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'as it was');
  const state = Y.encodeStateAsUpdate(doc);
  const stateVector = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 5; i++) doc.getText('t').insert(0, `${i}`);
  doc.getText('t').delete(0, 2);
  const snapshot = { uptoSeq: 10, state, stateVector, isProven: true };
  return { epoch: 1, seq: 16, snapshot, updates, damagedSnapshots: [] };
}

it('knows how far each client goes, with the log after the snapshot, without building anything', () => {
  const stored = store();
  const content = Content.stored(stored) as Content;
  const clocks = content.clocks();
  const vector = content.stateVector();
  expect(content.isBuilt).toBe(false);
  expect(content.doc.getText('t').toString()).toBe('210as it was');
  expect(content.clocks()).toEqual(clocks);
  expect(content.stateVector()).toEqual(vector);
  expect(content.frames).toBe(null);
});

it('a snapshot from before state vectors were kept is as good', () => {
  const stored = store();
  const older = { ...stored, snapshot: { ...stored.snapshot!, stateVector: null } };
  expect(storedBytesOf(older)?.clocks).toEqual(storedBytesOf(stored)?.clocks);
});

it.each<[string, (stored: StoredDocument) => StoredDocument]>([
  ['there is no snapshot', (stored) => ({ ...stored, snapshot: null })],
  ['nothing proves it', (stored) => ({ ...stored, snapshot: { ...stored.snapshot!, isProven: false } })],
  ['a newer one was damaged', (stored) => ({ ...stored, damagedSnapshots: [20] })],
  ['an entry after it is missing', (stored) => ({ ...stored, updates: stored.updates.slice(1) })],
  ['an entry after it cannot be read', (stored) => ({ ...stored, updates: [Uint8Array.of(9, 9)] })],
  [
    'its state vector cannot be read',
    (stored) => ({ ...stored, snapshot: { ...stored.snapshot!, stateVector: Uint8Array.of(9) } }),
  ],
])('gives nothing out unseen where %s', (_why, change) => {
  expect(storedBytesOf(change(store()))).toBe(null);
});

it('is unreadable, once and for all, where the document would not be what others were given', () => {
  const stored = store();
  const wrong = Y.decodeStateVector(stored.snapshot!.stateVector as Uint8Array).set(7, 1);
  const content = Content.stored({
    ...stored,
    snapshot: { ...stored.snapshot!, stateVector: Y.encodeStateVector(wrong) },
  }) as Content;
  let told = 0;
  content.onUnreadable = () => told++;
  expect(() => content.doc).toThrow('damaged');
  expect(() => content.doc).toThrow('damaged');
  expect([told, content.isBuilt]).toEqual([1, false]);
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { dropOrphans } from './orphans';

test('what stands on a lost edit is taken out; what else there is stays', () => {
  const writer = new Y.Doc();
  const updates: Uint8Array[] = [];
  writer.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of 'abc') writer.getText('t').insert(writer.getText('t').length, letter);
  const reader = new Y.Doc();
  for (const update of [updates[0], updates[2]]) if (update) Y.applyUpdate(reader, update);
  expect(dropOrphans(reader)).toBe(true);
  expect(reader.getText('t').toString()).toBe('a');

  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(reader));
  expect(server.store.pendingStructs).toBeNull();
  expect(dropOrphans(reader)).toBe(false);
});

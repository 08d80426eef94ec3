import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { isOfSelf } from './own-presence';

function frameOf(clientIds: number[]): Uint8Array {
  const awareness = new Awareness(new Y.Doc());
  for (const id of clientIds) {
    awareness.states.set(id, { name: `person ${id}` });
    awareness.meta.set(id, { clock: 1, lastUpdated: 0 });
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, 1);
  encoding.writeVarUint8Array(frame, encodeAwarenessUpdate(awareness, clientIds));
  awareness.destroy();
  return encoding.toUint8Array(frame);
}

it('tells frames that speak of this client from those that only repeat others', () => {
  expect([[7], [1, 2, 7], [1, 2], []].map((ids) => isOfSelf(frameOf(ids), 7))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

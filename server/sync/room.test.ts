import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildDoc } from './build-doc';
import { Content } from './content';
import { type Peer, Room } from './room';

const author = { accountId: 'a', institutionId: 'i' };

function makeRoom(seed: Uint8Array): Room {
  const stored = { snapshot: null, updates: [seed], seq: 1 };
  return new Room({
    documentId: 'd',
    content: Content.built(buildDoc(stored).doc),
    epoch: 1,
    seq: 1,
    storedBytes: seed.length,
    sinceSnapshot: { updates: 1, bytes: seed.length },
    stamps: { next: () => 1 },
  });
}

/** Hears what everyone in the room is sent. */
function listen(room: Room): Uint8Array[] {
  const frames: Uint8Array[] = [];
  const peer: Peer = {
    isCongested: () => false,
    fallBehind: () => undefined,
    deliver: (frame) => frames.push(frame),
    close: () => undefined,
  };
  room.peers.add(peer);
  return frames;
}

/** Queues the updates, and lets them come to the disk together. */
function commit(room: Room, updates: Uint8Array[]): void {
  const settled = { onDurable: () => undefined, onFailed: () => undefined };
  for (const bytes of updates) {
    expect(room.submit({ bytes: Uint8Array.from(bytes), author, peer: null, ...settled })).toBe('accepted');
  }
  room.takeBatch();
  room.committed();
}

/** Of two people who made the same letters bold at the same time, so that one of the marks is not needed. */
function boldTwice(): { seed: Uint8Array; updates: Uint8Array[] } {
  const start = new Y.Doc();
  start.getMap<Y.Text>('m').set('t', new Y.Text('letters'));
  const seed = Uint8Array.from(Y.encodeStateAsUpdate(start));
  const updates = [1, 2].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    Y.applyUpdate(doc, seed);
    const before = Y.encodeStateVector(doc);
    doc.getMap<Y.Text>('m').get('t')?.format(0, 4, { bold: true });
    return Y.encodeStateAsUpdate(doc, before);
  });
  return { seed, updates };
}

// Found by fuzz:sync on PostgreSQL, seed 5735042, round 21.
it.each(['one by one', 'together'])(
  'what is in a room is what is in its log, also where Yjs would tidy up: %s',
  (how) => {
    const { seed, updates } = boldTwice();
    const room = makeRoom(seed);
    if (how === 'together') commit(room, updates);
    else for (const update of updates) commit(room, [update]);
    const { doc } = buildDoc({ snapshot: null, updates: [seed, ...updates], seq: 3 });
    expect(Y.equalSnapshots(Y.snapshot(room.doc), Y.snapshot(doc))).toBe(true);
  },
);

it('an update alone in its commit goes out as it came, several as one', () => {
  const { seed, updates } = boldTwice();
  const [alone, together] = [makeRoom(seed), makeRoom(seed)];
  const [heardAlone, heardTogether] = [listen(alone), listen(together)];
  for (const update of updates) commit(alone, [update]);
  commit(together, updates);
  const first = Buffer.from(updates[0] ?? []);
  expect(heardAlone).toHaveLength(2);
  expect(Buffer.from(heardAlone[0] ?? []).includes(first)).toBe(true);
  expect(heardTogether).toHaveLength(1);
});

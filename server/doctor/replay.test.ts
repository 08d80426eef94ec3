import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildDoc } from '#server/sync/build-doc';
import { Replay } from './replay';

it('a log taken in pieces is the document that it is as a whole, also where Yjs would tidy up', () => {
  const start = new Y.Doc();
  start.getMap<Y.Text>('m').set('t', new Y.Text('letters'));
  const seed = Y.encodeStateAsUpdate(start);
  // Two people made the same letters bold, so that one of the marks is not needed.
  const bold = [1, 2].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    Y.applyUpdate(doc, seed);
    const before = Y.encodeStateVector(doc);
    doc.getMap<Y.Text>('m').get('t')?.format(0, 4, { bold: true });
    return Y.encodeStateAsUpdate(doc, before);
  });
  const replay = new Replay();
  for (const [i, bytes] of [seed, ...bold].entries()) {
    replay.take([
      { seq: i + 1, author: { accountId: null, institutionId: null }, at: '', size: bytes.length, bytes },
    ]);
  }
  const { doc } = buildDoc({ snapshot: null, updates: [seed, ...bold], seq: 3 });
  expect(Y.equalSnapshots(Y.snapshot(replay.doc), Y.snapshot(doc))).toBe(true);
});

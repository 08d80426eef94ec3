import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { checkIntegration } from '#server/sync/integration-check';
import { readUpdate } from '#server/sync/update-reader';
import { makeRandom, seedOf } from './random';

type Random = ReturnType<typeof makeRandom>;

function editAtRandom(doc: Y.Doc, random: Random): void {
  const text = doc.getText('t');
  const map = doc.getMap<unknown>('m');
  switch (random.below(6)) {
    case 0:
    case 1:
      text.insert(random.below(text.length + 1), random.pick(['a', 'bc', 'déf', '🌍']));
      return;
    case 2:
      if (text.length > 0) text.delete(random.below(text.length), 1);
      return;
    case 3:
      if (text.length > 1)
        text.format(0, 1 + random.below(text.length - 1), { bold: random.pick([true, null]) });
      return;
    case 4:
      map.set(random.pick(['x', 'y']), random.pick([1, 'two', [3], { four: 5 }, new Y.Map([['k', 1]])]));
      return;
    default: {
      const fragment = doc.getXmlFragment('f');
      if (fragment.length > 3) fragment.delete(random.below(3), 1);
      else fragment.insert(0, [new Y.XmlElement('p')]);
    }
  }
}

/** A few clients that edited together, and one update that the others do not have yet. */
function history(random: Random): { known: Y.Doc; update: Uint8Array } {
  const docs = Array.from({ length: 3 }, (_, i) => {
    const doc = new Y.Doc();
    doc.clientID = i + 1;
    return doc;
  });
  for (let i = 0; i < 25; i++) {
    const doc = random.pick(docs);
    editAtRandom(doc, random);
    Y.applyUpdate(random.pick(docs), Y.encodeStateAsUpdate(doc));
  }
  const [known, author] = [docs[0] as Y.Doc, docs[1] as Y.Doc];
  return { known, update: Uint8Array.from(Y.encodeStateAsUpdate(author, Y.encodeStateVector(known))) };
}

const clocksOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

function isAccepted(update: Uint8Array, known: Y.Doc): boolean {
  try {
    return checkIntegration(readUpdate(update), clocksOf(known)).status === 'complete';
  } catch {
    return false;
  }
}

it('every honest update is taken, and a mutilated one that is taken harms nobody', () => {
  const random = makeRandom(seedOf('updates'));
  let taken = 0;
  for (let run = 0; run < 300; run++) {
    const { known, update } = history(random);
    expect(isAccepted(update, known)).toBe(true);
    for (let mutation = 0; mutation < 30; mutation++) {
      const mutilated = Uint8Array.from(update);
      for (let i = 0; i <= random.below(3); i++) mutilated[random.below(update.length)] = random.below(256);
      if (!isAccepted(mutilated, known)) continue;
      taken++;
      const [one, two] = [new Y.Doc(), new Y.Doc()];
      for (const doc of [one, two]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
      one.on('update', (change: Uint8Array) => Y.applyUpdate(two, change));
      Y.applyUpdate(one, mutilated);
      expect([one.store.pendingStructs, one.store.pendingDs]).toEqual([null, null]);
      expect(two.store.pendingStructs).toBe(null);
      expect(JSON.stringify(two.toJSON())).toBe(JSON.stringify(one.toJSON()));
    }
  }
  expect(taken).toBeGreaterThan(50);
});

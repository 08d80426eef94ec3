import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildDoc } from '#server/sync/build-doc';
import { Content } from '#server/sync/content';
import { Room } from '#server/sync/room';
import { makeRandom, type Random, seedOf } from './random';
import { editAtRandom } from './sync/edit';

class Author {
  readonly doc = new Y.Doc();
  readonly #undo: Y.UndoManager;
  #unsent: Uint8Array[] = [];

  constructor(clientID: number) {
    this.doc.clientID = clientID;
    const scope = [this.doc.getText('text'), this.doc.getXmlFragment('xml'), this.doc.getMap('map')];
    this.#undo = new Y.UndoManager(scope, { captureTimeout: 0 });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'room') this.#unsent.push(update);
    });
  }

  /** Some letters one after the other, each at a caret that may go back among them. */
  type(random: Random): void {
    const text = this.doc.getText('text');
    let caret = random.below(text.length + 1);
    for (let letters = random.below(8); letters > 0; letters--) {
      text.insert(caret, random.pick(['a', 'b', 'cd']));
      if (random.below(3) > 0) caret++;
      if (random.below(6) === 0) text.delete(random.below(text.length), 1);
    }
  }

  /** In paragraphs that others delete meanwhile, and bring back. */
  typeInTree(random: Random): void {
    const tree = this.doc.getXmlFragment('xml');
    const at = random.below(tree.length + 1);
    const node = at < tree.length ? tree.get(at) : null;
    if (!(node instanceof Y.XmlElement)) tree.insert(at, [new Y.XmlElement('p')]);
    else if (random.below(4) === 0) tree.delete(at, 1);
    else if (node.length === 0) node.insert(0, [new Y.XmlText('word')]);
    else
      (node.get(0) as Y.XmlText).insert(
        random.below((node.get(0) as Y.XmlText).length + 1),
        random.pick(['x', 'yz']),
      );
  }

  undoOrRedo(random: Random): void {
    if (random.below(3) > 0) this.#undo.undo();
    else this.#undo.redo();
  }

  /** What the room does not have yet: each edit by itself, several as one, or as someone does who connects anew. */
  takeUnsent(random: Random, room: Room): Uint8Array[] {
    const unsent = this.#unsent;
    this.#unsent = [];
    if (unsent.length === 0) return [];
    switch (random.below(3)) {
      case 0:
        return unsent;
      case 1:
        return [Y.mergeUpdates(unsent)];
      default:
        return [Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(room.doc))];
    }
  }
}

it('a room takes every edit of honest people, however late, together or in part known it comes', () => {
  const seed = seedOf('honest edits');
  for (let round = 0; round < 40; round++) playRound(makeRandom(seed + round), `SEED=${seed + round}`);
});

function playRound(random: Random, seed: string): void {
  const room = openRoom();
  const authors = [3, 1, 2].map((client) => new Author(client));
  const send = (author: Author) => {
    for (const update of author.takeUnsent(random, room)) expect(submit(room, update), seed).toBe('accepted');
  };
  for (let step = 0; step < 150; step++) {
    const author = random.pick(authors);
    switch (random.below(8)) {
      case 0:
      case 1:
        author.type(random);
        break;
      case 2:
        editAtRandom(author.doc, random);
        break;
      case 3:
        author.typeInTree(random);
        break;
      case 4:
        author.undoOrRedo(random);
        break;
      case 5:
        send(author);
        break;
      case 6:
        Y.applyUpdate(author.doc, Y.encodeStateAsUpdate(room.doc), 'room');
        break;
      default:
        room.takeBatch();
        if (random.below(2) === 0) send(author);
        room.committed();
    }
  }
}

function submit(room: Room, update: Uint8Array) {
  const author = { accountId: 'a', institutionId: 'i' };
  const settled = { onDurable: () => undefined, onFailed: () => undefined };
  return room.submit({ bytes: Uint8Array.from(update), author, peer: null, ...settled });
}

function openRoom(): Room {
  const { doc } = buildDoc({ snapshot: null, updates: [], seq: 0 });
  return new Room({
    documentId: 'd',
    content: Content.built(doc),
    epoch: 1,
    seq: 0,
    storedBytes: 0,
    sinceSnapshot: { updates: 0, bytes: 0 },
    stamps: { next: () => 1 },
  });
}

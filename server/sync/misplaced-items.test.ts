import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildDoc } from './build-doc';
import { Content } from './content';
import { WaitingRuns } from './misplaced-items';
import { Room, type Submitted } from './room';
import { readUpdate } from './update-reader';

type Id = readonly [client: number, clock: number];

interface Letters {
  id: Id;
  text: string;
  left?: Id;
  right?: Id;
  /** Of the text that holds them, where they name no neighbour. */
  name?: string;
}

/** An update made by hand, as Yjs writes it: of one client, each run of letters with the neighbours it claims. */
function update(...runs: [Letters, ...Letters[]]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [1, runs.length, ...runs[0].id]) encoding.writeVarUint(encoder, value);
  for (const { text, left, right, name } of runs) {
    encoding.writeUint8(encoder, 4 | (left ? 128 : 0) | (right ? 64 : 0));
    for (const value of [...(left ?? []), ...(right ?? [])]) encoding.writeVarUint(encoder, value);
    if (!left && !right) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, name ?? 't');
    }
    encoding.writeVarString(encoder, text);
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function openRoom() {
  const room = new Room({
    documentId: 'd',
    content: Content.built(buildDoc({ snapshot: null, updates: [], seq: 0 }).doc),
    epoch: 1,
    seq: 0,
    storedBytes: 0,
    sinceSnapshot: { updates: 0, bytes: 0 },
    stamps: { next: () => 1 },
  });
  const submission = { author: { accountId: 'a', institutionId: 'i' }, peer: null };
  return {
    text: () => room.doc.getText('t').toString(),
    submit: (bytes: Uint8Array): Submitted =>
      room.submit({ ...submission, bytes, onDurable: () => undefined, onFailed: () => undefined }),
    commit: () => {
      room.takeBatch();
      room.committed();
    },
    takeBatch: () => room.takeBatch(),
  };
}

const word = { id: [1, 0], text: 'abcdef' } as const;
const beginning = { id: [1, 0], text: 'abc' } as const;
const ending = { id: [1, 3], text: 'def', left: [1, 2] } as const;

const crossed = { id: [2, 0], text: '-', left: [1, 4], right: [1, 1] } as const;
const besideItself = { id: [2, 0], text: '-', left: [1, 2], right: [1, 2] } as const;
const between = { id: [2, 0], text: '-', left: [1, 1], right: [1, 2] } as const;

/** Each brings the word into the room in its own way, and then what is said of it. */
const ways: Record<string, (room: ReturnType<typeof openRoom>, said: Letters) => Submitted> = {
  'in the document': (room, said) => {
    room.submit(update(word));
    room.commit();
    return room.submit(update(said));
  },
  'waiting for the disk': (room, said) => {
    room.submit(update(word));
    return room.submit(update(said));
  },
  'waiting in pieces': (room, said) => {
    room.submit(update(beginning));
    room.submit(update(ending));
    return room.submit(update(said));
  },
  'on its way to the disk': (room, said) => {
    room.submit(update(word));
    room.takeBatch();
    return room.submit(update(said));
  },
  'begun in the document, its end waiting': (room, said) => {
    room.submit(update(beginning));
    room.commit();
    room.submit(update(ending));
    return room.submit(update(said));
  },
};

// Found by fuzz:sync, seed 478790844, round 5, and on PostgreSQL seed 1666883050, round 214; those of two lists by seed
// 172552272, round 104, once the fuzz forged places on purpose.
describe('neighbours between which nothing can stand', () => {
  it.each(Object.keys(ways))('are refused, and the right way round taken: their word is %s', (name) => {
    const send = ways[name] as (typeof ways)[string];
    expect(send(openRoom(), crossed)).toBe('malformed');
    expect(send(openRoom(), besideItself)).toBe('malformed');
    const room = openRoom();
    expect(send(room, between)).toBe('accepted');
  });

  it('are refused where the update brings their word itself', () => {
    const after = { id: [1, 6], text: '-', left: [1, 4], right: [1, 1] } as const;
    expect(openRoom().submit(update(word, after))).toBe('malformed');
    expect(openRoom().submit(update(beginning, ending, after))).toBe('malformed');
    expect(openRoom().submit(update(word, { ...after, right: [1, 5] }))).toBe('accepted');
  });

  it('are refused of letters of which the first are known: the rest stands behind those', () => {
    const room = openRoom();
    room.submit(update(beginning));
    expect(room.submit(update({ id: [1, 1], text: 'bcd', left: [1, 0], right: [1, 0] }))).toBe('malformed');
    expect(room.submit(update({ id: [1, 1], text: 'bcd', left: [1, 0] }))).toBe('accepted');
  });

  it('are not what it looks like where someone wrote the right one first', () => {
    const room = openRoom();
    room.submit(update({ id: [1, 0], text: 'world' }));
    room.submit(update({ id: [1, 5], text: 'hello', right: [1, 0] }));
    expect(room.submit(update({ id: [2, 0], text: ' ', left: [1, 9], right: [1, 0] }))).toBe('accepted');
    room.commit();
    expect(room.text()).toBe('hello world');
    expect(room.submit(update({ id: [3, 0], text: ' ', left: [1, 9], right: [1, 0] }))).toBe('accepted');
  });

  it('leave nothing behind: what comes next is taken as before', () => {
    const room = openRoom();
    room.submit(update(word));
    expect(room.submit(update(crossed))).toBe('malformed');
    expect(room.submit(update({ id: [2, 0], text: '-', left: [1, 5] }))).toBe('accepted');
    room.commit();
    expect(room.text()).toBe('abcdef-');
  });

  it('are refused in two lists, wherever those are', () => {
    const other = { id: [3, 0], text: 'other', name: 'u' } as const;
    const inTwo = { id: [2, 0], text: '-', left: [1, 1], right: [3, 2] } as const;
    for (const isWritten of [true, false]) {
      const room = openRoom();
      room.submit(update(word));
      if (isWritten) room.commit();
      room.submit(update(other));
      expect(room.submit(update(inTwo))).toBe('malformed');
      room.commit();
      expect(room.submit(update(inTwo))).toBe('malformed');
      expect(room.submit(update({ ...inTwo, left: [3, 1] }))).toBe('accepted');
    }
  });

  it('are refused where one of them was collected as garbage, and taken where both were', () => {
    const author = new Y.Doc();
    author.clientID = 1;
    const tree = author.getXmlFragment('t');
    tree.insert(0, [new Y.XmlText('abc'), new Y.XmlText('def')]);
    const room = openRoom();
    room.submit(Uint8Array.from(Y.encodeStateAsUpdate(author)));
    room.commit();
    // The two lists' own items are 0 and 1; their letters 2 to 4 and 5 to 7.
    const inFirst = { id: [2, 0], text: '-', left: [1, 2], right: [1, 3] } as const;
    expect(room.submit(update(inFirst))).toBe('accepted');
    const before = Y.encodeStateVector(author);
    tree.delete(1, 1);
    room.submit(Uint8Array.from(Y.encodeStateAsUpdate(author, before)));
    room.commit();
    expect(room.submit(update({ id: [3, 0], text: '-', left: [1, 0], right: [1, 6] }))).toBe('malformed');
    expect(room.submit(update({ id: [3, 0], text: '-', left: [1, 5], right: [1, 6] }))).toBe('accepted');
  });

  it('would part two documents: where the word is in pieces it stands elsewhere', () => {
    const documents = [[word], [beginning, ending]].map((runs) => {
      const doc = new Y.Doc();
      doc.transact(() => {
        for (const run of runs) Y.applyUpdate(doc, update(run));
        Y.applyUpdate(doc, update(crossed));
      });
      return doc.getText('t').toString();
    });
    expect(documents).toEqual(['a-bcdef', 'abcdef-']);
  });
});

it('what waits is kept until the document has it, and no longer', () => {
  const waiting = new WaitingRuns();
  const doc = new Y.Doc();
  waiting.add(readUpdate(update(beginning)).structs, () => 0);
  waiting.add(readUpdate(update(ending)).structs, () => 3);
  Y.applyUpdate(doc, update(beginning));
  waiting.settle(doc);
  expect(waiting.find([1, 5])).toMatchObject({ clock: 0, end: 6 });
  Y.applyUpdate(doc, update(ending));
  waiting.settle(doc);
  expect(waiting.find([1, 5])).toBeUndefined();
});

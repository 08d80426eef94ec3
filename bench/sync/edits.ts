import * as Y from 'yjs';

/** What one person types, one character an update: update n of a writer is the n-th tick of its clock. */
export interface Writer {
  clientId: number;
  updates: Uint8Array[];
}

export interface Script {
  /** The document before anyone types, as one update. */
  seed: Uint8Array;
  writers: Writer[];
}

const sentence =
  'The ministry and its partners agree to extend the benefit package to informal workers by 2028. ';

/** A document of about 1 kB, in paragraphs, and what so many people type into it, each at a place of their own. */
export function makeScript({ writers, updates }: { writers: number; updates: number }): Script {
  const start = new Y.Doc();
  const narrative = start.getXmlFragment('narrative');
  const paragraphs = Array.from({ length: 10 }, () => new Y.XmlText(sentence));
  narrative.insert(0, paragraphs);
  const seed = Y.encodeStateAsUpdate(start);
  return { seed, writers: Array.from({ length: writers }, (_, i) => typist(seed, i, updates)) };
}

function typist(seed: Uint8Array, number: number, count: number): Writer {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const texts = doc.getXmlFragment('narrative').toArray() as Y.XmlText[];
  let at = 5 + number;
  for (let i = 0; i < count; i++) {
    // After a sentence or so, on to another paragraph.
    const text = texts[(number + Math.floor(i / 80)) % texts.length] as Y.XmlText;
    if (i % 80 === 0) at = Math.min(5 + number, text.length);
    text.insert(at++, sentence[i % sentence.length] as string);
  }
  return { clientId: doc.clientID, updates };
}

/** A document whose state has about so many bytes, written by twenty people in paragraphs of half a page. */
export function makeLargeDocument(bytes: number): Uint8Array {
  const whole = new Y.Doc();
  const paragraph = sentence.repeat(8);
  for (let author = 0; author < 20; author++) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole));
    const before = Y.encodeStateVector(doc);
    const narrative = doc.getXmlFragment('narrative');
    const count = Math.round(bytes / 20 / (paragraph.length + 32));
    doc.transact(() => {
      for (let i = 0; i < count; i++) narrative.push([new Y.XmlText(paragraph)]);
    });
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc, before));
  }
  return Y.encodeStateAsUpdate(whole);
}

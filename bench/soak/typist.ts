import * as Y from 'yjs';

const sentence = 'The benefit package reaches informal workers by 2028, as agreed. ';

/** The one who writes in a room: types a paragraph letter by letter, begins anew when it is full, as minutes are kept. */
export class Typist {
  readonly doc = new Y.Doc();
  /** When each letter was typed, by its clock; those that everyone has had time to see are forgotten. */
  readonly sentAt = new Map<number, number>();
  readonly #text = this.doc.getText('narrative');

  get clock(): number {
    return Y.getState(this.doc.store, this.doc.clientID);
  }

  /** The next letter, as an update; at the end of a sentence all is deleted, so that documents stay as large as they are. */
  next(): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    const clock = this.clock;
    const at = this.#text.length;
    this.doc.transact(() => {
      if (at === sentence.length) this.#text.delete(0, at);
      const length = at === sentence.length ? 0 : at;
      this.#text.insert(length, sentence[length] as string);
    });
    const now = performance.now();
    this.sentAt.set(clock, now);
    for (const [old, sentAt] of this.sentAt) {
      if (now - sentAt < 60_000) break;
      this.sentAt.delete(old);
    }
    return Uint8Array.from(Y.encodeStateAsUpdate(this.doc, before));
  }

  /** All there is, as somebody who comes back sends it. */
  whole(): Uint8Array {
    return Uint8Array.from(Y.encodeStateAsUpdate(this.doc));
  }
}

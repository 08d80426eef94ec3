import * as Y from 'yjs';
import { buildDoc } from './build-doc';
import { DocumentDamaged } from './damaged';
import type { Clocks } from './integration-check';
import { type StoredBytes, storedBytesOf } from './stored-bytes';
import type { StoredDocument } from './types';

/**
 * What is in a room: its bytes as they are on disk, until someone needs the document itself. Building a long history
 * takes a tenth of a second; who only wants all of it can have the bytes.
 */
export class Content {
  #doc: Y.Doc | null;
  #bytes: StoredBytes | null;
  #failure: unknown = null;
  #onBuilt: ((doc: Y.Doc) => void)[] = [];
  /** Once, when it turns out that no document can be built of the bytes. */
  onUnreadable: (error: unknown) => void = () => undefined;

  private constructor(from: { doc: Y.Doc } | { bytes: StoredBytes }) {
    this.#doc = 'doc' in from ? from.doc : null;
    this.#bytes = 'bytes' in from ? from.bytes : null;
  }

  static built(doc: Y.Doc): Content {
    return new Content({ doc });
  }

  /** Null where the bytes are not beyond doubt: then the document must be built before anyone gets them. */
  static stored(stored: StoredDocument): Content | null {
    const bytes = storedBytesOf(stored);
    return bytes && new Content({ bytes });
  }

  get isBuilt(): boolean {
    return this.#doc !== null;
  }

  /** The document, built now if it was not. Throws `DocumentDamaged`, and every time after that. */
  get doc(): Y.Doc {
    return this.#doc ?? this.#build();
  }

  /** Calls the listener once: at once, or when the document is built. */
  whenBuilt(listener: (doc: Y.Doc) => void): void {
    if (this.#doc) listener(this.#doc);
    else this.#onBuilt.push(listener);
  }

  /** The frames that bring all of it, in this order, the last being the answer; null once it is built. */
  get frames(): Uint8Array[] | null {
    return this.#bytes?.frames ?? null;
  }

  /** How far each client's structs go. */
  clocks(): Clocks {
    return this.#bytes ? new Map(this.#bytes.clocks) : clocksOf(this.doc);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#bytes ? this.#bytes.clocks : this.doc);
  }

  destroy(): void {
    this.#doc?.destroy();
  }

  #build(): Y.Doc {
    if (this.#failure) throw this.#failure;
    try {
      const doc = buildExactly(this.#bytes as StoredBytes);
      this.#doc = doc;
      this.#bytes = null;
      for (const listener of this.#onBuilt.splice(0)) listener(doc);
      return doc;
    } catch (error) {
      this.#failure = error;
      this.onUnreadable(error);
      throw error;
    }
  }
}

/** Others have these very bytes already: nothing may be left out now, and nothing be other than they were told. */
function buildExactly({ stored, clocks }: StoredBytes): Y.Doc {
  const { doc, leftOut } = buildDoc(stored);
  const built = clocksOf(doc);
  const isSame = built.size === clocks.size && [...clocks].every(([client, at]) => built.get(client) === at);
  if (leftOut.length === 0 && isSame) return doc;
  doc.destroy();
  throw new DocumentDamaged('unreadable');
}

function clocksOf(doc: Y.Doc): Clocks {
  const clocks: Clocks = new Map();
  for (const client of doc.store.clients.keys()) clocks.set(client, Y.getState(doc.store, client));
  return clocks;
}

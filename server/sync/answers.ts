import * as Y from 'yjs';
import { step2Frame, updateFrame } from './frames';

/** The whole document at some moment, encoded once for all who join within a while. */
interface Base {
  state: Uint8Array;
  stateVector: Uint8Array;
  encodedAt: number;
  /** Made when they are first needed: the state as an answer, as an update, and what has come since. */
  answer?: Uint8Array;
  update?: Uint8Array;
  since?: Uint8Array;
}

/** A base is followed by what has come since for so long, before the whole is encoded anew. */
const baseMs = 2_000;
/** A document up to this is encoded anew sooner than pieced together. */
const smallBytes = 65_536;
/** After so long without anyone joining its memory is given back. */
const keepMs = { small: 1_000, large: 10_000 } as const;
const nearlyAll = 0.9;
/** After a restart everyone comes back with the same state: as many answers are kept until the next change. */
const maxDiffs = 16;

/**
 * What is sent to those who say what they have of one document. Whoever has nothing gets bytes that are shared: the
 * whole as it was a moment ago, then what has come since; so a crowd that joins costs one encoding and one copy.
 */
export class Answers {
  #base: Base | null = null;
  #diffs: Map<string, Uint8Array> | null = null;
  #forget: NodeJS.Timeout | null = null;
  readonly #doc: Y.Doc;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    // Who listens to updates has each encoded, also where nobody wants its bytes.
    doc.on('afterTransaction', () => {
      this.#diffs = null;
      if (this.#base) this.#base.since = undefined;
    });
  }

  /** Nearly everything is missing there, so that the shared bytes serve as well as bytes of its own. */
  lacksNearlyAll(stateVector: Uint8Array): boolean {
    const has = Y.decodeStateVector(stateVector);
    let all = 0;
    let lacking = 0;
    for (const client of this.#doc.store.clients.keys()) {
      const clock = Y.getState(this.#doc.store, client);
      all += clock;
      lacking += Math.max(0, clock - (has.get(client) ?? 0));
    }
    return lacking >= all * nearlyAll;
  }

  /** Frames that bring everything, in this order; the last is the answer ("step 2"). */
  whole(): Uint8Array[] {
    const base = this.#freshBase();
    if (!this.#hasChangedSince(base)) {
      base.answer ??= step2Frame(base.state);
      return [base.answer];
    }
    base.update ??= updateFrame(base.state);
    base.since ??= step2Frame(Y.encodeStateAsUpdate(this.#doc, base.stateVector));
    return [base.update, base.since];
  }

  /** One frame with what is missing from this state, as an answer or as an update. */
  since(stateVector: Uint8Array, kind: 'answer' | 'update'): Uint8Array {
    const key = kind + Buffer.from(stateVector).toString('latin1');
    this.#diffs ??= new Map();
    const known = this.#diffs.get(key);
    if (known) return known;
    const diff = Y.encodeStateAsUpdate(this.#doc, stateVector);
    const frame = kind === 'answer' ? step2Frame(diff) : updateFrame(diff);
    if (this.#diffs.size < maxDiffs && frame.length < smallBytes) this.#diffs.set(key, frame);
    return frame;
  }

  #freshBase(): Base {
    const base = this.#base;
    if (base && (!this.#hasChangedSince(base) || this.#isStillGood(base))) {
      this.#forget?.refresh();
      return base;
    }
    const state = Y.encodeStateAsUpdate(this.#doc);
    const stateVector = Y.encodeStateVector(this.#doc);
    this.#base = { state, stateVector, encodedAt: performance.now(), since: none };
    this.#keepFor(state.length > smallBytes ? keepMs.large : keepMs.small);
    return this.#base;
  }

  #keepFor(ms: number): void {
    if (this.#forget) clearTimeout(this.#forget);
    this.#forget = setTimeout(() => {
      this.#base = null;
      this.#forget = null;
    }, ms).unref();
  }

  #hasChangedSince({ since }: Base): boolean {
    return since !== none;
  }

  #isStillGood({ state, encodedAt }: Base): boolean {
    return state.length > smallBytes && performance.now() - encodedAt < baseMs;
  }
}

/** Stands for "nothing has come since". */
const none = new Uint8Array();

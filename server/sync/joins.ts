import type { Doc } from 'yjs';
import { Answers } from './answers';
import type { Content } from './content';
import type { SyncLimits } from './limits';
import { Turnstile } from './turnstile';
import type { SyncLogger } from './types';

/** A share of one turn of the loop: what those inside may have to wait for one who joins. */
const sliceMs = 4;

/**
 * Brings clients up to date, those of all rooms one after the other. Answers of one's own wait in memory until their
 * client has taken them; where these become too much, the next get the whole document, whose bytes are shared.
 */
export class Joins {
  readonly #turnstile: Turnstile;
  readonly #answers = new WeakMap<Doc, Answers>();
  readonly #maxOwnBytes: number;
  /** Of answers made for one client only, and not yet taken. */
  ownBytes = 0;

  constructor({ limits, log }: { limits: SyncLimits; log: SyncLogger }) {
    this.#maxOwnBytes = limits.maxAnswerBytes;
    this.#turnstile = new Turnstile({
      sliceMs,
      onError: (error) => log.error({ err: error }, 'a client could not be brought up to date'),
    });
  }

  get waiting(): number {
    return this.#turnstile.length;
  }

  enter(work: () => void): void {
    this.#turnstile.enter(work);
  }

  /** The frames that bring a client from this state up to date, and how many of their bytes are for it alone. */
  framesFor(
    content: Content,
    stateVector: Uint8Array,
    kind: 'answer' | 'update',
  ): { frames: Uint8Array[]; ownBytes: number } {
    // Only who has nothing: whatever else they have must be held against the document itself.
    if (content.frames && hasNothing(stateVector)) return { frames: content.frames, ownBytes: 0 };
    const answers = this.#answersOf(content.doc);
    if (this.ownBytes > this.#maxOwnBytes || answers.lacksNearlyAll(stateVector)) {
      return { frames: answers.whole(), ownBytes: 0 };
    }
    const frame = answers.since(stateVector, kind);
    return { frames: [frame], ownBytes: frame.length };
  }

  #answersOf(doc: Doc): Answers {
    const known = this.#answers.get(doc);
    if (known) return known;
    const answers = new Answers(doc);
    this.#answers.set(doc, answers);
    return answers;
  }
}

function hasNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0;
}

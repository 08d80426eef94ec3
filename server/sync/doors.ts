import type { SyncLimits } from './limits';
import { Throttle } from './throttle';
import { Turnstile } from './turnstile';
import type { SyncLogger } from './types';

/** Look-ups of rights and documents that may be under way for those who come in. */
const atOnce = 16;
/** Whoever would have to wait longer at the door is sent away to come back later. */
const maxWaitMs = 10_000;
const maxWaiting = 4_000;

/**
 * Where connections come in: one look-up of rights a turn of the loop, so that a crowd delays nobody inside, and each
 * network only so many a second, so that a crowd from one place delays nobody from another.
 */
export class Doors {
  readonly #turnstile: Turnstile;
  readonly #knocks = new Map<string, Throttle>();
  readonly #limits: SyncLimits;

  constructor({ limits, log }: { limits: SyncLimits; log: SyncLogger }) {
    this.#limits = limits;
    this.#turnstile = new Turnstile({
      sliceMs: 0,
      atOnce,
      onError: (error) => log.error({ err: error }, 'a connection could not be let in'),
    });
  }

  /** Those who wait for their turn. */
  get waiting(): number {
    return this.#turnstile.length;
  }

  /** Lets the work of coming in be done when its turn has come; null when there are too many. */
  async pass<T>(network: string, work: () => Promise<T>): Promise<T | null> {
    if (this.waiting >= maxWaiting) return null;
    const waitMs = this.#knock(network);
    if (waitMs > maxWaitMs) return null;
    if (waitMs > 0) await new Promise<void>((resolve) => setTimeout(resolve, waitMs).unref());
    return this.#turnstile.pass(work);
  }

  /** Forgets networks that have been quiet. */
  sweep(): void {
    for (const [network, throttle] of this.#knocks) if (throttle.isFull) this.#knocks.delete(network);
  }

  /** Those sent away do not count, or a crowd that goes on knocking would lock out its network for ever. */
  #knock(network: string): number {
    const throttle = this.#knocks.get(network) ?? new Throttle(this.#limits.rates.ofKnocks);
    this.#knocks.set(network, throttle);
    const waitMs = throttle.take(1);
    if (waitMs > maxWaitMs) throttle.take(-1);
    return waitMs;
  }
}

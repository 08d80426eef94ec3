import type { Clock } from '#domain/clock';
import type { SyncLogger, SyncStorage } from './types';

interface StampsOptions {
  storage: Pick<SyncStorage, 'reserveStamps'>;
  clock: Clock;
  log: SyncLogger;
  /** How many are set apart at a time. */
  span?: number;
}

/** Hours of a full house; and eight million starts before the numbers run out. */
const defaultSpan = 2 ** 30;

/**
 * The clocks of presence: each higher than all before it, also than those of a process that was killed, whatever
 * becomes of the time of day. A browser takes no news of a person whose clock is not higher than the last it saw of
 * them, for as long as its page is open. So they are set apart on disk before any is used.
 */
export class Stamps {
  #last = 0;
  #end = 0;
  /** The next are set apart when this one is used. */
  #renewAt = Number.POSITIVE_INFINITY;
  #ready: Promise<void> | null = null;
  readonly #options: StampsOptions;

  constructor(options: StampsOptions) {
    this.#options = options;
  }

  /** Resolves when there are some. Throws what the storage throws; the next call tries again. */
  ready(): Promise<void> {
    this.#ready ??= this.#reserve().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  next(): number {
    this.#last++;
    if (this.#last >= this.#renewAt) this.#renew();
    return this.#last;
  }

  #renew(): void {
    // Where it fails it is tried again half-way from here to the end.
    this.#renewAt = this.#last + Math.max(1, (this.#end - this.#last) / 2);
    this.#reserve().catch((error: unknown) =>
      this.#options.log.error({ err: error }, 'no more clocks of presence could be set apart'),
    );
  }

  /** From the time of day on, in case that a backup was restored which knows nothing of the last ones. */
  async #reserve(): Promise<void> {
    const { storage, clock, span = defaultSpan } = this.#options;
    const first = await storage.reserveStamps({ count: span, atLeast: clock.now().getTime() });
    this.#last = Math.max(this.#last, first);
    this.#end = first + span;
    this.#renewAt = first + span / 2;
  }
}

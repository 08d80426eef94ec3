import type { Channel } from './channel';

/** Holds a client back, for either of two reasons or both: it is read from again when the last of them has gone. */
export class Reading {
  readonly #channel: Pick<Channel, 'pause' | 'resume'>;
  #isSuspended = false;
  /** It has spent more than its share, which will have come back at this moment of the monotonic clock. */
  #spentUntil = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(channel: Pick<Channel, 'pause' | 'resume'>) {
    this.#channel = channel;
  }

  get isSuspended(): boolean {
    return this.#isSuspended;
  }

  suspend(): void {
    this.#isSuspended = true;
    this.#channel.pause();
  }

  resume(): void {
    this.#isSuspended = false;
    this.#goOn();
  }

  /** The longest of several waits counts. */
  holdBack(waitMs: number): void {
    if (waitMs <= 0) return;
    this.#spentUntil = Math.max(this.#spentUntil, performance.now() + waitMs);
    this.#channel.pause();
    this.#wait();
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #wait(): void {
    if (this.#timer) return;
    const timer = setTimeout(() => {
      this.#timer = null;
      if (performance.now() < this.#spentUntil) this.#wait();
      else this.#goOn();
    }, this.#spentUntil - performance.now());
    this.#timer = timer.unref();
  }

  #goOn(): void {
    if (!this.#isSuspended && !this.#timer) this.#channel.resume();
  }
}

export interface Rate {
  perSecond: number;
  burst: number;
}

/** A bucket of tokens that refills with time: how much a client may send before its reading is held back. */
export class Throttle {
  #tokens: number;
  #at = performance.now();
  readonly #rate: Rate;

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#tokens = rate.burst;
  }

  /** Nothing is remembered of it that a new one would not be. */
  get isFull(): boolean {
    this.#refill();
    return this.#tokens >= this.#rate.burst;
  }

  /** Takes the cost; gives for how many milliseconds the client must now be held back, mostly 0. */
  take(cost: number): number {
    this.#refill();
    this.#tokens -= cost;
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#rate.perSecond) * 1000);
  }

  #refill(): void {
    const now = performance.now();
    const refilled = this.#tokens + ((now - this.#at) * this.#rate.perSecond) / 1000;
    this.#tokens = Math.min(this.#rate.burst, refilled);
    this.#at = now;
  }
}

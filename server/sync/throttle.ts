/** A bucket of tokens that refills with time: how much a client may send before its reading is held back. */
export class Throttle {
  #tokens: number;
  #at = performance.now();
  readonly #perSecond: number;
  readonly #burst: number;

  constructor({ perSecond, burst }: { perSecond: number; burst: number }) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }

  /** Takes the cost; gives for how many milliseconds the client must now be held back, mostly 0. */
  take(cost: number): number {
    const now = performance.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) * this.#perSecond) / 1000);
    this.#at = now;
    this.#tokens -= cost;
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#perSecond) * 1000);
  }
}

const perMs = 20;
const maxMs = 30_000;

/** Times in milliseconds, kept in steps of a twentieth, so that millions cost nothing. */
export class Histogram {
  readonly #counts = new Uint32Array(maxMs * perMs);
  #total = 0;

  add(ms: number): void {
    const bucket = Math.min(this.#counts.length - 1, Math.max(0, Math.floor(ms * perMs)));
    this.#counts[bucket] = (this.#counts[bucket] as number) + 1;
    this.#total++;
  }

  get count(): number {
    return this.#total;
  }

  /** The time that this share of all stayed at or below; NaN when there is none. */
  percentile(share: number): number {
    let left = Math.ceil(this.#total * share);
    if (left === 0) return Number.NaN;
    for (let bucket = 0; bucket < this.#counts.length; bucket++) {
      left -= this.#counts[bucket] as number;
      if (left <= 0) return (bucket + 0.5) / perMs;
    }
    return Number.NaN;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#total = 0;
  }
}

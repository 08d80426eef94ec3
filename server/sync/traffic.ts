import type { Meter } from './meter';

/** How much came and went over one connection, and for how long. */
export class Traffic {
  bytesIn = 0;
  bytesOut = 0;
  readonly #openedAt = performance.now();
  readonly #meter: Meter;

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  received(bytes: number): void {
    this.bytesIn += bytes;
    this.#meter.received(bytes);
  }

  sent(bytes: number): void {
    this.bytesOut += bytes;
    this.#meter.sent(bytes);
  }

  get total(): { bytesIn: number; bytesOut: number; ageMs: number } {
    const { bytesIn, bytesOut } = this;
    return { bytesIn, bytesOut, ageMs: Math.round(performance.now() - this.#openedAt) };
  }
}

/** How often something took how long: cumulative counts up to each bound, as Prometheus has them. */
export class Histogram {
  readonly #bounds: number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  constructor(bounds: number[]) {
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#sum += value;
    this.#count++;
    const place = this.#bounds.findIndex((bound) => value <= bound);
    if (place >= 0) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  lines(name: string): string[] {
    let total = 0;
    const buckets = this.#bounds.map((bound, i) => {
      total += this.#counts[i] ?? 0;
      return `${name}_bucket{le="${bound}"} ${total}`;
    });
    return [
      `# TYPE ${name} histogram`,
      ...buckets,
      `${name}_bucket{le="+Inf"} ${this.#count}`,
      `${name}_sum ${this.#sum}`,
      `${name}_count ${this.#count}`,
    ];
  }
}

const seconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the engine counts as it goes; `stats` of the engine adds what it holds at the moment. */
export class Meter {
  /** One transaction of updates, until it is on disk. */
  readonly commitSeconds = new Histogram(seconds);
  /** From the moment that an update waits in its room until the others have been sent it. */
  readonly broadcastSeconds = new Histogram(seconds);
  readonly closes = new Map<number, number>();
  readonly counts = {
    bytesIn: 0,
    bytesOut: 0,
    framesIn: 0,
    framesOut: 0,
    malformed: 0,
    gaps: 0,
    refused: 0,
    behind: 0,
    resyncs: 0,
    turnedAway: 0,
  };

  received(bytes: number): void {
    this.counts.framesIn++;
    this.counts.bytesIn += bytes;
  }

  sent(bytes: number): void {
    this.counts.framesOut++;
    this.counts.bytesOut += bytes;
  }

  closed(code: number): void {
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1);
  }

  /** Histograms and closes in the text format of Prometheus. */
  exposition(): string {
    const closes = [...this.closes].sort(([a], [b]) => a - b);
    return `${[
      ...this.commitSeconds.lines('concord_sync_commit_seconds'),
      ...this.broadcastSeconds.lines('concord_sync_broadcast_seconds'),
      '# TYPE concord_sync_closes_total counter',
      ...closes.map(([code, count]) => `concord_sync_closes_total{code="${code}"} ${count}`),
    ].join('\n')}\n`;
  }
}

import type { Meter } from './meter';
import { Throttle } from './throttle';
import type { SyncLogger } from './types';

/** How a connection ended, and whose it was. */
export interface Ending {
  code: number;
  reason: string;
  accountId: string;
  network: string;
  documentId: string;
  bytesIn: number;
  bytesOut: number;
  ageMs: number;
}

/** The tab was closed, the page was left, or we stop. */
const ordinary = new Set([1000, 1001, 1005, 1012]);
/** The network's or the rights' doing: worth a line, no reason to worry. */
const expected = new Set([1006, 4401, 4403, 4409, 4426]);
const lines = { perSecond: 2, burst: 50 } as const;

/** Counts every close, and writes one line for each abnormal one; a flood of them does not flood the log. */
export class Closes {
  readonly #log: SyncLogger;
  readonly #meter: Meter;
  readonly #throttle = new Throttle(lines);
  #unlogged = 0;

  constructor({ log, meter }: { log: SyncLogger; meter: Meter }) {
    this.#log = log;
    this.#meter = meter;
  }

  closed(ending: Ending): void {
    this.#meter.closed(ending.code);
    if (ordinary.has(ending.code)) return;
    if (this.#throttle.take(1) > 0) {
      this.#throttle.take(-1);
      this.#unlogged++;
      return;
    }
    const more = this.#unlogged > 0 ? { unlogged: this.#unlogged } : {};
    this.#unlogged = 0;
    if (expected.has(ending.code)) this.#log.info({ ...ending, ...more }, 'a connection ended');
    else this.#log.warn({ ...ending, ...more }, 'a connection was ended');
  }
}

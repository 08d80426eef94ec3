import type { Logger } from 'pino';

export interface Background {
  /** Starts work that nobody waits for; a failure is logged. */
  run(what: string, work: () => Promise<unknown>): void;
  /** Resolves once nothing is under way: for a graceful stop, and for tests. */
  settled(): Promise<void>;
}

export function makeBackground(log: Logger): Background {
  const underWay = new Set<Promise<unknown>>();

  function run(what: string, work: () => Promise<unknown>): void {
    const done = Promise.resolve()
      .then(work)
      .catch((error: unknown) => log.error({ err: error }, `${what} failed`))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  return { run, settled };
}

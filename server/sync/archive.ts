import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#domain/clock';
import type { Compactor } from './compactor';
import type { SyncLimits } from './limits';
import type { SyncLogger, SyncStorage } from './types';

interface ArchiveOptions {
  storage: SyncStorage;
  compactor: Compactor;
  limits: SyncLimits;
  clock: Clock;
  log: SyncLogger;
}

/**
 * Moves rows of the log that are old and covered by a snapshot into segments, one segment a transaction and one
 * document at a time. May be cut off anywhere: what has not been moved is still rows.
 */
export class Archive {
  #due = new Set<string>();
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout;
  readonly #stopping = new AbortController();
  readonly #options: ArchiveOptions;
  segments = 0;

  constructor(options: ArchiveOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.sweep(), options.limits.archiveSweepMs);
    this.#timer.unref();
  }

  /** A snapshot of the document has been made: packs what it allows to be packed. */
  consider(documentId: string): void {
    if (this.#stopping.signal.aborted) return;
    this.#due.add(documentId);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Packs what has become old enough since, and lets go of what the retention rule no longer keeps. */
  async sweep(): Promise<void> {
    const { storage, limits, log } = this.#options;
    try {
      for (const id of await storage.documentsToArchive(limits.segmentUpdatesAtLeast)) this.consider(id);
      if (limits.historyKeepMs === null) return;
      const forgotten = await storage.forgetUpdates(this.#ago(limits.historyKeepMs));
      if (forgotten > 0)
        log.info({ segments: forgotten }, 'updates older than the history kept were let go of');
    } catch (error) {
      log.warn({ err: error }, 'old logs could not be looked through');
    }
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#due.clear();
    this.#stopping.abort();
    await this.settled();
  }

  async #run(): Promise<void> {
    for (const documentId of this.#due) {
      this.#due.delete(documentId);
      try {
        while (await this.#packOne(documentId)) await this.#rest();
      } catch (error) {
        this.#options.log.warn({ err: error, document: documentId }, 'a log could not be packed');
      }
    }
  }

  async #packOne(documentId: string): Promise<boolean> {
    const { storage, compactor, limits } = this.#options;
    if (this.#stopping.signal.aborted) return false;
    const found = await storage.archivable({
      documentId,
      before: this.#ago(limits.archiveAfterMs),
      atMost: limits.segmentUpdatesAtMost,
      atMostBytes: limits.segmentBytes,
    });
    if (!found || !this.#isWorthIt(found.rows)) return false;
    const segment = await compactor.pack(found.rows);
    await storage.saveSegment({ documentId, epoch: found.epoch, ...segment });
    this.segments++;
    return true;
  }

  /** Small segments compress badly; few rows do no harm. */
  #isWorthIt(rows: { bytes: Uint8Array }[]): boolean {
    const { segmentUpdatesAtLeast, segmentBytes } = this.#options.limits;
    if (rows.length >= segmentUpdatesAtLeast) return true;
    return rows.reduce((sum, { bytes }) => sum + bytes.length, 0) >= segmentBytes / 2;
  }

  /** People's edits come first. */
  async #rest(): Promise<void> {
    const { signal } = this.#stopping;
    await pause(this.#options.limits.archivePauseMs, null, { signal }).catch(() => undefined);
  }

  #ago(ms: number): string {
    return new Date(this.#options.clock.now().getTime() - ms).toISOString();
  }
}

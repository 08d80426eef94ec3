import type { Archive } from './archive';
import type { Compactor } from './compactor';
import type { SyncLimits } from './limits';
import type { Room } from './room';
import type { SyncLogger, SyncStorage } from './types';

interface SnapshotsOptions {
  storage: SyncStorage;
  compactor: Compactor;
  archive: Archive;
  limits: SyncLimits;
  log: SyncLogger;
}

/** To merge so many bytes of a document takes about as long as to write and show an update. */
const bytesAnUpdate = 64;

/**
 * Makes a new snapshot of a document once its log has grown by so much, one at a time. From the log, never from
 * memory; what it covers may then be packed. A snapshot that fails costs nothing but time.
 */
export class Snapshots {
  #due = new Set<Room>();
  #running: Promise<void> | null = null;
  #isStopped = false;
  made = 0;
  readonly #options: SnapshotsOptions;

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  consider(room: Room): void {
    if (this.#isDue(room)) this.#queue(room);
  }

  /** A large document has left memory: who opens it next gets the snapshot alone. */
  left(room: Room): void {
    if (this.#isWorthIt(room)) this.#queue(room);
  }

  /** Makes those that will be missed at the next start first, within the time that a stop may take. */
  async stop(rooms: Iterable<Room>): Promise<void> {
    this.#isStopped = true;
    this.#due.clear();
    await this.#running;
    const deadline = performance.now() + this.#options.limits.partingMs;
    for (const room of rooms) {
      if (performance.now() > deadline) return;
      if (this.#isWorthIt(room)) await this.#tryToMake(room);
    }
  }

  #queue(room: Room): void {
    if (this.#isStopped) return;
    this.#due.add(room);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Merging takes as long as the document is large, so a larger one is due later: its cost for each edit is bounded. */
  #isDue({ storedBytes, sinceSnapshot: { updates, bytes } }: Room): boolean {
    const { snapshotUpdates, snapshotUpdatesAtMost, snapshotBytes } = this.#options.limits;
    const worthwhile = Math.min(snapshotUpdatesAtMost, (storedBytes - bytes) / bytesAnUpdate);
    return updates >= Math.max(snapshotUpdates, worthwhile) || bytes >= snapshotBytes;
  }

  #isWorthIt({ storedBytes, sinceSnapshot }: Room): boolean {
    const { asStoredBytes, partingUpdates, snapshotBytes } = this.#options.limits;
    const hasGrown = sinceSnapshot.updates >= partingUpdates || sinceSnapshot.bytes >= snapshotBytes;
    return storedBytes >= asStoredBytes && hasGrown;
  }

  async #run(): Promise<void> {
    for (const room of this.#due) {
      this.#due.delete(room);
      // It may have come due again, by the same updates, while its last snapshot was being made.
      if (this.#isDue(room) || this.#isWorthIt(room)) await this.#tryToMake(room);
    }
  }

  async #tryToMake(room: Room): Promise<void> {
    try {
      await this.#make(room);
    } catch (error) {
      this.#options.log.warn({ err: error, document: room.documentId }, 'no snapshot could be made');
    }
  }

  async #make(room: Room): Promise<void> {
    const { storage, compactor, archive, log } = this.#options;
    const { documentId } = room;
    const stored = await storage.load(documentId);
    if (!stored || stored.epoch !== room.epoch || stored.updates.length === 0) return;
    const { state, stateVector, hash, leftOut } = await compactor.compact(stored, { mayTake: true });
    if (leftOut.length > 0) log.error({ document: documentId, seqs: leftOut }, 'updates were left out');
    const { epoch, seq: uptoSeq } = stored;
    await storage.saveSnapshot({ documentId, epoch, uptoSeq, state, stateVector, hash });
    archive.consider(documentId);
    this.made++;
    room.sinceSnapshot = { updates: Math.max(0, room.seq - stored.seq), bytes: 0 };
    room.storedBytes = state.length;
  }
}

import { closeCode } from '#domain/documents/protocol';
import type { Room } from './room';
import type { Committed, SyncLogger, SyncStorage } from './types';

/**
 * Writes what all rooms have queued in one transaction: one in flight, and meanwhile the next gathers. Its answer is
 * the only way by which an update becomes visible.
 */
export class GroupCommit {
  #dirty = new Set<Room>();
  #running: Promise<void> | null = null;
  readonly #storage: SyncStorage;
  readonly #log: SyncLogger;
  readonly #onSettled: (room: Room, committed: Committed | null) => void;
  readonly #onBroken: (room: Room) => void;
  commits = 0;
  failures = 0;
  updates = 0;

  constructor({
    storage,
    log,
    onSettled,
    onBroken,
  }: {
    storage: SyncStorage;
    log: SyncLogger;
    /** A room's batch is done with; null when nothing new was written. */
    onSettled: (room: Room, committed: Committed | null) => void;
    /** The room's memory can no longer be trusted: close and forget it. */
    onBroken: (room: Room) => void;
  }) {
    this.#storage = storage;
    this.#log = log;
    this.#onSettled = onSettled;
    this.#onBroken = onBroken;
  }

  schedule(room: Room): void {
    if (!room.hasWork) return;
    this.#dirty.add(room);
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is queued or in flight. */
  async drain(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // What this turn of the loop still brings in goes into the same transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#dirty.size > 0) {
      const rooms = [...this.#dirty];
      this.#dirty.clear();
      await this.#commit(rooms);
    }
    this.#running = null;
  }

  async #commit(rooms: Room[]): Promise<void> {
    const sound: Room[] = [];
    for (const room of rooms) if (await this.#isSound(room)) sound.push(room);
    const batches = sound.map((room) => ({ room, entries: room.takeBatch() }));
    const entries = batches.flatMap((batch) => batch.entries);
    try {
      if (entries.length > 0) await this.#storage.append(entries);
    } catch (error) {
      this.failures++;
      if (batches.length === 1) this.#fail(sound, error);
      // One room's trouble (its document was deleted) must not cost the others their edits.
      else for (const batch of batches) await this.#commitAlone(batch, error);
      return;
    }
    this.commits++;
    for (const room of sound) this.#settle(room);
  }

  async #commitAlone(
    { room, entries }: { room: Room; entries: ReturnType<Room['takeBatch']> },
    firstError: unknown,
  ): Promise<void> {
    try {
      if (entries.length > 0) await this.#storage.append(entries);
    } catch (error) {
      this.#fail([room], error ?? firstError);
      return;
    }
    this.commits++;
    this.#settle(room);
  }

  #fail(rooms: Room[], error: unknown): void {
    this.#log.error({ err: error, documents: rooms.map((room) => room.documentId) }, 'updates not written');
    for (const room of rooms) {
      room.failed(error);
      this.#onSettled(room, null);
    }
  }

  #settle(room: Room): void {
    try {
      const committed = room.committed();
      this.updates += committed?.authors.length ?? 0;
      this.#onSettled(room, committed);
    } catch (error) {
      this.#log.error({ err: error, document: room.documentId }, 'a written update could not be applied');
      this.#onBroken(room);
    }
  }

  /** Reads the log again where the last commit's outcome is unknown. */
  async #isSound(room: Room): Promise<boolean> {
    if (!room.isDoubtful) return true;
    try {
      const news = await this.#storage.loadAfter(room);
      if (news && news.epoch === room.epoch) {
        room.catchUp(news.updates);
        return true;
      }
      room.failed(new Error('the document was replaced'));
      room.closeAll(closeCode.otherEpoch, 'other epoch');
      this.#onBroken(room);
    } catch (error) {
      this.#fail([room], error);
    }
    return false;
  }
}

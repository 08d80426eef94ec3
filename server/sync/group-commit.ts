import { closeCode } from '#domain/documents/protocol';
import { CommitPace, gatherMs } from './commit-pace';
import type { Room } from './room';
import type { Committed, SyncLogger, SyncStorage } from './types';

/**
 * Writes what all rooms have queued in one transaction: one in flight, and meanwhile the next gathers. Its answer is
 * the only way by which an update becomes visible.
 */
export class GroupCommit {
  /** Rooms with something queued, and when it is to be written. */
  #due = new Map<Room, number>();
  readonly #pace = new CommitPace();
  #plannedAt = Number.POSITIVE_INFINITY;
  #cancel: () => void = () => undefined;
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
    if (!room.hasWork || this.#due.has(room)) return;
    const at = this.#pace.dueAt(room, performance.now());
    this.#due.set(room, at);
    this.#plan(at);
  }

  /** Resolves when nothing is queued or in flight. */
  async drain(): Promise<void> {
    while (this.#due.size > 0 || this.#running) {
      for (const room of this.#due.keys()) this.#due.set(room, 0);
      this.#plan(0);
      await new Promise((resolve) => setImmediate(resolve));
      await this.#running;
    }
  }

  /** Sees to it that the next commit starts at this moment, unless one will sooner. */
  #plan(at: number): void {
    if (this.#running || at >= this.#plannedAt) return;
    this.#plannedAt = at;
    this.#cancel();
    const waitMs = at - performance.now();
    const start = () => {
      this.#plannedAt = Number.POSITIVE_INFINITY;
      this.#running = this.#run();
    };
    if (waitMs > 0) {
      const timer = setTimeout(start, waitMs);
      this.#cancel = () => clearTimeout(timer);
    } else {
      // What this turn of the loop still brings in goes into the same transaction.
      const immediate = setImmediate(start);
      this.#cancel = () => clearImmediate(immediate);
    }
  }

  async #run(): Promise<void> {
    const rooms = this.#takeDue();
    try {
      await this.#commit(rooms);
    } catch (error) {
      // Which rooms were done with is not known: all are read again.
      for (const room of rooms) this.#broken(room, error, 'a commit did not end as it should');
    } finally {
      // Whatever happened: without the next commit nobody would ever save again.
      this.#pace.committed(rooms, performance.now());
      this.#running = null;
      if (this.#due.size > 0) this.#plan(Math.min(...this.#due.values()));
    }
  }

  /** Those who are due, and those who would be before long: they may as well come along. */
  #takeDue(): Room[] {
    const until = performance.now() + gatherMs;
    const rooms: Room[] = [];
    for (const [room, at] of this.#due) if (at <= until) rooms.push(room);
    for (const room of rooms) this.#due.delete(room);
    return rooms;
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
      try {
        room.failed(error);
        this.#onSettled(room, null);
      } catch (thrown) {
        this.#broken(room, thrown, 'not all could be told that their updates were not written');
      }
    }
  }

  #settle(room: Room): void {
    try {
      const committed = room.committed();
      this.updates += committed?.authors.length ?? 0;
      this.#onSettled(room, committed);
    } catch (error) {
      this.#broken(room, error, 'a written update could not be applied');
    }
  }

  #broken(room: Room, error: unknown, message: string): void {
    this.#log.error({ err: error, document: room.documentId }, message);
    try {
      this.#onBroken(room);
    } catch (thrown) {
      this.#log.error({ err: thrown, document: room.documentId }, 'a room could not be given up');
    }
  }

  /** Reads the log again where the last commit's outcome is unknown. */
  async #isSound(room: Room): Promise<boolean> {
    if (!room.isDoubtful) return true;
    let news: Awaited<ReturnType<SyncStorage['loadAfter']>>;
    try {
      news = await this.#storage.loadAfter(room);
    } catch (error) {
      this.#fail([room], error);
      return false;
    }
    if (news && news.epoch === room.epoch) return this.#catchUp(room, news.updates);
    try {
      room.failed(new Error('the document was replaced'));
      room.closeAll(closeCode.otherEpoch, 'other epoch');
      this.#onBroken(room);
    } catch (error) {
      this.#broken(room, error, 'not all could be told that their document was replaced');
    }
    return false;
  }

  /** Shows what was written without our knowing. Who wrote it only the log tells. */
  #catchUp(room: Room, updates: Uint8Array[]): boolean {
    try {
      room.catchUp(updates);
    } catch (error) {
      // Trying again would come to the same; who reads the log from its start can leave an entry out.
      this.#broken(room, error, 'what the log has could not be taken in');
      return false;
    }
    const { documentId, epoch, seq } = room;
    if (updates.length > 0) this.#onSettled(room, { documentId, epoch, seq, authors: [] });
    return true;
  }
}

import { closeCode } from '#domain/documents/protocol';
import { docOf, Room } from './room';
import type { SyncStorage } from './types';

/** The live rooms: at most one a document. A room leaves memory only when all that it holds is on disk. */
export class Rooms {
  #rooms = new Map<string, Room>();
  #loading = new Map<string, Promise<Room | null>>();
  #idleTimers = new Map<Room, NodeJS.Timeout>();
  readonly #storage: SyncStorage;
  readonly #idleMs: number;

  constructor({ storage, idleMs }: { storage: SyncStorage; idleMs: number }) {
    this.#storage = storage;
    this.#idleMs = idleMs;
  }

  get all(): Iterable<Room> {
    return this.#rooms.values();
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** The room, loaded once however many ask; null when there is no such document. Hold it before awaiting again. */
  async open(documentId: string): Promise<Room | null> {
    const room = this.#rooms.get(documentId);
    if (room) return room;
    const loading = this.#loading.get(documentId) ?? this.#load(documentId);
    return loading;
  }

  /** Runs `work` with the room held in memory. Null when there is no such document. */
  async use<T>(documentId: string, work: (room: Room) => Promise<T> | T): Promise<T | null> {
    const room = await this.open(documentId);
    if (!room) return null;
    room.holders++;
    try {
      return await work(room);
    } finally {
      room.holders--;
      this.release(room);
    }
  }

  /** Someone has left; unloads after a while if nobody comes back. */
  release(room: Room): void {
    if (!room.isIdle || this.#idleTimers.has(room)) return;
    const timer = setTimeout(() => {
      this.#idleTimers.delete(room);
      if (room.isIdle) this.#forget(room);
    }, this.#idleMs);
    timer.unref();
    this.#idleTimers.set(room, timer);
  }

  /** Takes a room whose memory is not to be trusted out of use; whoever returns gets it from disk. */
  discard(room: Room): void {
    room.failed(new Error('room discarded'));
    room.closeAll(closeCode.tryAgain, 'reload');
    this.#forget(room);
  }

  #forget(room: Room): void {
    if (this.#rooms.get(room.documentId) === room) this.#rooms.delete(room.documentId);
    room.doc.destroy();
  }

  #load(documentId: string): Promise<Room | null> {
    const loading = this.#storage
      .load(documentId)
      .then((stored) => {
        if (!stored) return null;
        const room = new Room(documentId, { doc: docOf(stored), epoch: stored.epoch, seq: stored.seq });
        this.#rooms.set(documentId, room);
        this.release(room);
        return room;
      })
      .finally(() => this.#loading.delete(documentId));
    this.#loading.set(documentId, loading);
    return loading;
  }
}

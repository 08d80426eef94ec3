import type { SyncLimits } from './limits';
import type { Room } from './room';

/** A struct of Yjs with its id, its links and what holds it, in a heap of Node's; and an open document without any. */
const structBytes = 200;
const roomBytes = 16_384;

/** What a room takes of the heap, estimated: its structs, and the text in them. */
export function heapOf({ content, storedBytes }: Room): number {
  let structs = 0;
  if (content.isBuilt) for (const { length } of content.doc.store.clients.values()) structs += length;
  return roomBytes + structs * structBytes + storedBytes * 2;
}

/**
 * When rooms leave memory: after a while without anyone, or before that, longest empty first, when all rooms together
 * take too much. Only ever idle ones, so nothing that is not on disk.
 */
export class RoomMemory {
  /** Empty rooms, longest empty first. */
  readonly #idle = new Map<Room, NodeJS.Timeout>();
  readonly #heap = new Map<Room, number>();
  readonly #limits: SyncLimits;
  readonly #forget: (room: Room) => void;
  /** Estimated, of all rooms. */
  heapBytes = 0;
  /** How often a room left because of its age, and because of the others' size. */
  expired = 0;
  evicted = 0;

  constructor({ limits, forget }: { limits: SyncLimits; forget: (room: Room) => void }) {
    this.#limits = limits;
    this.#forget = forget;
  }

  /** Weighs the room, and makes space for it if needed. */
  weigh(room: Room): void {
    const bytes = heapOf(room);
    this.heapBytes += bytes - (this.#heap.get(room) ?? 0);
    this.#heap.set(room, bytes);
    this.#makeSpace(room);
  }

  /** Someone has left. */
  released(room: Room): void {
    if (!room.isIdle) return;
    this.entered(room);
    this.weigh(room);
    const timer = setTimeout(() => this.#unload(room, 'expired'), this.#limits.idleMs);
    this.#idle.set(room, timer.unref());
  }

  /** Someone has come: it is not idle any more. */
  entered(room: Room): void {
    clearTimeout(this.#idle.get(room));
    this.#idle.delete(room);
  }

  /** The room is out of memory. */
  gone(room: Room): void {
    this.entered(room);
    this.heapBytes -= this.#heap.get(room) ?? 0;
    this.#heap.delete(room);
  }

  #makeSpace(wanted: Room): void {
    for (const room of this.#idle.keys()) {
      if (this.heapBytes <= this.#limits.maxRoomsBytes) return;
      if (room !== wanted) this.#unload(room, 'evicted');
    }
  }

  #unload(room: Room, why: 'expired' | 'evicted'): void {
    this.entered(room);
    if (!room.isIdle) return;
    this[why]++;
    this.#forget(room);
  }
}

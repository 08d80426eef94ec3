import { Connection } from './connection';
import type { SyncLimits } from './limits';
import type { Room } from './room';
import type { SyncLogger } from './types';

/** With so many in a room, what is told of each goes out half as often. */
const manyPeople = 500;

/** When each room's presence goes out. Whatever happens here stays here. */
export class PresenceRounds {
  readonly #timers = new Map<Room, NodeJS.Timeout>();
  readonly #options: { limits: SyncLimits; log: SyncLogger };

  constructor(options: { limits: SyncLimits; log: SyncLogger }) {
    this.#options = options;
  }

  /** What has changed goes out soon, together with what changes until then. */
  schedule(room: Room): void {
    if (!room.presence.isDirty || this.#timers.has(room)) return;
    const waitMs = this.#options.limits.presenceMs * Math.min(2, 1 + room.peers.size / manyPeople);
    const timer = setTimeout(() => {
      this.#timers.delete(room);
      this.#safely(() => room.presence.flush(peopleIn(room)));
      this.schedule(room);
    }, waitMs);
    timer.unref();
    this.#timers.set(room, timer);
  }

  sweep(rooms: Iterable<Room>): void {
    for (const room of rooms) {
      this.#safely(() => room.presence.refresh(peopleIn(room), this.#options.limits.presenceStaleMs));
      this.schedule(room);
    }
  }

  #safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.log.error({ err: error }, 'presence could not be told');
    }
  }
}

function peopleIn(room: Room): Connection[] {
  return [...room.peers].filter((peer): peer is Connection => peer instanceof Connection);
}

/** As much of a room as counts here. */
interface Paced {
  peers: { size: number };
}

/** Under load one transaction, and one flush of the disk, serves all that comes within so many milliseconds. */
export const gatherMs = 3;
/** Load is when the last one was so recent. */
const busyMs = 10;
/** In a full room what comes within a moment goes out as one frame: so long for each who gets it, and at most. */
const mergeMsPerPeer = 0.16;
const mostMergeMs = 16;
/** A full room is busy when it was last shown something within so many of those moments. */
const busyMoments = 4;

/**
 * When what a room has queued is to be written: at once while little happens, so that two people alone wait for
 * nothing; under load after a moment nobody notices, which spares flushes to the disk and frames to each receiver.
 */
export class CommitPace {
  #committedAt = Number.NEGATIVE_INFINITY;
  readonly #shownAt = new WeakMap<Paced, number>();

  dueAt(room: Paced, now: number): number {
    const gather = now - this.#committedAt < busyMs ? gatherMs : 0;
    const moment = Math.min(mostMergeMs, room.peers.size * mergeMsPerPeer);
    const shownAt = this.#shownAt.get(room) ?? Number.NEGATIVE_INFINITY;
    const merge = now - shownAt < moment * busyMoments ? moment : 0;
    return now + Math.max(gather, merge);
  }

  committed(rooms: Iterable<Paced>, now: number): void {
    this.#committedAt = now;
    for (const room of rooms) this.#shownAt.set(room, now);
  }
}

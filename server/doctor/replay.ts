import * as Y from 'yjs';
import { type Clocks, checkIntegration } from '#server/sync/integration-check';
import { readUpdate, TooMuchAtOnce } from '#server/sync/update-reader';
import type { LoggedEntry } from '../features/documents';

/** An update in the log that Yjs throws at. */
export class Unreadable extends Error {
  readonly entry: LoggedEntry;

  constructor(entry: LoggedEntry) {
    super(`entry ${entry.seq} cannot be read`);
    this.entry = entry;
  }
}

/**
 * A document made from its log, entry by entry. Once something is missing, what stands on it is counted and left
 * out: Yjs would keep it waiting, and take longer with each.
 */
export class Replay {
  #doc = new Y.Doc();
  /** How far each client is known; null while nothing is missing. */
  #known: Clocks | null = null;
  unplaced = 0;

  get doc(): Y.Doc {
    return this.#doc;
  }

  /** False once something is missing that no snapshot had. */
  get isWhole(): boolean {
    return this.#known === null;
  }

  /** Goes on from a state that has all that came before. */
  startFrom(state: Uint8Array): void {
    this.#doc.destroy();
    this.#doc = new Y.Doc();
    Y.applyUpdate(this.#doc, state);
    this.#known = null;
  }

  miss(): void {
    this.#known ??= Y.decodeStateVector(Y.encodeStateVector(this.#doc));
  }

  /** Throws `Unreadable`; the replay is then worth nothing. */
  take(entries: LoggedEntry[]): void {
    this.#doc.transact((transaction) => {
      for (const entry of entries) {
        if (!entry.bytes || !this.#canBePlaced(entry)) continue;
        try {
          Y.applyUpdate(this.#doc, entry.bytes);
        } catch {
          throw new Unreadable(entry);
        }
      }
      // Or Yjs would tidy up formatting, and the replay be another document than the log's.
      transaction.local = true;
    });
  }

  /** Leaves what waits for missing pieces out of the state. */
  dropPending(): void {
    this.#doc.store.pendingStructs = null;
    this.#doc.store.pendingDs = null;
  }

  #canBePlaced(entry: LoggedEntry): boolean {
    if (!this.#known) return true;
    try {
      const check = checkIntegration(readUpdate((entry.bytes as Uint8Array).slice()), this.#known);
      if (check.status === 'complete') {
        for (const [client, clock] of check.after) this.#known.set(client, clock);
        return true;
      }
      this.unplaced++;
      return false;
    } catch (error) {
      if (error instanceof TooMuchAtOnce) return true;
      throw new Unreadable(entry);
    }
  }
}

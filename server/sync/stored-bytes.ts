import * as Y from 'yjs';
import { step2Frame, updateFrame } from './frames';
import { type Clocks, checkIntegration } from './integration-check';
import type { StoredDocument, StoredSnapshot } from './types';
import { readUpdate } from './update-reader';

/** A document as it is on disk, fit to be handed out without being built. */
export interface StoredBytes {
  stored: StoredDocument;
  clocks: Clocks;
  /** All of it, in this order; the last is the answer ("step 2"). Made when first asked for, and then shared. */
  readonly frames: Uint8Array[];
}

/** Merging is superlinear, and a client takes each frame in by itself: so many updates of the log make one frame. */
const updatesAFrame = 100;

/**
 * Null where the bytes are not beyond doubt: the snapshot has no hash that says that it is what was written, an older
 * one had to be used, or what is in the log after it does not stand on it.
 */
export function storedBytesOf(stored: StoredDocument): StoredBytes | null {
  const { snapshot, updates, damagedSnapshots } = stored;
  if (!snapshot?.isProven || damagedSnapshots.length > 0) return null;
  const clocks = clocksAfter(snapshot, updates);
  if (!clocks) return null;
  let frames: Uint8Array[] | null = null;
  return {
    stored,
    clocks,
    get frames() {
      frames ??= framesOf(snapshot.state, updates);
      return frames;
    },
  };
}

/** Null where an update cannot be integrated on what is before it, or something cannot be read. */
function clocksAfter({ state, stateVector }: StoredSnapshot, updates: Uint8Array[]): Clocks | null {
  try {
    const clocks = Y.decodeStateVector(stateVector ?? Y.encodeStateVectorFromUpdate(state));
    for (const update of updates) {
      const check = checkIntegration(readUpdate(Uint8Array.from(update)), clocks);
      if (check.status === 'gap') return null;
      for (const [client, clock] of check.after) clocks.set(client, clock);
    }
    return clocks;
  } catch {
    return null;
  }
}

function framesOf(state: Uint8Array, updates: Uint8Array[]): Uint8Array[] {
  const parts = [state];
  for (let i = 0; i < updates.length; i += updatesAFrame) {
    parts.push(Y.mergeUpdates(updates.slice(i, i + updatesAFrame)));
  }
  return parts.map((part, i) => (i === parts.length - 1 ? step2Frame(part) : updateFrame(part)));
}

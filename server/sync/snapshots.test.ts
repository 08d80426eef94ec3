import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import type { Archive } from './archive';
import type { Compactor } from './compactor';
import { defaultLimits } from './limits';
import type { Room } from './room';
import { Snapshots } from './snapshots';
import type { SyncStorage } from './types';

/** Its size at the last snapshot, and what has come since. */
interface Grown {
  stateBytes: number;
  updates: number;
  bytes?: number;
}

function isMade({ stateBytes, updates, bytes = updates * 30 }: Grown): boolean {
  const load = vi.fn(async () => null);
  const snapshots = new Snapshots({
    storage: { load } as unknown as SyncStorage,
    compactor: {} as Compactor,
    archive: {} as Archive,
    limits: {
      ...defaultLimits,
      snapshotUpdates: 1_000,
      snapshotUpdatesAtMost: 5_000,
      snapshotBytes: 500_000,
    },
    log: pino({ level: 'silent' }),
  });
  const room = {
    documentId: 'd',
    storedBytes: stateBytes + bytes,
    sinceSnapshot: { updates, bytes },
  };
  snapshots.consider(room as Room);
  return load.mock.calls.length > 0;
}

it.each([
  ['a small document after so many updates', { stateBytes: 1_000, updates: 1_000 }, true],
  ['a small document not before', { stateBytes: 1_000, updates: 999 }, false],
  ['a larger one later', { stateBytes: 192_000, updates: 2_999 }, false],
  ['a larger one in proportion to its size', { stateBytes: 192_000, updates: 3_000 }, true],
  [
    'a huge one after the most updates that may have to be replayed',
    { stateBytes: 50_000_000, updates: 5_000 },
    true,
  ],
  ['any document after so many bytes', { stateBytes: 50_000_000, updates: 3, bytes: 500_000 }, true],
])('a snapshot is made of %s', (_name, given, expected) => {
  expect(isMade(given)).toBe(expected);
});

import type { Rate } from './throttle';

export interface SyncLimits {
  /** A larger frame closes the socket with 1009. Big enough for a long offline edit or a pasted matrix. */
  maxFrameBytes: number;
  /** Of frames that have begun to come and are not complete, all connections of one person together. */
  heldBytesPerPerson: number;
  /** Snapshot and log after it; a document above it takes no more. */
  maxDocumentBytes: number;
  /** Edits waiting for the disk in one room: above the first senders are read from more slowly, above the second they
   * are asked to come back. */
  comfortableQueuedBytes: number;
  maxQueuedBytes: number;
  connectionsPerAccount: number;
  documentsPerAccount: number;
  connectionsPerNetwork: number;
  connectionsPerRoom: number;
  /**
   * Reading is held back, not cut, when a client sends more: nothing is lost. A frame costs 1, and 1 more for each 512
   * bytes that come in or 4 KiB that go out. Knocks are new connections from one network; they wait.
   */
  rates: { ofConnection: Rate; ofPerson: Rate; ofNetwork: Rate; ofKnocks: Rate };
  /** Unsent bytes above which a client gets no more updates until it has drained, and then one diff. */
  congestedBytes: number;
  /** What may wait in memory of answers to single clients; above it clients are brought up to date by shared bytes. */
  maxAnswerBytes: number;
  /** Times a minute that a client may need to be resynced before it is asked to come back later. */
  resyncsPerMinute: number;
  /** How long an empty room stays in memory. */
  idleMs: number;
  /** Estimated heap of all rooms above which empty ones leave at once, longest empty first. */
  maxRoomsBytes: number;
  /** Changes of presence within this time go out together, the latest of each person; twice as long in a full room. */
  presenceMs: number;
  /** Presence that nobody was told of for so long is repeated at the next sweep; browsers forget after 30 s. */
  presenceStaleMs: number;
  /** Every so often: stale presence, a sign of life (stock clients give up after 30 s of silence) and ping. */
  sweepMs: number;
  /** How old a connection's rights may get without being looked up again. */
  recheckMs: number;
  /** How long a closing handshake may take. */
  closeMs: number;
  /** Log rows, or bytes, after which a new snapshot is made; of a large document after more rows, up to the second. */
  snapshotUpdates: number;
  snapshotUpdatesAtMost: number;
  snapshotBytes: number;
  /** A document this large or larger is handed out as it is on disk until someone edits it. */
  asStoredBytes: number;
  /** Log rows that make it worth a snapshot when such a document leaves memory, or the server stops. */
  partingUpdates: number;
  /** How long those at a stop may take, all together. */
  partingMs: number;
  /** How long a document that could not be loaded is not tried again. */
  quarantineMs: number;
  /** How old a row must be before it is moved into a segment. */
  archiveAfterMs: number;
  /** How often rows that have become old enough are looked for. */
  archiveSweepMs: number;
  /** Between two segments. */
  archivePauseMs: number;
  segmentUpdatesAtLeast: number;
  segmentUpdatesAtMost: number;
  segmentBytes: number;
  /** How long segments keep what was written, not only by whom and when; null: for ever. */
  historyKeepMs: number | null;
}

const MiB = 1024 * 1024;

export const defaultLimits: SyncLimits = {
  maxFrameBytes: 8 * MiB,
  heldBytesPerPerson: 32 * MiB,
  maxDocumentBytes: 128 * MiB,
  comfortableQueuedBytes: 2 * MiB,
  maxQueuedBytes: 32 * MiB,
  connectionsPerAccount: 100,
  documentsPerAccount: 50,
  connectionsPerNetwork: 5_000,
  connectionsPerRoom: 1_000,
  rates: {
    ofConnection: { perSecond: 500, burst: 2_000 },
    ofPerson: { perSecond: 1_000, burst: 4_000 },
    ofNetwork: { perSecond: 20_000, burst: 80_000 },
    ofKnocks: { perSecond: 200, burst: 1_000 },
  },
  congestedBytes: 1 * MiB,
  maxAnswerBytes: 64 * MiB,
  resyncsPerMinute: 6,
  idleMs: 30_000,
  maxRoomsBytes: 512 * MiB,
  presenceMs: 50,
  presenceStaleMs: 8_000,
  sweepMs: 15_000,
  recheckMs: 60_000,
  closeMs: 3_000,
  snapshotUpdates: 2_000,
  snapshotUpdatesAtMost: 10_000,
  snapshotBytes: 1 * MiB,
  asStoredBytes: 65_536,
  partingUpdates: 50,
  partingMs: 3_000,
  quarantineMs: 60_000,
  archiveAfterMs: 3_600_000,
  archiveSweepMs: 3_600_000,
  archivePauseMs: 100,
  segmentUpdatesAtLeast: 500,
  segmentUpdatesAtMost: 1_000,
  segmentBytes: 4 * MiB,
  historyKeepMs: null,
};

import type { Doc } from 'yjs';

/** By whom a change was made and for which institution; both null for what the system does itself. */
export interface UpdateAuthor {
  accountId: string | null;
  institutionId: string | null;
}

/** One row of the log. Within (document, epoch) seq runs 1, 2, 3 … without a gap. */
export interface LogEntry {
  documentId: string;
  epoch: number;
  seq: number;
  author: UpdateAuthor;
  bytes: Uint8Array;
}

/** An entry of the log as it is read back. */
export interface LogRow {
  seq: number;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  author: UpdateAuthor;
  bytes: Uint8Array;
}

/** What is known of an entry of any age; its bytes are null where they were let go of. */
export interface HistoryEntry extends Omit<LogRow, 'bytes'> {
  size: number;
  bytes: Uint8Array | null;
}

/** Consecutive entries of the log, packed. */
export interface Segment {
  fromSeq: number;
  uptoSeq: number;
  firstAt: string;
  lastAt: string;
  authors: Uint8Array;
  authorsHash: string;
  updates: Uint8Array | null;
  updatesHash: string;
}

export interface StoredSnapshot {
  uptoSeq: number;
  state: Uint8Array;
  /** Of the state; null: made before it was kept. */
  stateVector: Uint8Array | null;
  /** Its hash says that it is what was written. */
  isProven: boolean;
}

export interface StoredDocument {
  epoch: number;
  /** The last seq of the log. */
  seq: number;
  snapshot: StoredSnapshot | null;
  /** The log after the snapshot, in order. */
  updates: Uint8Array[];
  /** Snapshots, by the seq that they come up to, that are not what was written: an older one was used. */
  damagedSnapshots: number[];
}

/** Where documents live. Whatever it has resolved is on disk. */
export interface SyncStorage {
  /** Null when there is no such document; `distrust` names snapshots to do without. Throws `DocumentDamaged`. */
  load(documentId: string, options?: { distrust?: number[] }): Promise<StoredDocument | null>;
  /** Writes all entries, of any number of documents, in one transaction: all of them or, when it throws, none. */
  append(entries: LogEntry[]): Promise<void>;
  /** The current epoch and its log after `seq`; null when the document has gone. */
  loadAfter(at: {
    documentId: string;
    epoch: number;
    seq: number;
  }): Promise<{ epoch: number; updates: Uint8Array[] } | null>;
  /** Keeps the one before, to fall back on. */
  saveSnapshot(snapshot: {
    documentId: string;
    epoch: number;
    uptoSeq: number;
    state: Uint8Array;
    stateVector: Uint8Array;
    hash: string;
  }): Promise<void>;
  /** The oldest rows of the log that a snapshot covers, in order, all written before the instant; never the last row. */
  archivable(which: {
    documentId: string;
    before: string;
    atMost: number;
    atMostBytes: number;
  }): Promise<{ epoch: number; rows: LogRow[] } | null>;
  /** Puts a segment in the place of its rows, in one transaction. Throws when they are not all there and covered. */
  saveSegment(segment: Segment & { documentId: string; epoch: number }): Promise<void>;
  /** Documents with at least so many rows that snapshots cover. */
  documentsToArchive(atLeast: number): Promise<string[]>;
  /**
   * Sets numbers apart for ever and gives the first: none of them, nor a higher one, was set apart before, and none is
   * below `atLeast`.
   */
  reserveStamps(wanted: { count: number; atLeast: number }): Promise<number>;
  /** Lets go of the updates of segments from before the instant, where sound snapshots make them dispensable. */
  forgetUpdates(before: string): Promise<number>;
}

/** The place of a document's head: the log of this epoch up to and including this seq. */
export interface Head {
  epoch: number;
  seq: number;
}

/** What has just become durable and visible. */
export interface Committed extends Head {
  documentId: string;
  /** Empty where it was only found in the log, since the answer to its commit was lost. */
  authors: UpdateAuthor[];
}

/** A private copy of a document as it was at `seq`; change it freely, nobody sees it. */
export interface DocumentCopy extends Head {
  doc: Doc;
}

/** What a connection may do, and as whom. Never cached beyond the connection, and asked for again when rights change. */
export interface Grant<User extends object = object> {
  accountId: string;
  sessionId: string;
  workspaceId: string;
  institutionId: string;
  canWrite: boolean;
  /** Stamped on the person's presence. */
  user: User;
}

export type Authorisation =
  | { status: 'granted'; grant: Grant }
  | { status: 'signed_out' }
  /** No such document, or not for this person: they cannot tell which. */
  | { status: 'not_found' };

export type Authorise = (asker: { cookie: string; documentId: string }) => Promise<Authorisation>;

export interface SyncLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

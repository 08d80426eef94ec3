import * as Y from 'yjs';
import type { Content } from './content';
import { updateFrame } from './frames';
import { type Clocks, checkIntegration } from './integration-check';
import { hasMisplacedItem, WaitingRuns } from './misplaced-items';
import { Presence } from './presence';
import type { Stamps } from './stamps';
import { trimDeletes } from './trim-deletes';
import type { Committed, Head, LogEntry, UpdateAuthor } from './types';
import { type ReadUpdate, readUpdate, TooMuchAtOnce } from './update-reader';

/** Someone in the room, as the room sees them. */
export interface Peer {
  /** Cannot take more just now; what it misses is made up for later by a diff. */
  isCongested(): boolean;
  fallBehind(stateVector: Uint8Array): void;
  deliver(frame: Uint8Array): void;
  close(code: number, reason: string): void;
}

export interface Submission {
  bytes: Uint8Array;
  author: UpdateAuthor;
  /** Null for the server's own edits. */
  peer: Peer | null;
  /** Above this the document takes nothing that makes it larger. */
  maxDocumentBytes?: number;
  onDurable(head: Head): void;
  onFailed(error: unknown): void;
}

/** `bytes` null: brings nothing new, and is only waiting for its turn to be acknowledged. */
type Queued = Omit<Submission, 'bytes'> & { bytes: Uint8Array | null; original: Uint8Array };

export type Submitted = 'accepted' | 'malformed' | 'gap' | 'too_much' | 'full';

export interface RoomOptions extends Head {
  documentId: string;
  content: Content;
  storedBytes: number;
  sinceSnapshot: { updates: number; bytes: number };
  stamps: Pick<Stamps, 'next'>;
}

/**
 * One live document. Invariants: its content equals the durable log up to `seq`, never more; `known` is that plus what is
 * queued or in flight; only GroupCommit takes batches, one at a time.
 */
export class Room {
  readonly documentId: string;
  readonly content: Content;
  readonly peers = new Set<Peer>();
  readonly presence: Presence;
  readonly epoch: number;
  seq: number;
  /** After a failed commit the log may hold more than `seq`: it is read again before the next one. */
  isDoubtful = false;
  /** Commands and queries that hold the room open. */
  holders = 0;
  queuedBytes = 0;
  /** What a load would have to read: the snapshot and the log after it. */
  storedBytes: number;
  sinceSnapshot: { updates: number; bytes: number };
  #known: Clocks;
  readonly #clockOf = (client: number): number => this.#known.get(client) ?? 0;
  #waiting = new WaitingRuns();
  #queue: Queued[] = [];
  #inFlight: Queued[] = [];

  constructor({ documentId, content, epoch, seq, storedBytes, sinceSnapshot, stamps }: RoomOptions) {
    this.documentId = documentId;
    this.storedBytes = storedBytes;
    this.sinceSnapshot = sinceSnapshot;
    this.content = content;
    this.epoch = epoch;
    this.seq = seq;
    this.presence = new Presence(stamps);
    this.#known = content.clocks();
  }

  /** Throws `DocumentDamaged` where it cannot be built of the bytes on disk; by then everyone has been sent away. */
  get doc(): Y.Doc {
    return this.content.doc;
  }

  /** Nothing is waiting to be written and nobody is here. */
  get isIdle(): boolean {
    return this.peers.size === 0 && this.holders === 0 && !this.hasWork && this.#inFlight.length === 0;
  }

  get hasWork(): boolean {
    return this.#queue.length > 0;
  }

  /** Checks an update against everything accepted so far and queues it. The caller schedules the commit. */
  submit(submission: Submission): Submitted {
    let read: ReadUpdate;
    try {
      read = readUpdate(submission.bytes);
    } catch (error) {
      return error instanceof TooMuchAtOnce ? 'too_much' : 'malformed';
    }
    const check = checkIntegration(read, this.#known);
    if (check.status === 'gap') return 'gap';
    const isFull = this.storedBytes > (submission.maxDocumentBytes ?? Number.POSITIVE_INFINITY);
    if (isFull && check.addsStructs) return 'full';
    if (check.addsStructs && this.#hasMisplaced(read)) return 'malformed';
    const bytes = this.#newIn(submission.bytes, read, check.addsStructs);
    this.#expect(read, check.after);
    if (bytes === null && this.#queue.length === 0 && this.#inFlight.length === 0) {
      submission.onDurable({ epoch: this.epoch, seq: this.seq });
      return 'accepted';
    }
    this.#queue.push({ ...submission, bytes, original: submission.bytes });
    this.queuedBytes += submission.bytes.length;
    return 'accepted';
  }

  #hasMisplaced({ structs }: ReadUpdate): boolean {
    return hasMisplacedItem(structs, this.#clockOf, { doc: this.doc, waiting: this.#waiting });
  }

  /** What comes next may build on it. */
  #expect({ structs }: ReadUpdate, after: Clocks): void {
    this.#waiting.add(structs, this.#clockOf);
    for (const [client, clock] of after) this.#known.set(client, clock);
  }

  /** Null when it brings nothing. Said of an empty update without building the document; of others only with it. */
  #newIn(bytes: Uint8Array, read: ReadUpdate, addsStructs: boolean): Uint8Array | null {
    if (read.structs.length === 0 && read.deletes.length === 0) return null;
    return trimDeletes({ bytes, read, addsStructs }, this.doc);
  }

  /** Moves what is queued into flight and numbers it. */
  takeBatch(): LogEntry[] {
    this.#inFlight = this.#queue;
    this.#queue = [];
    this.queuedBytes = 0;
    const entries: LogEntry[] = [];
    for (const { bytes, author } of this.#inFlight) {
      if (!bytes) continue;
      const seq = this.seq + entries.length + 1;
      entries.push({ documentId: this.documentId, epoch: this.epoch, seq, author, bytes });
    }
    return entries;
  }

  /** The batch is on disk: shows it to the others, then acknowledges. Throws when Yjs cannot apply it. */
  committed(): Committed | null {
    const batch = this.#inFlight;
    this.#inFlight = [];
    const written = batch.filter((entry) => entry.bytes !== null);
    if (written.length > 0) {
      const [first] = written;
      const isFromOne = written.every(({ peer }) => peer === first?.peer);
      this.#show(
        written.map(({ bytes }) => bytes as Uint8Array),
        isFromOne ? (first?.peer ?? null) : null,
      );
      this.#grow(written.map(({ bytes }) => bytes as Uint8Array));
      this.#waiting.settle(this.doc);
    }
    const head = { epoch: this.epoch, seq: this.seq };
    forEach(batch, (entry) => entry.onDurable(head));
    if (written.length === 0) return null;
    return { documentId: this.documentId, ...head, authors: written.map(({ author }) => author) };
  }

  /** Nothing of the batch is shown. What was queued behind may build on it, so it fails too; its senders send again. */
  failed(error: unknown): void {
    const lost = [...this.#inFlight, ...this.#queue];
    this.#inFlight = [];
    this.#queue = [];
    this.queuedBytes = 0;
    this.isDoubtful = true;
    this.#known = this.content.clocks();
    this.#waiting = new WaitingRuns();
    forEach(lost, (entry) => entry.onFailed(error));
  }

  /** Takes in what the log has beyond `seq`: a commit whose answer was lost, or another process. */
  catchUp(updates: Uint8Array[]): void {
    this.isDoubtful = false;
    if (updates.length === 0) return;
    this.#show(updates, null);
    this.#grow(updates);
    this.#requeue(this.#queue);
  }

  /** Forgets what this peer still has queued: its right to write has just ended. */
  withdraw(peer: Peer): void {
    if (this.#queue.some((entry) => entry.peer === peer)) {
      this.#requeue(this.#queue.filter((entry) => entry.peer !== peer));
    }
  }

  closeAll(code: number, reason: string): void {
    for (const peer of [...this.peers]) peer.close(code, reason);
  }

  /** Checks the queue anew, since what it was checked against has changed. */
  #requeue(entries: Queued[]): void {
    this.#queue = [];
    this.queuedBytes = 0;
    this.#known = this.content.clocks();
    this.#waiting = new WaitingRuns();
    for (const { bytes } of this.#inFlight) {
      if (!bytes) continue;
      const read = readUpdate(bytes);
      const check = checkIntegration(read, this.#known);
      if (check.status === 'complete') this.#expect(read, check.after);
    }
    for (const entry of entries) {
      if (this.submit({ ...entry, bytes: entry.original }) !== 'accepted') {
        entry.onFailed(new Error('withdrawn'));
      }
    }
  }

  #grow(updates: Uint8Array[]): void {
    const bytes = updates.reduce((sum, update) => sum + update.length, 0);
    this.seq += updates.length;
    this.storedBytes += bytes;
    this.sinceSnapshot.updates += updates.length;
    this.sinceSnapshot.bytes += bytes;
  }

  #show(updates: Uint8Array[], except: Peer | null): void {
    const congested = [...this.peers].filter((peer) => peer.isCongested());
    if (congested.length > 0) {
      const before = Y.encodeStateVector(this.doc);
      for (const peer of congested) peer.fallBehind(before);
    }
    for (const change of merged(this.doc, updates)) {
      const frame = updateFrame(change);
      for (const peer of this.peers) if (peer !== except) peer.deliver(frame);
    }
  }
}

/** Takes the updates into the document and gives what others need to follow: one for all of them, as a rule. */
function merged(doc: Y.Doc, updates: Uint8Array[]): Uint8Array[] {
  const changes: Uint8Array[] = [];
  const collect = (change: Uint8Array) => changes.push(change);
  if (updates.length > 1) doc.on('update', collect);
  try {
    doc.transact((transaction) => {
      for (const update of updates) Y.applyUpdate(doc, update);
      // After one of others Yjs tidies up formatting: that would be an edit of the server's own, which no log has.
      transaction.local = true;
    });
  } finally {
    doc.off('update', collect);
  }
  return updates.length > 1 ? changes : updates;
}

/** Everyone is told, also where telling one of them fails; what failed first is thrown afterwards. */
function forEach<T>(all: T[], tell: (one: T) => void): void {
  const thrown: unknown[] = [];
  for (const one of all) {
    try {
      tell(one);
    } catch (error) {
      thrown.push(error);
    }
  }
  if (thrown.length > 0) throw thrown[0];
}

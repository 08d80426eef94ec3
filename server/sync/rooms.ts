import { closeCode } from '#domain/documents/protocol';
import { buildDoc } from './build-doc';
import type { Compactor } from './compactor';
import { Content } from './content';
import { isDamaged } from './damaged';
import type { SyncLimits } from './limits';
import { loadDocument } from './load-document';
import { Quarantine } from './quarantine';
import { Room } from './room';
import { RoomMemory } from './room-memory';
import type { Stamps } from './stamps';
import type { StoredDocument, SyncLogger, SyncStorage } from './types';

export interface RoomsOptions {
  storage: SyncStorage;
  compactor: Compactor;
  log: SyncLogger;
  stamps: Stamps;
  limits: SyncLimits;
  /** A room leaves memory in good order. */
  onLeft(room: Room): void;
}

/** The live rooms: at most one a document. A room leaves memory only when all that it holds is on disk. */
export class Rooms {
  #rooms = new Map<string, Room>();
  #loading = new Map<string, Promise<Room | null>>();
  /** Documents whose bytes alone turned out to make none: built before anyone gets them. */
  readonly #unproven = new Set<string>();
  readonly #quarantine: Quarantine;
  readonly memory: RoomMemory;
  readonly #options: RoomsOptions;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#quarantine = new Quarantine(options);
    this.memory = new RoomMemory({ limits: options.limits, forget: (room) => this.#leave(room) });
  }

  get all(): Iterable<Room> {
    return this.#rooms.values();
  }

  get size(): number {
    return this.#rooms.size;
  }

  get quarantined(): number {
    return this.#quarantine.size;
  }

  isLive(room: Room): boolean {
    return this.#rooms.get(room.documentId) === room;
  }

  /**
   * Runs `work` with the room held in memory, loaded once however many ask. Null when there is no such document.
   * Throws `DocumentDamaged` when it cannot be loaded; the others go on.
   */
  async use<T>(documentId: string, work: (room: Room) => Promise<T> | T): Promise<T | null> {
    const room =
      this.#rooms.get(documentId) ?? (await (this.#loading.get(documentId) ?? this.#load(documentId)));
    if (!room) return null;
    room.holders++;
    this.memory.entered(room);
    try {
      return await work(room);
    } finally {
      room.holders--;
      this.release(room);
    }
  }

  /** The same with the document built, whatever `use` would do with the bytes alone. */
  async withDoc<T>(documentId: string, work: (room: Room) => Promise<T> | T): Promise<T | null> {
    for (;;) {
      const used = await this.use(documentId, async (room) =>
        isBuildable(room) ? { result: await work(room) } : 'discarded',
      );
      if (used !== 'discarded') return used?.result ?? null;
    }
  }

  /** Someone has left, or what was queued is on disk: unloads after a while if nobody comes back. */
  release(room: Room): void {
    if (this.isLive(room)) this.memory.released(room);
  }

  /** Takes a room whose memory is not to be trusted out of use; whoever returns gets it from disk. */
  discard(room: Room): void {
    room.failed(new Error('room discarded'));
    this.#forget(room);
    room.closeAll(closeCode.tryAgain, 'reload');
  }

  #leave(room: Room): void {
    this.#forget(room);
    this.#options.onLeft(room);
  }

  #forget(room: Room): void {
    if (!this.isLive(room)) return;
    this.#rooms.delete(room.documentId);
    this.memory.gone(room);
    room.content.destroy();
  }

  #load(documentId: string): Promise<Room | null> {
    const loading = this.#quarantine
      .guard(documentId, () => this.#read(documentId))
      .finally(() => this.#loading.delete(documentId));
    this.#loading.set(documentId, loading);
    return loading;
  }

  async #read(documentId: string): Promise<Room | null> {
    const { storage, stamps, log } = this.#options;
    await stamps.ready();
    const loaded = await loadDocument({
      storage,
      documentId,
      open: (stored) => this.#open(documentId, stored),
    });
    if (!loaded) return null;
    const { stored, opened } = loaded;
    const { content, leftOut } = opened;
    const { damagedSnapshots } = stored;
    if (leftOut.length > 0) log.error({ document: documentId, seqs: leftOut }, 'updates were left out');
    if (damagedSnapshots.length > 0)
      log.error({ document: documentId, damagedSnapshots }, 'a damaged snapshot was done without');
    const sinceSnapshot = { updates: stored.updates.length, bytes: sizeOf(stored.updates) };
    const room = new Room({
      documentId,
      content,
      epoch: stored.epoch,
      seq: stored.seq,
      storedBytes: bytesOf(stored),
      sinceSnapshot,
      stamps,
    });
    content.onUnreadable = (error) => this.#unreadable(room, error);
    this.#rooms.set(documentId, room);
    // Not idle: whoever it was loaded for enters a moment later, and must not find it gone.
    content.whenBuilt(() => this.memory.weigh(room));
    if (!content.isBuilt) this.memory.weigh(room);
    return room;
  }

  /** A large document stays as it is on disk until someone edits it. */
  async #open(documentId: string, given: StoredDocument): Promise<{ content: Content; leftOut: number[] }> {
    const stored = await this.#shortened(given);
    const mayStay = bytesOf(given) >= this.#options.limits.asStoredBytes && !this.#unproven.has(documentId);
    const content = mayStay ? Content.stored(stored) : null;
    if (content) return { content, leftOut: [] };
    const { doc, leftOut } = buildDoc(stored);
    return { content: Content.built(doc), leftOut };
  }

  /** What was handed out makes no document. Whoever comes back gets one that was built, or none. */
  #unreadable(room: Room, error: unknown): void {
    const { documentId } = room;
    this.#options.log.error(
      { err: error, document: documentId },
      'a document was not what its snapshot says',
    );
    this.#unproven.add(documentId);
    this.discard(room);
  }

  /** A long log is merged beside the loop first; building the document from the result takes a fraction. */
  async #shortened(stored: StoredDocument): Promise<StoredDocument> {
    const { compactor, limits, log } = this.#options;
    if (stored.updates.length < limits.snapshotUpdates && sizeOf(stored.updates) < limits.snapshotBytes) {
      return stored;
    }
    try {
      const { state, stateVector } = await compactor.compact(stored);
      return {
        ...stored,
        snapshot: { uptoSeq: stored.seq, state, stateVector, isProven: true },
        updates: [],
      };
    } catch (error) {
      if (isDamaged(error)) throw error;
      log.error({ err: error }, 'a log could not be merged beside the loop');
      return stored;
    }
  }
}

function bytesOf({ snapshot, updates }: StoredDocument): number {
  return sizeOf(updates) + (snapshot?.state.length ?? 0);
}

/** Builds the document if it was not; what is false has been discarded, and is read anew by the next who asks. */
function isBuildable(room: Room): boolean {
  try {
    return room.doc !== null;
  } catch {
    return false;
  }
}

function sizeOf(updates: Uint8Array[]): number {
  return updates.reduce((sum, update) => sum + update.length, 0);
}

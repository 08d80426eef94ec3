import type { IncomingMessage, ServerResponse } from 'node:http';
import * as Y from 'yjs';
import type { Clock } from '#domain/clock';
import { Archive } from './archive';
import { copyOf } from './build-doc';
import { Compactor } from './compactor';
import { GroupCommit } from './group-commit';
import { HttpChannels, type HttpTarget } from './http-channels';
import { defaultLimits, type SyncLimits } from './limits';
import { Meter } from './meter';
import type { GrantFilter } from './rights';
import type { Room } from './room';
import { Rooms } from './rooms';
import { Snapshots } from './snapshots';
import { Sockets, type Upgrade } from './sockets';
import { Stamps } from './stamps';
import type {
  Authorise,
  Committed,
  DocumentCopy,
  Head,
  SyncLogger,
  SyncStorage,
  UpdateAuthor,
} from './types';

export interface SyncOptions {
  storage: SyncStorage;
  authorise: Authorise;
  clock: Clock;
  log: SyncLogger;
  /** The document schema that clients must know at least. */
  schema: number;
  limits?: Partial<SyncLimits>;
}

/** The engine: one live room a document, one path for every edit, whether from a socket or from the server itself. */
export function makeSync({ storage, authorise, clock, log, schema, limits: given = {} }: SyncOptions) {
  const limits = { ...defaultLimits, ...given };
  const listeners = new Set<(committed: Committed) => void>();
  const meter = new Meter();
  /** Since when something of a room waits to be shown. */
  const waitingSince = new WeakMap<Room, number>();
  const compactor = new Compactor();
  const rooms = new Rooms({
    storage,
    compactor,
    log,
    limits,
    stamps: new Stamps({ storage, clock, log }),
    onLeft: (room) => snapshots.left(room),
  });
  const archive = new Archive({ storage, compactor, limits, clock, log });
  const snapshots = new Snapshots({ storage, compactor, archive, limits, log });
  const commit = new GroupCommit({
    storage: timed(storage, meter),
    log,
    onSettled,
    onBroken: (room) => rooms.discard(room),
  });
  const sockets = new Sockets({ rooms, authorise, log, meter, limits, schema, scheduleCommit: schedule });
  const httpChannels = new HttpChannels({
    limits,
    authorise,
    admit: (asker, accept) => sockets.admit(asker, accept),
  });

  function schedule(room: Room): void {
    if (room.hasWork && !waitingSince.has(room)) waitingSince.set(room, performance.now());
    commit.schedule(room);
  }

  function onSettled(room: Room, committed: Committed | null): void {
    rooms.release(room);
    const now = performance.now();
    const since = waitingSince.get(room);
    if (room.hasWork) waitingSince.set(room, now);
    else waitingSince.delete(room);
    if (!committed) return;
    meter.broadcastSeconds.observe((now - (since ?? now)) / 1000);
    snapshots.consider(room);
    for (const listener of listeners) {
      try {
        listener(committed);
      } catch (error) {
        log.error({ err: error }, 'a listener to documents failed');
      }
    }
  }

  /** Resolves when the edit is on disk and shown; null when there is no such document. Throws what the storage throws. */
  async function change(
    documentId: string,
    author: UpdateAuthor,
    edit: (doc: Y.Doc) => void,
  ): Promise<Head | null> {
    return rooms.withDoc(documentId, (room) => {
      const copy = copyOf(room.doc);
      const before = Y.encodeStateVector(copy);
      let hasChanged = false;
      copy.on('update', () => {
        hasChanged = true;
      });
      copy.transact(() => edit(copy));
      const update = Uint8Array.from(Y.encodeStateAsUpdate(copy, before));
      copy.destroy();
      return hasChanged ? submit(room, update, author) : { epoch: room.epoch, seq: room.seq };
    });
  }

  function submit(room: Room, bytes: Uint8Array, author: UpdateAuthor): Promise<Head> {
    return new Promise((resolve, reject) => {
      const result = room.submit({ bytes, author, peer: null, onDurable: resolve, onFailed: reject });
      if (result !== 'accepted') reject(new Error(`own edit refused: ${result}`));
      schedule(room);
    });
  }

  async function read(documentId: string): Promise<DocumentCopy | null> {
    return rooms.withDoc(documentId, (room) => ({
      doc: copyOf(room.doc),
      epoch: room.epoch,
      seq: room.seq,
    }));
  }

  /** Looks at the live document without copying it. The callback must not change it and must not keep it. */
  async function view<T>(documentId: string, look: (doc: Y.Doc, head: Head) => T): Promise<T | null> {
    return rooms.withDoc(documentId, (room) => look(room.doc, { epoch: room.epoch, seq: room.seq }));
  }

  function subscribe(listener: (committed: Committed) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Takes no more, writes what it has taken, acknowledges it, and tells everyone to come back. */
  async function stop(): Promise<void> {
    sockets.freeze();
    await commit.drain();
    await sockets.closeAll();
    httpChannels.stop();
    await snapshots.stop(rooms.all);
    await archive.stop();
    await compactor.stop();
  }

  function stats() {
    return {
      rooms: rooms.size,
      quarantined: rooms.quarantined,
      connections: sockets.size,
      httpConnections: httpChannels.size,
      commits: commit.commits,
      failedCommits: commit.failures,
      updates: commit.updates,
      snapshots: snapshots.made,
      segments: archive.segments,
      ...sockets.waiting,
      queuedBytes: [...rooms.all].reduce((sum, { queuedBytes }) => sum + queuedBytes, 0),
      roomHeapBytes: rooms.memory.heapBytes,
      roomsAsStored: [...rooms.all].filter(({ content }) => !content.isBuilt).length,
      roomsExpired: rooms.memory.expired,
      roomsEvicted: rooms.memory.evicted,
      ...meter.counts,
    };
  }

  return {
    change,
    read,
    view,
    onCommitted: subscribe,
    upgrade: (upgrade: Upgrade) => sockets.upgrade(upgrade),
    /** Answers a request of the fallback over HTTP. The caller has checked that it is a POST from our own origin. */
    handleHttp: (request: IncomingMessage, response: ServerResponse, target: HttpTarget) =>
      httpChannels.handle(request, response, target),
    refreshGrants: (filter?: GrantFilter) => sockets.refreshGrants(filter),
    stats,
    /** What takes how long, and why connections ended, as Prometheus reads it. */
    metrics: () => meter.exposition(),
    stop,
  };
}

/** The storage with its commits timed. */
function timed(storage: SyncStorage, { commitSeconds }: Meter): SyncStorage {
  return {
    ...storage,
    async append(entries) {
      const start = performance.now();
      await storage.append(entries);
      commitSeconds.observe((performance.now() - start) / 1000);
    },
  };
}

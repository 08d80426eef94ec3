import * as Y from 'yjs';
import { GroupCommit } from './group-commit';
import { copyOf, type Room } from './room';
import { Rooms } from './rooms';
import type { Committed, DocumentCopy, Head, SyncLogger, SyncStorage, UpdateAuthor } from './types';

export interface SyncOptions {
  storage: SyncStorage;
  log: SyncLogger;
  /** How long an empty room stays in memory. */
  idleMs?: number;
}

/** Edits and reads of documents through the one live room each has; the server's own edits take the same path. */
export function makeSync({ storage, log, idleMs = 30_000 }: SyncOptions) {
  const listeners = new Set<(committed: Committed) => void>();
  const rooms = new Rooms({ storage, idleMs });
  const commit = new GroupCommit({
    storage,
    log,
    onCommitted: tell,
    onBroken: (room) => rooms.discard(room),
  });

  function tell(committed: Committed): void {
    for (const listener of listeners) {
      try {
        listener(committed);
      } catch (error) {
        log.error({ err: error }, 'a listener to documents failed');
      }
    }
  }

  /** Resolves when the edit is on disk; null when there is no such document. Throws what the storage throws. */
  async function change(
    documentId: string,
    author: UpdateAuthor,
    edit: (doc: Y.Doc) => void,
  ): Promise<Head | null> {
    return rooms.use(documentId, (room) => {
      const copy = copyOf(room.doc);
      const changes: Uint8Array[] = [];
      copy.on('update', (update: Uint8Array) => changes.push(update));
      copy.transact(() => edit(copy));
      copy.destroy();
      if (changes.length === 0) return { epoch: room.epoch, seq: room.seq };
      return submit(room, { bytes: Y.mergeUpdates(changes), author });
    });
  }

  function submit(room: Room, { bytes, author }: { bytes: Uint8Array; author: UpdateAuthor }): Promise<Head> {
    return new Promise((resolve, reject) => {
      const own = Uint8Array.from(bytes);
      const result = room.submit({
        bytes: own,
        author,
        peer: null,
        onDurable: resolve,
        onFailed: reject,
      });
      if (result !== 'accepted') reject(new Error(`own edit refused: ${result}`));
      commit.schedule(room);
    });
  }

  async function read(documentId: string): Promise<DocumentCopy | null> {
    return rooms.use(documentId, (room) => ({ doc: copyOf(room.doc), epoch: room.epoch, seq: room.seq }));
  }

  /** Looks at the live document without copying it. The callback must not change it and must not keep it. */
  async function view<T>(documentId: string, look: (doc: Y.Doc, head: Head) => T): Promise<T | null> {
    return rooms.use(documentId, (room) => look(room.doc, { epoch: room.epoch, seq: room.seq }));
  }

  function onCommitted(listener: (committed: Committed) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return { rooms, commit, change, read, view, onCommitted };
}

export type Sync = ReturnType<typeof makeSync>;

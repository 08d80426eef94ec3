import * as Y from 'yjs';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { DocumentKind } from '#domain/documents/kinds';
import { DomainError, isDomainError } from '#domain/errors';
import type { DocumentId, WorkspaceId } from '#domain/ids';
import { planSchema } from '#domain/plans/types';
import { newId } from '#server/new-id';
import { isDamaged } from '#server/sync/damaged';
import type { SyncLimits } from '#server/sync/limits';
import { makeSync } from '#server/sync/sync';
import type { Committed, DocumentCopy, Head, SyncLogger } from '#server/sync/types';
import type { Accounts } from '../accounts';
import type { Author, Events } from '../events';
import type { Workspaces } from '../workspaces';
import { makeAuthorise } from './authorise';
import { readHistory } from './history';
import { makeSyncStorage } from './storage';
import { watchRights } from './watch-rights';

export interface DocumentsDependencies {
  db: Db;
  clock: Clock;
  log: SyncLogger;
  events: Events;
  accounts: Pick<Accounts, 'sessionOf' | 'onSessionsEnded'>;
  workspaces: Pick<Workspaces, 'actorIn'>;
  limits?: Partial<SyncLimits>;
}

/** Documents: the Yjs side of the house. Each is seeded once, and every change of it is a row of its log. */
export function makeDocuments({
  db,
  clock,
  log,
  events,
  accounts,
  workspaces,
  limits,
}: DocumentsDependencies) {
  const sync = makeSync({
    storage: makeSyncStorage({ db, clock }),
    authorise: makeAuthorise({ db, accounts, workspaces }),
    clock,
    log,
    schema: planSchema,
    limits,
  });
  watchRights({ events, accounts, refresh: (filter) => void sync.refreshGrants(filter) });

  /**
   * Makes a document in the caller's transaction, with the content that `seed` writes into it as its first update.
   * Nobody else ever seeds: a document that two sides seed doubles itself.
   */
  async function create(
    tx: Tx,
    {
      workspaceId,
      kind,
      seed,
      author,
    }: { workspaceId: WorkspaceId; kind: DocumentKind; seed: (doc: Y.Doc) => void; author: Author },
  ): Promise<DocumentId> {
    const id = newId<DocumentId>();
    const at = instant(clock);
    await tx.insert(db.tables.documents).values({ id, workspaceId, kind, epoch: 1, createdAt: at });
    const doc = new Y.Doc();
    doc.transact(() => seed(doc));
    await tx.insert(db.tables.documentUpdates).values({
      documentId: id,
      epoch: 1,
      seq: 1,
      accountId: author.accountId,
      institutionId: author.institutionId,
      at,
      bytes: Y.encodeStateAsUpdate(doc),
    });
    doc.destroy();
    return id;
  }

  /**
   * Edits a document as the server: everyone in it sees the change once it is on disk, and then this resolves.
   * Throws `not_found`, `document_damaged`, or `document_unavailable` when it could not be written (nothing has then changed).
   */
  async function change(documentId: DocumentId, author: Author, edit: (doc: Y.Doc) => void): Promise<Head> {
    try {
      return await readable(sync.change(documentId, author, edit));
    } catch (error) {
      if (isDomainError(error)) throw error;
      log.error({ err: error, documentId }, 'a document could not be changed');
      throw new DomainError({ code: 'document_unavailable' });
    }
  }

  /** A private copy of the document and the place of its head. Throws `not_found`, `document_damaged`. */
  async function read(documentId: DocumentId): Promise<DocumentCopy> {
    return readable(sync.read(documentId));
  }

  /** Looks at the live document without copying it; the callback neither changes nor keeps it. Throws `not_found`, `document_damaged`. */
  async function view<T>(documentId: DocumentId, look: (doc: Y.Doc, head: Head) => T): Promise<T> {
    const seen = await readable(sync.view(documentId, (doc, head) => ({ result: look(doc, head) })));
    return seen.result;
  }

  /** The document's log of one epoch, whatever its age, oldest first and some entries at a time. */
  function history(from: { documentId: DocumentId; epoch: number; after?: number }) {
    return readHistory(db, from);
  }

  /** Calls the listener after each commit, whoever wrote; returns how to stop. */
  function onCommitted(listener: (committed: Committed) => void): () => void {
    return sync.onCommitted(listener);
  }

  const { upgrade, handleHttp, refreshGrants, stats, metrics, stop } = sync;
  return {
    create,
    change,
    read,
    view,
    history,
    onCommitted,
    upgrade,
    handleHttp,
    refreshGrants,
    stats,
    metrics,
    stop,
  };
}

/** Throws `not_found` where there is none, and `document_damaged` where it waits for repair. */
async function readable<T>(asked: Promise<T | null>): Promise<T> {
  const value = await asked.catch((error: unknown) => {
    if (isDamaged(error)) throw new DomainError({ code: 'document_damaged' });
    throw error;
  });
  if (value === null) throw new DomainError({ code: 'not_found' });
  return value;
}

export type Documents = ReturnType<typeof makeDocuments>;

import type { DocumentKind } from '../../domain/documents/kinds';
import type { AccountId, DocumentId, InstitutionId, WorkspaceId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import type { WorkspacesTables } from './workspaces';

/**
 * The log of a Yjs document is its truth. Invariants: within (document, epoch) seq runs 1, 2, 3 … without a gap, first
 * through segments, then through rows; an entry is never changed; the last one is always a row; a snapshot equals the
 * replay of the log up to its seq; another epoch is never merged.
 */
export function documentsTables(kit: Kit, { workspaces }: WorkspacesTables) {
  const documents = kit.table('documents', {
    id: kit.id<DocumentId>().primaryKey(),
    workspaceId: kit
      .id<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    kind: kit.choice<DocumentKind>().notNull(),
    epoch: kit.integer().notNull(),
    createdAt: kit.instant().notNull(),
  });

  const documentUpdates = kit.table(
    'document_updates',
    {
      documentId: kit
        .id<DocumentId>()
        .notNull()
        .references(() => documents.id, { onDelete: 'cascade' }),
      epoch: kit.integer().notNull(),
      seq: kit.integer().notNull(),
      /** Null: written by the system itself (seeding). */
      accountId: kit.id<AccountId>(),
      institutionId: kit.id<InstitutionId>(),
      at: kit.instant().notNull(),
      bytes: kit.bytes().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.documentId, t.epoch, t.seq] })],
  );

  const documentSnapshots = kit.table(
    'document_snapshots',
    {
      documentId: kit
        .id<DocumentId>()
        .notNull()
        .references(() => documents.id, { onDelete: 'cascade' }),
      epoch: kit.integer().notNull(),
      uptoSeq: kit.integer().notNull(),
      state: kit.bytes().notNull(),
      /** How far each client's structs go in it; null: made before this was kept. */
      stateVector: kit.bytes(),
      /** SHA-256 of the state, in hexadecimal; null: made before hashes were kept. */
      hash: kit.text(),
    },
    (t) => [kit.primaryKey({ columns: [t.documentId, t.epoch, t.uptoSeq] })],
  );

  /** Entries of the log that a snapshot covers, packed together; their rows have gone. */
  const documentSegments = kit.table(
    'document_segments',
    {
      documentId: kit
        .id<DocumentId>()
        .notNull()
        .references(() => documents.id, { onDelete: 'cascade' }),
      epoch: kit.integer().notNull(),
      fromSeq: kit.integer().notNull(),
      uptoSeq: kit.integer().notNull(),
      firstAt: kit.instant().notNull(),
      lastAt: kit.instant().notNull(),
      /** Who wrote when, and how much: kept for ever. */
      authors: kit.bytes().notNull(),
      authorsHash: kit.text().notNull(),
      /** What they wrote; null: let go of, as the operator has asked for what is so old. */
      updates: kit.bytes(),
      updatesHash: kit.text().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.documentId, t.epoch, t.fromSeq] })],
  );

  /** Up to which seq the edits of a document were told in the activity feed. */
  const documentDigests = kit.table('document_digests', {
    documentId: kit
      .id<DocumentId>()
      .primaryKey()
      .references(() => documents.id, { onDelete: 'cascade' }),
    epoch: kit.integer().notNull(),
    uptoSeq: kit.integer().notNull(),
  });

  return { documents, documentUpdates, documentSnapshots, documentSegments, documentDigests };
}

export type DocumentsTables = ReturnType<typeof documentsTables>;

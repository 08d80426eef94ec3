import type * as Y from 'yjs';
import type { Db, Tx } from '#db/db';
import type { FiscalCalendar } from '#domain/calendars';
import type { Clock } from '#domain/clock';
import type { DocumentId, PlanId, WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import type { PlanTemplateName, Reading } from '#domain/plans';
import type { LoggedEntry } from '../documents';
import type { Author, Events } from '../events';

/** What plans need of documents. */
export interface PlanDocuments {
  create(
    tx: Tx,
    document: { workspaceId: WorkspaceId; kind: 'plan'; seed: (doc: Y.Doc) => void; author: Author },
  ): Promise<DocumentId>;
  /** Looks at the live document; the callback neither changes nor keeps it. */
  view<T>(documentId: DocumentId, look: (doc: Y.Doc, head: Head) => T): Promise<T>;
  history(from: { documentId: DocumentId; epoch: number; after?: number }): AsyncIterable<LoggedEntry[]>;
  onCommitted(listener: (committed: Head & { documentId: string }) => void): () => void;
}

export interface Head {
  epoch: number;
  seq: number;
}

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  documents: PlanDocuments;
  onError: (error: unknown, what: string) => void;
}

export interface Plan {
  id: PlanId;
  workspaceId: WorkspaceId;
  documentId: DocumentId;
  title: string;
  language: Language;
  template: PlanTemplateName;
  /** First and last fiscal year, each named by the calendar year it starts in. */
  startYear: number;
  endYear: number;
  createdAt: string;
  /** Null: in use. */
  archivedAt: string | null;
}

/** A plan with what it takes to open its document and to read its texts. */
export interface OpenPlan extends Plan {
  epoch: number;
  calendars: FiscalCalendar[];
}

export function readingOf({ language, calendars }: Pick<OpenPlan, 'language' | 'calendars'>): Reading {
  return { language, calendars };
}

import type { Db } from '#db/db';
import type { FiscalCalendar } from '#domain/calendars';
import type { Clock } from '#domain/clock';
import type { DocumentId, PlanId, PlanImportId, WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import type { MatrixMapping, MatrixReading, SourceTable } from '#domain/plans/matrix';
import type { Actor } from '#domain/workspaces/actor';
import type { Documents } from '../documents';
import type { Events } from '../events';
import type { RunMatrixTask } from './matrix-tasks';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
  documents: Pick<Documents, 'change' | 'view'>;
  /** Where files are read: a thread beside the server. */
  runTask: RunMatrixTask;
  workspaces: { listFiscalCalendars(workspaceId: WorkspaceId): Promise<FiscalCalendar[]> };
}

/** Where an import is; each part is checked, since each comes from an address. */
export interface ImportPlace {
  workspaceId: WorkspaceId;
  planId: PlanId;
  importId: PlanImportId;
}

/** What is asked of an import, and by whom. */
export interface OnImport extends ImportPlace {
  actor: Actor;
}

/** An import in the workspace, with the plan that it is for. */
export interface StoredImport {
  id: PlanImportId;
  planId: PlanId;
  sourceName: string;
  source: SourceTable;
  mapping: MatrixMapping;
  createdAt: string;
  appliedAt: string | null;
}

export interface PlanOfImport {
  id: PlanId;
  workspaceId: WorkspaceId;
  documentId: DocumentId;
  title: string;
  language: Language;
  startYear: number;
}

/** Everything to look at before confirming. */
export interface ImportPreview {
  plan: Pick<PlanOfImport, 'id' | 'title' | 'language'>;
  stored: StoredImport;
  reading: MatrixReading;
  /** How many of the actions the plan seems to have already, by number or title. */
  matching: number;
}

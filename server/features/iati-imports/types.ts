import type { Logger } from 'pino';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { ImportState } from '#domain/iati-imports/states';
import type { AccountId, IatiImportId, WorkspaceId } from '#domain/ids';
import type { IatiHeader, IatiSummary, Problem, Unkept } from '#domain/partners/iati';
import type { Actor } from '#domain/workspaces/actor';
import type { Events } from '../events';
import type { FileStore } from './file-store';
import type { ReadFile } from './read-file';

export interface Dependencies {
  db: Db;
  clock: Clock;
  log: Pick<Logger, 'error'>;
  events: Events;
  files: FileStore;
  /** Reads a file beside the server, in a thread; in place in tests. */
  readFile: ReadFile;
}

/** Who asks: a member, or the operator of the server, who needs no right. */
export type Importer = Actor | 'operator';

export interface OnImport {
  actor: Importer;
  workspaceId: WorkspaceId;
  importId: IatiImportId;
}

/** An organisation that a file names, and how often. */
export interface NamedOrganisation {
  key: string;
  ref: string | null;
  type: string | null;
  name: string;
  count: number;
  /** Records are reported by it: it has to be an institution before they can be taken. */
  isReporting: boolean;
}

/** What an import says of its file once it was read. */
export interface ImportReport {
  header: IatiHeader | null;
  summary: IatiSummary | null;
  counts: Partial<Record<Problem['code'], number>>;
  unkept: Unkept[];
  organisations: NamedOrganisation[];
  refusal: Problem | null;
}

export const emptyReport: ImportReport = {
  header: null,
  summary: null,
  counts: {},
  unkept: [],
  organisations: [],
  refusal: null,
};

export interface StoredImport {
  id: IatiImportId;
  workspaceId: WorkspaceId;
  accountId: AccountId | null;
  institutionId: string | null;
  fileName: string;
  fileBytes: number;
  fileHash: string;
  state: ImportState;
  done: number;
  total: number;
  report: ImportReport;
  createdAt: string;
  appliedAt: string | null;
}

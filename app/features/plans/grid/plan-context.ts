import type { FiscalYear } from '#domain/calendars';
import type { ActionId, InstitutionId } from '#domain/ids';
import type { Reading } from '#domain/plans/reading';
import type { ReportStatus } from '#domain/plans/types';
import type { InstitutionDirectory } from './institution-directory';

/** The latest statement of the lead institution on an action, as the server gave it. */
export interface LatestReport {
  status: ReportStatus;
  periodStart: string;
  periodEnd: string;
  institutionId: InstitutionId;
}

/** Codes and the words for them in the reader's language; `codeOf` also knows the words of the other languages. */
export interface Vocabulary {
  codes: readonly string[];
  label: (code: string) => string;
  codeOf: (words: string) => string | null;
}

/** What the grid and the drawer know beside the document itself. It stays the same object while a page is open. */
export interface PlanContext {
  reading: Reading;
  /** ISO 4217; new amounts start with it. */
  currency: string;
  /** The server's date, so that "overdue" is the same for everyone. */
  today: string;
  years: readonly FiscalYear[];
  directory: InstitutionDirectory;
  blocks: Vocabulary;
  themes: Vocabulary;
  reports: ReadonlyMap<ActionId, LatestReport>;
}

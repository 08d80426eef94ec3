import type { IatiImportId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import { type People, referencesTo } from './references';

export type IatiImportState =
  | 'reading'
  | 'ready'
  | 'refused'
  | 'applying'
  | 'applied'
  | 'cancelled'
  | 'failed';

/** IATI files on their way in: read as a job, looked at, accepted record by record, applied as a job. */
export function iatiImportsTables(kit: Kit, people: People) {
  const { workspaceRef, institutionRef, maybeInstitutionRef, maybeAccountRef } = referencesTo(kit, people);

  const iatiImports = kit.table(
    'iati_imports',
    {
      id: kit.id<IatiImportId>().primaryKey(),
      workspaceId: workspaceRef(),
      /** Who brought it in, and once it is applied, who applied it; null for the operator of the server. */
      accountId: maybeAccountRef(),
      institutionId: maybeInstitutionRef(),
      fileName: kit.text().notNull(),
      fileBytes: kit.integer().notNull(),
      /** SHA-256: the same file again is known. */
      fileHash: kit.text().notNull(),
      state: kit.choice<IatiImportState>().notNull(),
      /** How far the job under way has come, in bytes while reading and in records while applying. */
      done: kit.integer().notNull(),
      total: kit.integer().notNull(),
      /** Standard, version, summary, counts of problems, what cannot be kept; or why it was refused. */
      report: kit.json<Record<string, unknown>>().notNull(),
      createdAt: kit.instant().notNull(),
      changedAt: kit.instant().notNull(),
      appliedAt: kit.instant(),
    },
    (t) => [
      kit.index('iati_imports_workspace').on(t.workspaceId, t.id),
      kit.index('iati_imports_hash').on(t.workspaceId, t.fileHash),
    ],
  );

  const importRef = () =>
    kit
      .id<IatiImportId>()
      .notNull()
      .references(() => iatiImports.id, { onDelete: 'cascade' });

  /** A record of the file, as it would come in. */
  const iatiImportRecords = kit.table(
    'iati_import_records',
    {
      importId: importRef(),
      position: kit.integer().notNull(),
      line: kit.integer().notNull(),
      kind: kit.choice<'activity' | 'organisation'>().notNull(),
      identifier: kit.text().notNull(),
      title: kit.text().notNull(),
      /** Against what the workspace holds. */
      outcome: kit.choice<'new' | 'changed' | 'unchanged' | 'conflicting' | 'unusable'>().notNull(),
      decision: kit.choice<'accept' | 'reject' | 'undecided'>().notNull(),
      /** Fields that are not taken although the record is. */
      rejectedFields: kit.json<string[]>().notNull(),
      /** Field to what is held and what comes. */
      differences: kit.json<Record<string, unknown>>().notNull(),
      record: kit.json<Record<string, unknown>>().notNull(),
      hash: kit.text().notNull(),
      /** Why it was not taken although it was accepted: no right, no institution, another's identifier. */
      refusal: kit.text(),
      appliedAt: kit.instant(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.importId, t.position] }),
      kit.index('iati_import_records_outcome').on(t.importId, t.outcome, t.position),
    ],
  );

  const iatiImportProblems = kit.table(
    'iati_import_problems',
    {
      importId: importRef(),
      position: kit.integer().notNull(),
      grade: kit.choice<'critical' | 'error' | 'warning'>().notNull(),
      code: kit.text().notNull(),
      line: kit.integer(),
      path: kit.text().notNull(),
      details: kit.json<Record<string, unknown>>().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.importId, t.position] })],
  );

  /**
   * Which institution an organisation of a file is, when its reference did not say so by itself: what a person
   * confirmed, and can take back.
   */
  const organisationMatches = kit.table(
    'organisation_matches',
    {
      workspaceId: workspaceRef(),
      /** The reference as published, or "name:" and the folded name where there is none. */
      key: kit.text().notNull(),
      name: kit.text().notNull(),
      institutionId: institutionRef(),
      /** Null for the operator of the server. */
      confirmedBy: maybeAccountRef(),
      confirmedAt: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.workspaceId, t.key] })],
  );

  /** What an organisation's own file says of it beside its envelopes; for showing and for export. */
  const iatiOrganisations = kit.table(
    'iati_organisations',
    {
      workspaceId: workspaceRef(),
      identifier: kit.text().notNull(),
      institutionId: institutionRef(),
      /** The record as imported but for its budgets, which are envelopes. */
      record: kit.json<Record<string, unknown>>().notNull(),
      hash: kit.text().notNull(),
      fileName: kit.text().notNull(),
      changedAt: kit.instant().notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.workspaceId, t.identifier] }),
      kit.index('iati_organisations_institution').on(t.workspaceId, t.institutionId),
    ],
  );

  return { iatiImports, iatiImportRecords, iatiImportProblems, organisationMatches, iatiOrganisations };
}

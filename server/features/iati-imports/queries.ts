import { and, asc, count, desc, eq, like, or, sql } from 'drizzle-orm';
import type { Differences, RecordOutcome } from '#domain/iati-imports/differences';
import type { OrganisationMatch } from '#domain/iati-imports/match-organisation';
import type { WorkspaceId } from '#domain/ids';
import type { Grade, Problem } from '#domain/partners/iati';
import { labelColumns, labelOf } from '../institutions';
import { type BookedElsewhere, readBookedElsewhere } from './booked-elsewhere';
import { findImport } from './find-import';
import { authoriseImporter } from './importer';
import { readMatcher } from './known-organisations';
import { asNamed } from './matches';
import type { Decision } from './outcomes';
import type { Dependencies, ImportReport, NamedOrganisation, OnImport, StoredImport } from './types';

export interface ListedImport extends Omit<StoredImport, 'report'> {
  by: string | null;
  standard: string | null;
}

export interface ListedRecord {
  position: number;
  line: number;
  kind: 'activity' | 'organisation';
  identifier: string;
  title: string;
  outcome: RecordOutcome;
  decision: Decision;
  rejectedFields: string[];
  differences: Differences;
  refusal: string | null;
  isApplied: boolean;
}

export interface MatchedOrganisation extends NamedOrganisation, OrganisationMatch {
  bookedElsewhere: BookedElsewhere[];
}

export function importQueries({ db }: Dependencies) {
  const { iatiImports, iatiImportRecords: records, iatiImportProblems: problems, accounts } = db.tables;

  /** The workspace's imports, newest first, for those who may import. */
  async function listImports({
    actor,
    workspaceId,
    page,
    size,
  }: Omit<OnImport, 'importId'> & { page: number; size: number }): Promise<{
    rows: ListedImport[];
    total: number;
  }> {
    authoriseImporter(actor, workspaceId);
    const here = eq(iatiImports.workspaceId, workspaceId);
    const [all] = await db.read.select({ count: count() }).from(iatiImports).where(here);
    const rows = await db.read
      .select({ stored: iatiImports, by: accounts.name })
      .from(iatiImports)
      .leftJoin(accounts, eq(accounts.id, iatiImports.accountId))
      .where(here)
      .orderBy(desc(iatiImports.id))
      .limit(size)
      .offset((page - 1) * size);
    return {
      total: all?.count ?? 0,
      rows: rows.map(({ stored: { report, ...rest }, by }) => ({
        ...rest,
        by,
        standard: (report as unknown as ImportReport).header?.standard ?? null,
      })),
    };
  }

  /** An import with how many records there are of each outcome, and what became of them. */
  async function getImport({ actor, ...place }: OnImport) {
    authoriseImporter(actor, place.workspaceId);
    const stored = await findImport({ db }, place);
    const rows = await db.read
      .select({
        outcome: records.outcome,
        decision: records.decision,
        refusal: records.refusal,
        count: count(),
      })
      .from(records)
      .where(eq(records.importId, place.importId))
      .groupBy(records.outcome, records.decision, records.refusal);
    const outcomes: Partial<Record<RecordOutcome, number>> = {};
    const refusals: Record<string, number> = {};
    let accepted = 0;
    for (const row of rows) {
      outcomes[row.outcome] = (outcomes[row.outcome] ?? 0) + row.count;
      if (row.decision === 'accept' && row.outcome !== 'unusable') accepted += row.count;
      if (row.refusal) refusals[row.refusal] = (refusals[row.refusal] ?? 0) + row.count;
    }
    return { stored, outcomes, accepted, refusals };
  }

  async function listRecords({
    actor,
    outcome,
    search,
    page,
    size,
    ...place
  }: OnImport & {
    outcome?: RecordOutcome | undefined;
    search?: string | undefined;
    page: number;
    size: number;
  }): Promise<{
    rows: ListedRecord[];
    total: number;
  }> {
    authoriseImporter(actor, place.workspaceId);
    await findImport({ db }, place);
    const words = search?.trim()
      ? `%${search
          .trim()
          .toLowerCase()
          .replace(/[%_\\]/g, ' ')}%`
      : null;
    const where = and(
      eq(records.importId, place.importId),
      outcome ? eq(records.outcome, outcome) : undefined,
      words
        ? or(like(sql`lower(${records.identifier})`, words), like(sql`lower(${records.title})`, words))
        : undefined,
    );
    const [all] = await db.read.select({ count: count() }).from(records).where(where);
    const rows = await db.read
      .select()
      .from(records)
      .where(where)
      .orderBy(asc(records.position))
      .limit(size)
      .offset((page - 1) * size);
    return {
      total: all?.count ?? 0,
      rows: rows.map(
        ({ importId: _import, record: _record, hash: _hash, appliedAt, differences, ...row }) => ({
          ...row,
          differences: differences as Differences,
          isApplied: appliedAt !== null,
        }),
      ),
    };
  }

  async function listProblems({
    actor,
    grade,
    page,
    size,
    ...place
  }: OnImport & { grade?: Grade | undefined; page: number; size: number }): Promise<{
    rows: Problem[];
    total: number;
  }> {
    authoriseImporter(actor, place.workspaceId);
    await findImport({ db }, place);
    const where = and(eq(problems.importId, place.importId), grade ? eq(problems.grade, grade) : undefined);
    const [all] = await db.read.select({ count: count() }).from(problems).where(where);
    const rows = await db.read
      .select()
      .from(problems)
      .where(where)
      .orderBy(asc(problems.position))
      .limit(size)
      .offset((page - 1) * size);
    return {
      total: all?.count ?? 0,
      rows: rows.map(
        ({ importId: _import, position: _position, ...problem }) => problem as unknown as Problem,
      ),
    };
  }

  /** The organisations of the file with what they are taken for, and the institutions that they could be. */
  async function listOrganisations({ actor, ...place }: OnImport) {
    authoriseImporter(actor, place.workspaceId);
    const { report } = await findImport({ db }, place);
    const matched = await matchAll(place.workspaceId, report);
    const booked = await readBookedElsewhere(db, place.workspaceId, matched);
    const organisations: MatchedOrganisation[] = matched.map((organisation) => ({
      ...organisation,
      bookedElsewhere: booked.get(organisation.key) ?? [],
    }));
    return { organisations, institutions: await listInstitutions(place.workspaceId) };
  }

  async function matchAll(workspaceId: WorkspaceId, { organisations }: ImportReport) {
    const match = await readMatcher({ db }, workspaceId);
    return organisations.map((organisation) => ({ ...organisation, ...match(asNamed(organisation)) }));
  }

  /** How many organisations that report records of the file are no institution's yet: theirs would be left out. */
  async function countUnmatched({ actor, ...place }: OnImport): Promise<number> {
    authoriseImporter(actor, place.workspaceId);
    const { report } = await findImport({ db }, place);
    const matched = await matchAll(place.workspaceId, report);
    return matched.filter(({ isReporting, institutionId }) => isReporting && !institutionId).length;
  }

  async function listInstitutions(workspaceId: WorkspaceId) {
    const { institutions, workspaceInstitutions } = db.tables;
    const rows = await db.read
      .select(labelColumns(db.tables))
      .from(workspaceInstitutions)
      .innerJoin(institutions, eq(institutions.id, workspaceInstitutions.institutionId))
      .where(eq(workspaceInstitutions.workspaceId, workspaceId));
    return rows.map((row) => labelOf(row));
  }

  return { listImports, getImport, listRecords, listProblems, listOrganisations, countUnmatched };
}

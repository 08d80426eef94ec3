import { and, asc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError, isDomainError } from '#domain/errors';
import { mergeRecord } from '#domain/iati-imports/differences';
import type { IatiImportId, InstitutionId } from '#domain/ids';
import type { Activity, Organisation } from '#domain/partners/iati';
import { authorise } from '#domain/policy';
import { nextTurn, startTurn } from '#server/turn';
import type { Author, RecordEvent } from '../events';
import { ensurePartner, partnerSubject } from '../partners';
import { about, findImport, takeStep } from './find-import';
import { importerOf } from './importer';
import { readMatcher } from './known-organisations';
import { compare, readHeld } from './outcomes';
import { recordStretches } from './stretches';
import type { Dependencies, Importer, StoredImport } from './types';
import { type WritingRecord, writeImportedActivity, writeImportedOrganisation } from './write-record';

/** Records a transaction at most. On SQLite time ends it sooner; the rest was read for nothing, so they are few. */
const batchSize = { sqlite: 5, postgres: 20 };
type Row = Dependencies['db']['tables']['iatiImportRecords']['$inferSelect'];
type Context = Pick<WritingRecord, 'tx' | 'match' | 'by'> & {
  record: RecordEvent;
  importer: Importer;
  stored: StoredImport;
};

export function applyingJob(dependencies: Dependencies, isStopping: () => boolean) {
  const { db, clock, events, files } = dependencies;
  const { iatiImports, iatiImportRecords: records } = db.tables;
  const stretches = recordStretches({ db });

  /**
   * Writes the accepted records in batches. Each batch is one transaction together with the marks of what it wrote, so
   * that one broken off anywhere goes on where it was: nothing is written twice, nothing is left out.
   */
  async function apply(stored: StoredImport): Promise<void> {
    const importer = await importerOf(dependencies, stored);
    const by: Author = {
      accountId: stored.accountId,
      institutionId: stored.institutionId as InstitutionId | null,
    };
    const last = await stretches.lastPosition(stored.id);
    for (let after = -1; after < last; await nextTurn()) {
      const reached = isStopping() ? null : await applyBatch(stored, { importer, by, after });
      if (reached === null) break;
      after = reached;
    }
    if (isStopping()) return;
    const { state } = await findImport({ db }, { workspaceId: stored.workspaceId, importId: stored.id });
    if (state !== 'applying') return;
    await forgetRecords(stored.id);
    if (isStopping()) return;
    await events.commit(by, async (tx, record) => {
      await takeStep({ db, tx, clock }, { workspaceId: stored.workspaceId, importId: stored.id }, 'finish');
      const counts = await tx
        .select({ outcome: records.outcome, count: sql<number>`count(*)` })
        .from(records)
        .where(and(eq(records.importId, stored.id), eq(records.decision, 'accept'), isNull(records.refusal)))
        .groupBy(records.outcome);
      const after = {
        importId: stored.id,
        fileName: stored.fileName,
        ...Object.fromEntries(counts.map(({ outcome, count }) => [outcome, Number(count)])),
      };
      await record({ ...about(stored), kind: 'iati_import.applied', after });
    });
    await files.remove(stored.id);
  }

  /** What was taken is held elsewhere now, and what was not is in the file; what became of each record stays listed. */
  function forgetRecords(importId: IatiImportId): Promise<void> {
    const forget = (within: SQL | undefined) =>
      db.transaction(async (tx) => void (await tx.update(records).set({ record: {} }).where(within)));
    return stretches.each(importId, forget, isStopping);
  }

  /** Gives the position up to which all is done; null once the import is no longer to be applied. */
  async function applyBatch(
    stored: StoredImport,
    { importer, by, after }: { importer: Importer; by: Author; after: number },
  ): Promise<number | null> {
    return events.commit(by, async (tx, record) => {
      const turn = startTurn(db);
      const rows = await tx
        .select()
        .from(records)
        .where(
          and(
            stretches.within(stored.id, after),
            eq(records.decision, 'accept'),
            ne(records.outcome, 'unusable'),
            isNull(records.appliedAt),
            isNull(records.refusal),
          ),
        )
        .orderBy(asc(records.position))
        .limit(batchSize[db.dialect]);
      const still = await tx
        .update(iatiImports)
        .set({ changedAt: instant(clock) })
        .where(and(eq(iatiImports.id, stored.id), eq(iatiImports.state, 'applying')))
        .returning({ id: iatiImports.id });
      if (still.length === 0) return null;
      if (rows.length === 0) return after + stretches.stretch;
      const match = await readMatcher({ db, reader: tx }, stored.workspaceId);
      let [done, reached] = [0, after];
      for (const row of rows) {
        await applyRow(row, { tx, record, match, by, importer, stored });
        done++;
        reached = row.position;
        if (turn.isOver()) break;
      }
      await tx
        .update(iatiImports)
        .set({ done: sql`${iatiImports.done} + ${done}` })
        .where(eq(iatiImports.id, stored.id));
      return reached;
    });
  }

  /** A refusal concerns its record alone, and is kept beside it. */
  async function applyRow(row: Row, context: Context): Promise<void> {
    const { tx, stored } = context;
    let refusal: DomainError | null = null;
    try {
      await writeRow(row, context);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      refusal = error;
    }
    const reason = refusal?.details.reason ?? refusal?.code;
    await tx
      .update(records)
      .set(reason ? { refusal: String(reason) } : { appliedAt: instant(clock), record: {} })
      .where(and(eq(records.importId, stored.id), eq(records.position, row.position)));
  }

  async function writeRow(row: Row, context: Context): Promise<void> {
    const { tx, stored, match } = context;
    const coming = row.record as unknown as Activity | Organisation;
    const institutionId = await keeperOf(coming, context);
    const held =
      (await readHeld({ db, reader: tx }, stored.workspaceId, [row])).get(`${row.kind} ${row.identifier}`) ??
      null;
    // What was set by hand between the look and now has not been looked at: it stays.
    const now = compare({ isUnusable: false, record: coming, hash: row.hash }, held);
    if (now.outcome === 'unchanged') return;
    const unseen = now.rejectedFields.filter((field) => row.differences[field] === undefined);
    const rejected = [...row.rejectedFields, ...unseen];
    const merged = mergeRecord(coming, held?.record ?? null, rejected);
    // Held is not what the file says then: the same file again has something to take.
    const hash = rejected.some((field) => now.differences[field]) ? null : row.hash;
    const writing = {
      db,
      clock,
      tx,
      match,
      by: context.by,
      workspaceId: stored.workspaceId,
      institutionId,
      importId: stored.id,
      fileName: stored.fileName,
    };
    if ('transactions' in merged) {
      const overruled = now.rejectedFields.filter((field) => !rejected.includes(field));
      await writeImportedActivity(writing, { activity: merged, hash, overruled });
    } else {
      const hasBudgets = !rejected.includes('budgets');
      await writeImportedOrganisation(writing, { organisation: merged, hash, hasBudgets });
    }
  }

  /** The partner whose record it is, with the right to write it. Who is no partner yet becomes one, where one may. */
  async function keeperOf(
    { reportingOrganisation }: Activity | Organisation,
    { tx, record, match, importer, stored: { workspaceId } }: Context,
  ): Promise<InstitutionId> {
    const institutionId = reportingOrganisation ? match(reportingOrganisation).institutionId : null;
    if (!institutionId) throw notMatched();
    const place = { workspaceId, institutionId };
    const { partnerProfiles } = db.tables;
    const [partner] = await tx
      .select({ institutionId: partnerProfiles.institutionId })
      .from(partnerProfiles)
      .where(
        and(eq(partnerProfiles.workspaceId, workspaceId), eq(partnerProfiles.institutionId, institutionId)),
      );
    if (!partner) {
      if (importer !== 'operator') authorise(importer, 'partner.add', place);
      await ensurePartner({ db, tx, clock, record }, place);
    }
    if (importer !== 'operator') authorise(importer, 'partner.edit', await partnerSubject(db, tx, place));
    return institutionId;
  }

  return { apply };
}

function notMatched(): DomainError {
  return new DomainError({ code: 'invalid_input', details: { reason: 'not_matched' } });
}

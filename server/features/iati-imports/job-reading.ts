import { and, eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { isDomainError } from '#domain/errors';
import { about, takeStep } from './find-import';
import { compareRecords } from './outcomes';
import type { ReadBatch } from './read-file';
import { type Dependencies, emptyReport, type StoredImport } from './types';

export function readingJob({ db, clock, events, files, readFile }: Dependencies, isStopping: () => boolean) {
  const { iatiImports, iatiImportRecords, iatiImportProblems } = db.tables;

  /**
   * Reads a file from its beginning: what an earlier, broken-off reading left is thrown away first. Stops where the
   * import was cancelled meanwhile. A refused file leaves its reason and nothing else.
   */
  async function read(stored: StoredImport): Promise<void> {
    await clear(stored);
    const reading = readFile(files.path(stored.id));
    const at = { records: 0, problems: 0 };
    for (;;) {
      const step = await next(reading);
      if (step.done) {
        await finish(stored, step.value);
        return;
      }
      const isWanted = !isStopping() && (await store(stored, step.value, at));
      if (isWanted) continue;
      await reading.return({ state: 'refused', report: emptyReport });
      return;
    }
  }

  async function next(reading: ReturnType<typeof readFile>): ReturnType<(typeof reading)['next']> {
    try {
      return await reading.next();
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const refusal = {
        code: 'record_too_large' as const,
        grade: 'critical' as const,
        line: 0,
        path: '',
        details: { unit: 'memory' },
      };
      return { done: true, value: { state: 'refused', report: { ...emptyReport, refusal } } };
    }
  }

  async function clear({ id, workspaceId }: StoredImport): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.delete(iatiImportRecords).where(eq(iatiImportRecords.importId, id));
      await tx.delete(iatiImportProblems).where(eq(iatiImportProblems.importId, id));
      await tx
        .update(iatiImports)
        .set({ done: 0 })
        .where(and(eq(iatiImports.id, id), eq(iatiImports.workspaceId, workspaceId)));
    });
  }

  /** False where nobody wants the rest any more. */
  async function store(
    { id, workspaceId }: StoredImport,
    { records, problems, bytes }: ReadBatch,
    at: { records: number; problems: number },
  ): Promise<boolean> {
    const compared = await compareRecords({ db }, workspaceId, records);
    const rows = records.map(({ isUnusable: _unusable, record, ...row }, index) => ({
      importId: id,
      ...row,
      record: { ...record },
      ...(compared[index] ?? {
        outcome: 'new' as const,
        differences: {},
        rejectedFields: [],
        decision: 'accept' as const,
      }),
      refusal: null,
      appliedAt: null,
    }));
    const problemRows = problems.map(({ grade, code, line, path, details }) => ({
      importId: id,
      position: at.problems++,
      grade,
      code,
      line,
      path,
      details,
    }));
    return db.transaction(async (tx) => {
      const still = await tx
        .update(iatiImports)
        .set({ done: bytes, changedAt: instant(clock) })
        .where(and(eq(iatiImports.id, id), eq(iatiImports.state, 'reading')))
        .returning({ id: iatiImports.id });
      if (still.length === 0) return false;
      if (rows.length > 0) await tx.insert(iatiImportRecords).values(rows);
      for (let from = 0; from < problemRows.length; from += 500)
        await tx.insert(iatiImportProblems).values(problemRows.slice(from, from + 500));
      return true;
    });
  }

  async function finish(
    stored: StoredImport,
    { state, report }: { state: 'read' | 'refused'; report: StoredImport['report'] },
  ) {
    const author = { accountId: stored.accountId, institutionId: stored.institutionId as never };
    await events.commit(author, async (tx, record) => {
      const place = { workspaceId: stored.workspaceId, importId: stored.id };
      if (state === 'read') {
        await takeStep({ db, tx, clock }, place, 'read', { report, done: stored.fileBytes });
        return;
      }
      await tx.delete(iatiImportRecords).where(eq(iatiImportRecords.importId, stored.id));
      await tx.delete(iatiImportProblems).where(eq(iatiImportProblems.importId, stored.id));
      const refused = { ...report, counts: {}, summary: null };
      await takeStep({ db, tx, clock }, place, 'refuse', { report: refused });
      const { refusal } = report;
      if (!refusal) return;
      const { grade, code, line, path, details } = refusal;
      await tx
        .insert(iatiImportProblems)
        .values({ importId: stored.id, position: 0, grade, code, line, path, details });
      const after = { importId: stored.id, fileName: stored.fileName, code };
      await record({ ...about(stored), kind: 'iati_import.refused', after });
    });
    if (state === 'refused') await files.remove(stored.id);
  }

  return { read };
}

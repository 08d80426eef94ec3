import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { isOver, isUnderWay } from '#domain/iati-imports/states';
import type { IatiImportId, WorkspaceId } from '#domain/ids';
import { findImport, takeStep } from './find-import';
import { applyingJob } from './job-applying';
import { readingJob } from './job-reading';
import { recordStretches } from './stretches';
import type { Dependencies } from './types';

export interface Jobs {
  /** Sees to it that what the import waits for is done. */
  nudge(place: { workspaceId: WorkspaceId; importId: IatiImportId }): void;
  /** Throws away what was read of an import that is cancelled, but for what it has written. */
  clear(importId: IatiImportId): Promise<void>;
  /** Takes up what was under way when the server stopped. */
  start(): Promise<void>;
  /** Resolves once nothing is under way. */
  settled(): Promise<void>;
  /** Ends after the batch under way; the next start goes on. */
  stop(): Promise<void>;
}

/** One import at a time, in the order of asking: memory stays that of one file, whoever uploads how many. */
export function importJobs(dependencies: Dependencies): Jobs {
  const { db, clock, log, files } = dependencies;
  let isStopping = false;
  const { read } = readingJob(dependencies, () => isStopping);
  const { apply } = applyingJob(dependencies, () => isStopping);
  const { iatiImports, iatiImportRecords: records } = db.tables;
  const stretches = recordStretches({ db });
  let queue: Promise<void> = Promise.resolve();

  function nudge(place: { workspaceId: WorkspaceId; importId: IatiImportId }): void {
    queueUp(() => work(place));
  }

  function queueUp(next: () => Promise<void>): void {
    queue = queue.then(next).catch((error: unknown) => log.error({ err: error }, 'an import failed'));
  }

  async function work(place: { workspaceId: WorkspaceId; importId: IatiImportId }): Promise<void> {
    if (isStopping) return;
    const stored = await findImport({ db }, place);
    if (!isUnderWay(stored.state)) return;
    try {
      await (stored.state === 'reading' ? read(stored) : apply(stored));
    } catch (error) {
      if (isStopping) return;
      await db.transaction((tx) => takeStep({ db, tx, clock }, place, 'fail'));
      throw error;
    } finally {
      const { state } = await findImport({ db }, place);
      if (isOver(state)) await files.remove(place.importId);
    }
  }

  async function start(): Promise<void> {
    const open = await db.read
      .select({ importId: iatiImports.id, workspaceId: iatiImports.workspaceId })
      .from(iatiImports)
      .where(inArray(iatiImports.state, ['reading', 'applying']))
      .orderBy(asc(iatiImports.id));
    for (const place of open) nudge(place);
    const leftOver = await db.read
      .selectDistinct({ importId: records.importId })
      .from(records)
      .innerJoin(iatiImports, eq(iatiImports.id, records.importId))
      .where(and(eq(iatiImports.state, 'cancelled'), isNull(records.appliedAt)));
    for (const { importId } of leftOver) queueUp(() => clear(importId));
  }

  function clear(importId: IatiImportId): Promise<void> {
    const forget = (within: SQL | undefined) =>
      db.transaction(
        async (tx) => void (await tx.delete(records).where(and(within, isNull(records.appliedAt)))),
      );
    return stretches.each(importId, forget, () => isStopping).then(() => files.remove(importId));
  }

  async function settled(): Promise<void> {
    for (let last: Promise<void> | null = null; last !== queue; ) {
      last = queue;
      await last;
    }
  }

  return {
    nudge,
    clear,
    start,
    settled,
    async stop() {
      isStopping = true;
      await settled();
    },
  };
}

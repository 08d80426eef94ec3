import { asc, inArray } from 'drizzle-orm';
import { isOver, isUnderWay } from '#domain/iati-imports/states';
import type { IatiImportId, WorkspaceId } from '#domain/ids';
import { findImport, takeStep } from './find-import';
import { applyingJob } from './job-applying';
import { readingJob } from './job-reading';
import type { Dependencies } from './types';

export interface Jobs {
  /** Sees to it that what the import waits for is done. */
  nudge(place: { workspaceId: WorkspaceId; importId: IatiImportId }): void;
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
  let queue: Promise<void> = Promise.resolve();

  function nudge(place: { workspaceId: WorkspaceId; importId: IatiImportId }): void {
    queue = queue
      .then(() => work(place))
      .catch((error: unknown) => log.error({ err: error }, 'an import failed'));
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
    const { iatiImports } = db.tables;
    const open = await db.read
      .select({ importId: iatiImports.id, workspaceId: iatiImports.workspaceId })
      .from(iatiImports)
      .where(inArray(iatiImports.state, ['reading', 'applying']))
      .orderBy(asc(iatiImports.id));
    for (const place of open) nudge(place);
  }

  async function settled(): Promise<void> {
    for (let last: Promise<void> | null = null; last !== queue; ) {
      last = queue;
      await last;
    }
  }

  return {
    nudge,
    start,
    settled,
    async stop() {
      isStopping = true;
      await settled();
    },
  };
}

import type { MatrixMapping, MatrixReading } from '#domain/plans/matrix';
import { listKnownInstitutions } from './find-import';
import type { Dependencies, PlanOfImport, StoredImport } from './types';

/** Reads the rows of an import under its mapping, in a thread beside the server. */
export function importReader({
  db,
  workspaces,
  runTask,
}: Pick<Dependencies, 'db' | 'workspaces' | 'runTask'>) {
  return async function readImport(
    plan: PlanOfImport,
    { source }: Pick<StoredImport, 'source'>,
    mapping: MatrixMapping,
  ): Promise<MatrixReading> {
    const [institutions, calendars] = await Promise.all([
      listKnownInstitutions(db, plan.workspaceId),
      workspaces.listFiscalCalendars(plan.workspaceId),
    ]);
    const context = { institutions, reading: { language: plan.language, calendars } };
    return runTask('read', { source, mapping, context });
  };
}

export type ReadImport = ReturnType<typeof importReader>;

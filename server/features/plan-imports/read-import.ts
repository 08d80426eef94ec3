import type { MatrixMapping, MatrixReading } from '#domain/plans/matrix';
import { listKnownInstitutions } from './find-import';
import { runMatrixTask } from './matrix-tasks';
import type { Dependencies, PlanOfImport, StoredImport } from './types';

/** Reads the rows of an import under its mapping, in a thread beside the server. */
export function importReader({ db, workspaces }: Pick<Dependencies, 'db' | 'workspaces'>) {
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
    return runMatrixTask('read', { source, mapping, context });
  };
}

export type ReadImport = ReturnType<typeof importReader>;

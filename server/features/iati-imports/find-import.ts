import { and, eq } from 'drizzle-orm';
import type { Db, Reader, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import { afterStep, type ImportState, type ImportStep } from '#domain/iati-imports/states';
import type { IatiImportId, WorkspaceId } from '#domain/ids';
import type { ImportReport, StoredImport } from './types';

/** Throws `not_found` for an import of another workspace. */
export async function findImport(
  { db, reader = db.read }: { db: Db; reader?: Reader },
  { workspaceId, importId }: { workspaceId: WorkspaceId; importId: IatiImportId },
): Promise<StoredImport> {
  const { iatiImports } = db.tables;
  const [row] = await reader
    .select()
    .from(iatiImports)
    .where(and(eq(iatiImports.id, importId), eq(iatiImports.workspaceId, workspaceId)));
  if (!row) throw new DomainError({ code: 'not_found' });
  return { ...row, report: row.report as unknown as ImportReport };
}

/** Takes a step in a transaction. Throws `conflict` where it is not possible from the state that holds now. */
export async function takeStep(
  { db, tx, clock }: { db: Db; tx: Tx; clock: Clock },
  place: { workspaceId: WorkspaceId; importId: IatiImportId },
  step: ImportStep,
  set: Partial<Pick<StoredImport, 'done' | 'total' | 'accountId'>> & { report?: ImportReport } = {},
): Promise<ImportState> {
  const { iatiImports } = db.tables;
  const { state } = await findImport({ db, reader: tx }, place);
  const next = afterStep(state, step);
  const { report, ...rest } = set;
  await tx
    .update(iatiImports)
    .set({
      ...rest,
      ...(report ? { report: { ...report } } : {}),
      state: next,
      changedAt: instant(clock),
      ...(next === 'applied' ? { appliedAt: instant(clock) } : {}),
    })
    .where(and(eq(iatiImports.id, place.importId), eq(iatiImports.state, state)));
  return next;
}

export function about({ id, workspaceId }: Pick<StoredImport, 'id' | 'workspaceId'>) {
  return { workspaceId, subjectType: 'iati_import', subjectId: id };
}

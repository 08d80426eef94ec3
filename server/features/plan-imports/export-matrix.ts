import type { PlanId, WorkspaceId } from '#domain/ids';
import { readPlan } from '#domain/plans';
import { type TableWords, writeTable } from '#domain/plans/matrix';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { findPlan } from './find-import';
import type { Dependencies } from './types';

export function matrixExport({ db, documents, workspaces, runTask }: Dependencies) {
  /** The plan's actions as a matrix that the import reads back, for everyone who sees the plan. */
  async function exportMatrix({
    actor,
    workspaceId,
    planId,
    as,
    words,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    planId: PlanId;
    as: 'xlsx' | 'csv';
    words: TableWords;
  }): Promise<{ title: string; bytes: Uint8Array }> {
    authorise(actor, 'plan.see', { workspaceId });
    const plan = await findPlan(db, workspaceId, planId);
    const calendars = await workspaces.listFiscalCalendars(workspaceId);
    const content = await documents.view(plan.documentId, (doc) => readPlan(doc));
    const rows = writeTable(content, { language: plan.language, calendars }, words);
    return { title: plan.title, bytes: await runTask('write', { as, name: plan.title, rows }) };
  }

  return { exportMatrix };
}

import type { PlanId, WorkspaceId } from '#domain/ids';
import { readPlan } from '#domain/plans';
import { compareWithPlan } from '#domain/plans/matrix';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { findImport, findPlan } from './find-import';
import type { ReadImport } from './read-import';
import type { Dependencies, ImportPreview, OnImport, PlanOfImport, StoredImport } from './types';

export function importQueries({ db, documents, readImport }: Dependencies & { readImport: ReadImport }) {
  /** What an import would bring, for those who may import. */
  async function previewImport({ actor, ...place }: OnImport): Promise<ImportPreview> {
    authorise(actor, 'plan.import', place);
    const { plan, stored } = await findImport(db, place);
    const reading = await readImport(plan, stored, stored.mapping);
    if (stored.appliedAt) return { plan, stored, reading, matching: 0 };
    const { matching, problems } = await documents.view(plan.documentId, (doc) =>
      compareWithPlan(reading, readPlan(doc)),
    );
    return { plan, stored, matching, reading: { ...reading, problems: [...reading.problems, ...problems] } };
  }

  /** An import as it was left, without reading its rows. */
  async function getImport({ actor, ...place }: OnImport): Promise<StoredImport> {
    authorise(actor, 'plan.import', place);
    return (await findImport(db, place)).stored;
  }

  /** The plan that something could be imported into. */
  async function findPlanForImport({
    actor,
    workspaceId,
    planId,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    planId: PlanId;
  }): Promise<PlanOfImport> {
    authorise(actor, 'plan.import', { workspaceId });
    return findPlan(db, workspaceId, planId);
  }

  return { previewImport, getImport, findPlanForImport };
}

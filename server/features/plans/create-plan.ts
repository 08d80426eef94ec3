import { instant } from '#domain/clock';
import type { DocumentId, PlanId, WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import { type PlanTemplateName, seedPlan } from '#domain/plans';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import { assertHorizon, assertTitle } from './assert-plan';
import { authorOf } from './author-of';
import type { Dependencies } from './types';

export interface NewPlan {
  title: string;
  template: PlanTemplateName;
  language: Language;
  startYear: number;
  endYear: number;
}

export function planCreation({ db, clock, events, documents }: Dependencies) {
  const { plans, documentDigests } = db.tables;

  /** Makes a plan and its document, seeded here and never again. */
  async function createPlan({
    actor,
    workspaceId,
    ...plan
  }: { actor: Actor; workspaceId: WorkspaceId } & NewPlan): Promise<{
    planId: PlanId;
    documentId: DocumentId;
  }> {
    authorise(actor, 'plan.create', { workspaceId });
    const title = assertTitle(plan.title);
    assertHorizon(plan);
    const author = authorOf(actor);
    const { language, template, startYear, endYear } = plan;
    return events.commit(author, async (tx, record) => {
      const planId = newId<PlanId>();
      const documentId = await documents.create(tx, {
        workspaceId,
        kind: 'plan',
        author,
        seed: (doc) => seedPlan(doc, { template, language, newId }),
      });
      const facts = { title, language, template, startYear, endYear };
      await tx.insert(plans).values({
        id: planId,
        workspaceId,
        documentId,
        ...facts,
        createdBy: actor.accountId,
        createdAt: instant(clock),
      });
      // The seed is told by plan.created; the digests of edits begin after it.
      await tx.insert(documentDigests).values({ documentId, epoch: 1, uptoSeq: 1 });
      await record({
        workspaceId,
        kind: 'plan.created',
        subjectType: 'plan',
        subjectId: planId,
        after: { ...facts },
      });
      return { planId, documentId };
    });
  }

  return { createPlan };
}

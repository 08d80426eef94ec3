import { eq } from 'drizzle-orm';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { DocumentId, PlanId, WorkspaceId } from '#domain/ids';
import type { Language } from '#domain/languages';
import { type PlanTemplateName, seedPlan } from '#domain/plans';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import { authorOf } from './author-of';
import { findPlan } from './find-plan';
import type { Dependencies } from './types';

export const planLimits = { titleLength: 200, firstYear: 1990, lastYear: 2100, years: 30 } as const;

export interface NewPlan {
  title: string;
  template: PlanTemplateName;
  language: Language;
  startYear: number;
  endYear: number;
}

export function planCommands({ db, clock, events, documents }: Dependencies) {
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
        seed: (doc) => seedPlan(doc, { template, language, startYear, endYear, newId }),
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

  async function renamePlan({
    actor,
    planId,
    title,
  }: {
    actor: Actor;
    planId: PlanId;
    title: string;
  }): Promise<void> {
    const { workspaceId } = await findPlan(db, planId);
    authorise(actor, 'plan.rename', { workspaceId });
    const next = assertTitle(title);
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await findPlan(db, planId, tx);
      if (before.title === next) return;
      await tx.update(plans).set({ title: next }).where(eq(plans.id, planId));
      await record({
        workspaceId,
        kind: 'plan.renamed',
        subjectType: 'plan',
        subjectId: planId,
        before: { title: before.title },
        after: { title: next },
      });
    });
  }

  /** Takes a plan out of the lists. Nothing is lost, and `restorePlan` brings it back. */
  async function archivePlan({ actor, planId }: { actor: Actor; planId: PlanId }): Promise<void> {
    await setArchived(actor, planId, instant(clock));
  }

  async function restorePlan({ actor, planId }: { actor: Actor; planId: PlanId }): Promise<void> {
    await setArchived(actor, planId, null);
  }

  async function setArchived(actor: Actor, planId: PlanId, archivedAt: string | null): Promise<void> {
    const { workspaceId } = await findPlan(db, planId);
    authorise(actor, 'plan.archive', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await findPlan(db, planId, tx);
      if ((before.archivedAt === null) === (archivedAt === null)) return;
      await tx.update(plans).set({ archivedAt }).where(eq(plans.id, planId));
      await record({
        workspaceId,
        kind: archivedAt === null ? 'plan.restored' : 'plan.archived',
        subjectType: 'plan',
        subjectId: planId,
        after: { title: before.title },
      });
    });
  }

  return { createPlan, renamePlan, archivePlan, restorePlan };
}

function assertTitle(title: string): string {
  const trimmed = title.replace(/\s+/g, ' ').trim();
  if (trimmed !== '' && trimmed.length <= planLimits.titleLength) return trimmed;
  throw new DomainError({ code: 'invalid_input', details: { field: 'title' } });
}

function assertHorizon({ startYear, endYear }: { startYear: number; endYear: number }): void {
  const isWithin =
    Number.isInteger(startYear) &&
    Number.isInteger(endYear) &&
    startYear >= planLimits.firstYear &&
    endYear <= planLimits.lastYear &&
    startYear <= endYear &&
    endYear - startYear < planLimits.years;
  if (!isWithin) throw new DomainError({ code: 'invalid_input', details: { field: 'endYear' } });
}

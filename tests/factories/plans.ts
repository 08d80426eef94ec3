import type * as Y from 'yjs';
import type { Db } from '#db/db';
import type { DocumentId, PlanId } from '#domain/ids';
import { makeServices } from '#server/services';
import { makeTestFoundation } from './foundation';
import { type BuiltMember, buildWorkspace } from './workspaces';

/** A workspace with an empty plan, the services over it, and how to edit the plan as its convenor. */
export async function buildPlan(db: Db, overrides: { template?: 'blank' | 'uhc_roadmap' } = {}) {
  const foundation = makeTestFoundation(db);
  const services = makeServices(foundation);
  const workspace = await buildWorkspace(db);
  const { planId, documentId } = await services.plans.createPlan({
    actor: workspace.convenor.actor,
    workspaceId: workspace.workspaceId,
    title: 'Feuille de route CSU',
    template: overrides.template ?? 'blank',
    language: 'fr',
    startYear: 2026,
    endYear: 2030,
  });
  const edit = editAs(services, documentId);
  return { ...workspace, services, clock: foundation.clock, planId, documentId, edit };
}

function editAs(services: ReturnType<typeof makeServices>, documentId: DocumentId) {
  return (member: BuiltMember, change: (doc: Y.Doc) => void) =>
    services.documents.change(
      documentId,
      { accountId: member.accountId, institutionId: member.institutionId },
      change,
    );
}

/** Everything the projection holds of a plan but when it was written, for comparing. */
export async function projectedRows(db: Db, planId: PlanId) {
  const { planObjectives, planActions, planSupporters, planCosts, planFunding, planIndicators } = db.tables;
  const found: Record<string, unknown[]> = {};
  const tables = { planObjectives, planActions, planSupporters, planCosts, planFunding, planIndicators };
  for (const [name, table] of Object.entries(tables)) {
    const rows = (await db.read.select().from(table)) as Record<string, unknown>[];
    found[name] = rows
      .filter((row) => row.planId === planId)
      .map(({ changedSeq: _seq, changedAt: _at, ...row }) => row)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
  return found;
}

function keyOf(row: Record<string, unknown>): string {
  return `${row.actionId ?? ''}/${row.id}`;
}

import type { Db } from '#db/db';
import type { ActionId } from '#domain/ids';
import { addAction } from '#domain/plans';
import type { ApiServer } from './api-server';
import { fillRegistry } from './registry-rows';
import { buildWorkspace } from './workspaces';

/** A workspace with a row of everything, and a token of its convenor’s. */
export async function fillForApi({ db, api, word }: { db: Db; api: ApiServer; word: string }) {
  const place = await buildWorkspace(db, { slug: word, name: `${word} workspace` });
  const { convenor, workspaceId } = place;
  const { planId, documentId } = await api.services.plans.createPlan({
    actor: convenor.actor,
    workspaceId,
    title: `${word} plan`,
    template: 'blank',
    language: 'fr',
    startYear: 2026,
    endYear: 2030,
  });
  const actionId = `${word}-action` as ActionId;
  await api.services.documents.change(documentId, convenor, (doc) =>
    addAction(doc, {
      id: actionId,
      title: `${word} action`,
      lead: { institutionId: convenor.institutionId, text: '' },
    }),
  );
  await api.services.plans.project(planId);
  const line = { planId, actionId, yearText: '2026', year: 2026, amountText: '12.50', amount: '12.50' };
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.planCosts).values({ ...line, id: 'c', currency: 'MGA' });
    await tx.insert(db.tables.planFunding).values({
      ...line,
      id: 'f',
      currency: 'MGA',
      sourceInstitutionId: null,
      sourceText: word,
      certainty: 'secured',
    });
    await tx.insert(db.tables.planIndicators).values({
      planId,
      actionId,
      id: 'i',
      name: `${word} indicator`,
      baseline: '10 %',
      target: '25 %',
      yearText: '2027',
      source: '',
    });
  });
  const report = { status: 'in_progress', evidence: word, blocker: '' } as const;
  const period = { periodStart: '2026-01-01', periodEnd: '2026-03-31' };
  await api.services.plans.reportStatus({ actor: convenor.actor, planId, actionId, ...report, ...period });
  const registry = await fillRegistry(db, { ...convenor, workspaceId, word });
  return { ...place, ...registry, planId, actionId, token: await api.tokenOf(convenor.accountId) };
}

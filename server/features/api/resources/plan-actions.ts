import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod/v4';
import type { ActionId, PlanId } from '#domain/ids';
import { anyOfIds, anyOfTexts, date, instant, text, uuid } from '../fields';
import { defineResource, type Place } from '../resource';
import { among, cut } from '../slice';
import { costRow, fundingRow, indicatorRow } from './plan-lines';
import { statusReportRow } from './status-reports';

const ofAction = { planId: true, actionId: true } as const;

export const planActionsResource = defineResource({
  name: 'plan-actions',
  rowName: 'PlanAction',
  summary: 'Actions of the plans with their costs, funding, indicators and status reports',
  scope: 'plans:read',
  isInWorkspace: true,
  row: z.object({
    planId: uuid(),
    id: text().describe('Unique within its plan'),
    objectiveId: text().nullable(),
    title: text(),
    description: text(),
    block: text().nullable().describe('Health-system block'),
    themes: z.array(text()),
    startText: text().describe('As typed; the dates are null where it is no period'),
    endText: text(),
    startDate: date().nullable(),
    endDate: date().nullable(),
    leadInstitutionId: uuid().nullable(),
    leadText: text().describe('Where the lead is named in free text'),
    supporters: z.array(z.object({ institutionId: uuid().nullable(), text: text() })),
    costs: z.array(costRow.omit(ofAction)),
    funding: z.array(fundingRow.omit(ofAction)),
    indicators: z.array(indicatorRow.omit(ofAction)),
    statusReports: z.array(statusReportRow.omit(ofAction)),
    flags: z
      .array(z.object({ field: text(), code: text(), value: text() }))
      .describe('What was typed and does not parse; kept as it is'),
    changedAt: instant(),
  }),
  filters: z.object({
    planId: anyOfIds(),
    id: anyOfTexts(),
    leadInstitutionId: anyOfIds(),
    block: anyOfTexts(),
    isUnresolved: z.boolean().optional().describe('Names an institution in free text'),
  }),
  key: ['planId', 'id'],
  async read({ db, workspaceId }, slice, filters) {
    const { planActions: actions, plans } = db.tables;
    const { where, order } = cut([actions.planId, actions.id], slice);
    const { isUnresolved } = filters;
    const rows = await db.read
      .select({ action: actions })
      .from(actions)
      .innerJoin(plans, eq(plans.id, actions.planId))
      .where(
        and(
          eq(plans.workspaceId, workspaceId),
          where,
          among(actions.planId, filters.planId),
          among(actions.id, filters.id),
          among(actions.leadInstitutionId, filters.leadInstitutionId),
          among(actions.block, filters.block),
          isUnresolved === undefined ? undefined : eq(actions.isUnresolved, isUnresolved),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    const partsOf = await readParts(
      db,
      rows.map(({ action }) => action),
    );
    return rows.map(({ action }) => {
      const { sortKey: _s, changedSeq: _c, isUnresolved: _u, ...facts } = action;
      return { ...facts, ...partsOf(action) };
    });
  },
});

interface OfAction {
  planId: PlanId;
  actionId: ActionId;
}

/** What belongs to these actions, in a query for each kind. */
async function readParts(db: Place['db'], actions: { planId: PlanId; id: ActionId }[]) {
  const { planSupporters, planCosts, planFunding, planIndicators, statusReports } = db.tables;
  const planIds = [...new Set(actions.map(({ planId }) => planId))];
  const ids = [...new Set(actions.map(({ id }) => id))];
  const these = (table: typeof planCosts | typeof planSupporters | typeof planFunding) =>
    and(inArray(table.planId, planIds), inArray(table.actionId, ids));
  const [supporters, costs, funding, indicators, reports] =
    actions.length === 0
      ? [[], [], [], [], []]
      : await Promise.all([
          db.read.select().from(planSupporters).where(these(planSupporters)).orderBy(planSupporters.id),
          db.read.select().from(planCosts).where(these(planCosts)).orderBy(planCosts.id),
          db.read.select().from(planFunding).where(these(planFunding)).orderBy(planFunding.id),
          db.read
            .select()
            .from(planIndicators)
            .where(and(inArray(planIndicators.planId, planIds), inArray(planIndicators.actionId, ids)))
            .orderBy(planIndicators.id),
          db.read
            .select()
            .from(statusReports)
            .where(and(inArray(statusReports.planId, planIds), inArray(statusReports.actionId, ids)))
            .orderBy(statusReports.id),
        ]);
  const grouped = {
    supporters: byAction(supporters),
    costs: byAction(costs),
    funding: byAction(funding),
    indicators: byAction(indicators),
    reports: byAction(reports),
  };
  return ({ planId, id }: { planId: PlanId; id: ActionId }) => {
    const key = `${planId}/${id}`;
    return {
      supporters: (grouped.supporters.get(key) ?? []).map(({ institutionId, text: named }) => ({
        institutionId,
        text: named,
      })),
      costs: (grouped.costs.get(key) ?? []).map(withoutAction),
      funding: (grouped.funding.get(key) ?? []).map(withoutAction),
      indicators: (grouped.indicators.get(key) ?? []).map(withoutAction),
      statusReports: (grouped.reports.get(key) ?? []).map((report) => {
        const { workspaceId: _w, accountId: _a, ...facts } = withoutAction(report);
        return facts;
      }),
    };
  };
}

function withoutAction<Row extends OfAction>({ planId: _p, actionId: _a, ...rest }: Row) {
  return rest;
}

function byAction<Row extends OfAction>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.planId}/${row.actionId}`;
    const known = found.get(key);
    if (known) known.push(row);
    else found.set(key, [row]);
  }
  return found;
}

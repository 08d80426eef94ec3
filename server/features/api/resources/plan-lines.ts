import { and, eq } from 'drizzle-orm';
import { z } from 'zod/v4';
import { anyOf, anyOfIds, anyOfTexts, anyYear, decimal, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

const certainties = ['secured', 'partly', 'to_mobilise'] as const;
const ofAction = { planId: uuid(), actionId: text(), id: text() };
const typedYear = {
  year: z
    .int()
    .nullable()
    .describe('The calendar year in which the fiscal year starts; null where the text is none'),
  yearText: text().describe('As typed'),
};
const typedAmount = {
  amount: decimal().nullable().describe('Null where the text is no amount: never 0 for unknown'),
  amountText: text().describe('As typed'),
  currency: text(),
};

export const costRow = z.object({ ...ofAction, ...typedYear, ...typedAmount });
export const fundingRow = z.object({
  ...ofAction,
  sourceInstitutionId: uuid().nullable(),
  sourceText: text(),
  ...typedYear,
  ...typedAmount,
  certainty: z.enum(certainties),
});
export const indicatorRow = z.object({
  ...ofAction,
  name: text(),
  baseline: text(),
  target: text(),
  yearText: text(),
  source: text(),
});

const key = ['planId', 'actionId', 'id'] as const;
const common = { scope: 'plans:read', isInWorkspace: true, key } as const;
const ofPlan = { planId: anyOfIds(), actionId: anyOfTexts() };

export const planCostsResource = defineResource({
  ...common,
  name: 'plan-costs',
  rowName: 'PlanCost',
  summary: 'Cost lines of the plans’ actions, by fiscal year',
  row: costRow,
  filters: z.object({ ...ofPlan, year: anyYear() }),
  async read({ db, workspaceId }, slice, { planId, actionId, year }) {
    const { planCosts: lines, plans } = db.tables;
    const { where, order } = cut([lines.planId, lines.actionId, lines.id], slice);
    const { planId: plan, actionId: action, id, amount, amountText, currency, yearText } = lines;
    const own = and(among(plan, planId), among(action, actionId), among(lines.year, year));
    return db.read
      .select({
        planId: plan,
        actionId: action,
        id,
        year: lines.year,
        yearText,
        amount,
        amountText,
        currency,
      })
      .from(lines)
      .innerJoin(plans, eq(plans.id, plan))
      .where(and(eq(plans.workspaceId, workspaceId), where, own))
      .orderBy(...order)
      .limit(slice.limit);
  },
});

export const planFundingResource = defineResource({
  ...common,
  name: 'plan-funding',
  rowName: 'PlanFunding',
  summary: 'Funding lines of the plans’ actions, by source and fiscal year',
  row: fundingRow,
  filters: z.object({
    ...ofPlan,
    year: anyYear(),
    sourceInstitutionId: anyOfIds(),
    certainty: anyOf(certainties),
  }),
  async read({ db, workspaceId }, slice, filters) {
    const { planFunding: lines, plans } = db.tables;
    const { where, order } = cut([lines.planId, lines.actionId, lines.id], slice);
    const rows = await db.read
      .select({ line: lines })
      .from(lines)
      .innerJoin(plans, eq(plans.id, lines.planId))
      .where(
        and(
          eq(plans.workspaceId, workspaceId),
          where,
          among(lines.planId, filters.planId),
          among(lines.actionId, filters.actionId),
          among(lines.year, filters.year),
          among(lines.sourceInstitutionId, filters.sourceInstitutionId),
          among(lines.certainty, filters.certainty),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ line }) => line);
  },
});

export const planIndicatorsResource = defineResource({
  ...common,
  name: 'plan-indicators',
  rowName: 'PlanIndicator',
  summary: 'Indicators of the plans’ actions, as they were written',
  row: indicatorRow,
  filters: z.object(ofPlan),
  async read({ db, workspaceId }, slice, { planId, actionId }) {
    const { planIndicators: lines, plans } = db.tables;
    const { where, order } = cut([lines.planId, lines.actionId, lines.id], slice);
    const own = and(among(lines.planId, planId), among(lines.actionId, actionId));
    const rows = await db.read
      .select({ line: lines })
      .from(lines)
      .innerJoin(plans, eq(plans.id, lines.planId))
      .where(and(eq(plans.workspaceId, workspaceId), where, own))
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ line }) => line);
  },
});

import { asc, eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { PlanId } from '#domain/ids';
import {
  type CostLine,
  type FigureAction,
  type FigureRows,
  type FundingLine,
  figureRows,
  type Objective,
} from '#domain/plans';
import { type OpenPlan, readingOf } from './types';

/** What the projection says of a plan's money and state, for totals. */
export interface PlanFacts extends FigureRows {
  objectives: Objective[];
  actions: ActionFact[];
}

export interface ActionFact extends Omit<FigureAction, 'costs' | 'funding'> {
  endDate: string | null;
  hasFlags: boolean;
  isUnresolved: boolean;
}

/** Plans whose facts stay in memory. */
const keptPlans = 30;

/** Gives the facts of a plan, from memory while the projection, and the calendar it is read by, stay the same. */
export function makePlanFacts(db: Db) {
  const kept = new Map<PlanId, { version: string; facts: Promise<PlanFacts> }>();

  return function factsOf(plan: OpenPlan, version: string): Promise<PlanFacts> {
    const known = kept.get(plan.id);
    if (known?.version === version) return known.facts;
    const facts = loadFacts(db, plan);
    kept.delete(plan.id);
    kept.set(plan.id, { version, facts });
    facts.catch(() => kept.delete(plan.id));
    const oldest = kept.keys().next().value;
    if (kept.size > keptPlans && oldest) kept.delete(oldest);
    return facts;
  };
}

async function loadFacts(db: Db, plan: OpenPlan): Promise<PlanFacts> {
  const lines = await loadLines(db, plan.id);
  const rows = await loadActions(db, plan.id);
  const actions = rows.map(({ leadInstitutionId, leadText, flags, block, ...action }) => ({
    ...action,
    block: block ?? '',
    lead: { institutionId: leadInstitutionId, text: leadText },
    hasFlags: flags.length > 0,
  }));
  const withLines = actions.map((action) => ({
    ...action,
    costs: lines.costs.get(action.id) ?? [],
    funding: lines.funding.get(action.id) ?? [],
  }));
  return {
    objectives: await loadObjectives(db, plan.id),
    actions,
    ...figureRows(withLines, readingOf(plan)),
  };
}

function loadActions(db: Db, planId: PlanId) {
  const { planActions } = db.tables;
  return db.read
    .select({
      id: planActions.id,
      title: planActions.title,
      objectiveId: planActions.objectiveId,
      block: planActions.block,
      leadInstitutionId: planActions.leadInstitutionId,
      leadText: planActions.leadText,
      endDate: planActions.endDate,
      flags: planActions.flags,
      isUnresolved: planActions.isUnresolved,
    })
    .from(planActions)
    .where(eq(planActions.planId, planId))
    .orderBy(asc(planActions.sortKey), asc(planActions.id));
}

async function loadObjectives(db: Db, planId: PlanId): Promise<Objective[]> {
  const { planObjectives } = db.tables;
  const rows = await db.read
    .select()
    .from(planObjectives)
    .where(eq(planObjectives.planId, planId))
    .orderBy(asc(planObjectives.position));
  return rows.map(({ id, parentId, level, title }) => ({ id, parentId, level, title, order: '' }));
}

/** Cost and funding lines by action, in the shape of the document. */
async function loadLines(db: Db, planId: PlanId) {
  const { planCosts, planFunding } = db.tables;
  const costs = new Map<string, CostLine[]>();
  for (const row of await db.read.select().from(planCosts).where(eq(planCosts.planId, planId)))
    push(costs, row.actionId, moneyLine(row));
  const funding = new Map<string, FundingLine[]>();
  for (const row of await db.read.select().from(planFunding).where(eq(planFunding.planId, planId))) {
    const { sourceInstitutionId: institutionId, sourceText: text, certainty } = row;
    push(funding, row.actionId, { ...moneyLine(row), institutionId, text, certainty });
  }
  return { costs, funding };
}

function moneyLine(row: { id: string; yearText: string; amountText: string; currency: string }): CostLine {
  const { id, yearText: year, amountText: amount, currency } = row;
  return { id, order: '', year, amount, currency };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

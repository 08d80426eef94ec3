import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { ActionId, PlanId } from '#domain/ids';
import type { ActionRows } from './rows';

/** What the projection holds of some actions, in the shape in which it would be written. */
export async function storedActions(
  db: Db,
  planId: PlanId,
  ids: ActionId[],
): Promise<Map<ActionId, ActionRows>> {
  const { planActions, planSupporters, planCosts, planFunding, planIndicators } = db.tables;
  const actions = await db.read
    .select()
    .from(planActions)
    .where(and(eq(planActions.planId, planId), inArray(planActions.id, ids)));
  const found = new Map<ActionId, ActionRows>();
  for (const { changedSeq: _seq, changedAt: _at, ...action } of actions)
    found.set(action.id, { action, supporters: [], costs: [], funding: [], indicators: [] });

  const within = <
    T extends typeof planSupporters | typeof planCosts | typeof planFunding | typeof planIndicators,
  >(
    table: T,
  ) => and(eq(table.planId, planId), inArray(table.actionId, ids));
  for (const row of await db.read.select().from(planSupporters).where(within(planSupporters)))
    found.get(row.actionId)?.supporters.push(row);
  for (const row of await db.read.select().from(planCosts).where(within(planCosts)))
    found.get(row.actionId)?.costs.push(row);
  for (const row of await db.read.select().from(planFunding).where(within(planFunding)))
    found.get(row.actionId)?.funding.push(row);
  for (const row of await db.read.select().from(planIndicators).where(within(planIndicators)))
    found.get(row.actionId)?.indicators.push(row);
  return found;
}

/** The same rows in one order of lines, for comparing. */
export function sorted({ action, supporters, costs, funding, indicators }: ActionRows): ActionRows {
  return {
    action,
    supporters: byId(supporters),
    costs: byId(costs),
    funding: byId(funding),
    indicators: byId(indicators),
  };
}

function byId<Row extends { id: string }>(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

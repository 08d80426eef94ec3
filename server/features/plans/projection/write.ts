import { and, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import type { ActionId, PlanId } from '#domain/ids';
import type { Objective } from '#domain/plans';
import type { Head } from '../types';
import { type ActionRows, objectiveRow } from './rows';
import { isSame } from './same';

/** What one transaction writes. `null` leaves that part as it is. */
export interface ProjectionChange {
  planId: PlanId;
  /** Where the change was read; rewritten actions bear its seq. */
  head: Head;
  at: string;
  actions: ActionRows[];
  removed: ActionId[];
  objectives: readonly Objective[] | null;
  narrativeText: string | null;
  /** Whether everything up to `head` is now projected; false for all but the last part of a large change. */
  isComplete: boolean;
}

/** Far below the number of parameters that either database takes in a statement. */
const rowsAtOnce = 300;

/** Writes one part of a projection. Does nothing when someone else has projected beyond it. */
export async function writeProjection(db: Db, tx: Tx, change: ProjectionChange): Promise<void> {
  const { planId, head } = change;
  const { planProjections } = db.tables;
  const [mark] = await tx.select().from(planProjections).where(eq(planProjections.planId, planId));
  if (mark && (mark.epoch > head.epoch || (mark.epoch === head.epoch && mark.seq > head.seq))) return;

  const ids = [...change.removed, ...change.actions.map(({ action }) => action.id)];
  await removeActions(db, tx, planId, ids);
  await insertActions(db, tx, change);
  if (change.objectives) await writeObjectives(db, tx, planId, change.objectives);
  if (!change.isComplete) return;
  const narrativeText = change.narrativeText ?? mark?.narrativeText ?? '';
  const row = { epoch: head.epoch, seq: head.seq, projectedAt: change.at, narrativeText };
  await tx
    .insert(planProjections)
    .values({ planId, ...row })
    .onConflictDoUpdate({ target: planProjections.planId, set: row });
}

async function removeActions(db: Db, tx: Tx, planId: PlanId, ids: ActionId[]): Promise<void> {
  const { planActions, planSupporters, planCosts, planFunding, planIndicators } = db.tables;
  for (const some of chunksOf(ids)) {
    for (const table of [planSupporters, planCosts, planFunding, planIndicators])
      await tx.delete(table).where(and(eq(table.planId, planId), inArray(table.actionId, some)));
    await tx.delete(planActions).where(and(eq(planActions.planId, planId), inArray(planActions.id, some)));
  }
}

async function insertActions(db: Db, tx: Tx, { actions, head, at }: ProjectionChange): Promise<void> {
  const { planActions, planSupporters, planCosts, planFunding, planIndicators } = db.tables;
  const mark = { changedSeq: head.seq, changedAt: at };
  for (const rows of chunksOf(actions.map(({ action }) => ({ ...action, ...mark }))))
    await tx.insert(planActions).values(rows);
  for (const rows of chunksOf(actions.flatMap(({ supporters }) => supporters)))
    await tx.insert(planSupporters).values(rows);
  for (const rows of chunksOf(actions.flatMap(({ costs }) => costs))) await tx.insert(planCosts).values(rows);
  for (const rows of chunksOf(actions.flatMap(({ funding }) => funding)))
    await tx.insert(planFunding).values(rows);
  for (const rows of chunksOf(actions.flatMap(({ indicators }) => indicators)))
    await tx.insert(planIndicators).values(rows);
}

async function writeObjectives(
  db: Db,
  tx: Tx,
  planId: PlanId,
  objectives: readonly Objective[],
): Promise<void> {
  const { planObjectives } = db.tables;
  const wanted = new Map(
    objectives.map((objective, i) => [objective.id, objectiveRow(planId, objective, i)]),
  );
  const stored = await tx.select().from(planObjectives).where(eq(planObjectives.planId, planId));
  for (const row of stored) if (isSame(wanted.get(row.id), row)) wanted.delete(row.id);
  const kept = new Set(objectives.map(({ id }) => id));
  const outdated = stored.map(({ id }) => id).filter((id) => wanted.has(id) || !kept.has(id));
  for (const some of chunksOf(outdated))
    await tx
      .delete(planObjectives)
      .where(and(eq(planObjectives.planId, planId), inArray(planObjectives.id, some)));
  for (const rows of chunksOf([...wanted.values()])) await tx.insert(planObjectives).values(rows);
}

function chunksOf<T>(items: T[]): T[][] {
  const chunks: T[][] = [];
  for (let i = 0; i < items.length; i += rowsAtOnce) chunks.push(items.slice(i, i + rowsAtOnce));
  return chunks;
}

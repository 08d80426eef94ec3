import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Db } from '#db/db';
import type { ActionId, PlanId } from '#domain/ids';
import { narrativeText, planRoots, readAction, readObjectives } from '#domain/plans';
import { findPlan } from '../find-plan';
import { type Head, readingOf } from '../types';
import { actionRows, objectiveRow, stored } from './rows';
import { isSame } from './same';
import { sorted, storedActions } from './stored';

const actionsAtOnce = 100;

export interface ProjectionDifference {
  /** Actions whose rows say something else than the document, are missing, or are of no action of it. */
  actions: number;
  objectives: boolean;
  narrative: boolean;
}

/**
 * Holds a plan's rows against its document. Only where they claim to be at this head: rows that are behind will be
 * made up for by the server. `ahead` when they claim more than the log has.
 */
export async function compareProjection(
  db: Db,
  { planId, doc, head }: { planId: PlanId; doc: Y.Doc; head: Head },
): Promise<
  { state: 'behind' } | { state: 'ahead'; seq: number } | ({ state: 'compared' } & ProjectionDifference)
> {
  const { planProjections, planObjectives, planActions } = db.tables;
  const [mark] = await db.read.select().from(planProjections).where(eq(planProjections.planId, planId));
  if (mark?.epoch !== head.epoch || mark.seq < head.seq) return { state: 'behind' };
  if (mark.seq > head.seq) return { state: 'ahead', seq: mark.seq };
  const plan = await findPlan(db, planId);
  const reading = readingOf(plan);
  const { actions, narrative } = planRoots(doc);
  const known = await db.read
    .select({ id: planActions.id })
    .from(planActions)
    .where(eq(planActions.planId, planId));
  const ids = [...new Set([...(actions.keys() as Iterable<ActionId>), ...known.map(({ id }) => id)])];
  let differing = 0;
  for (let i = 0; i < ids.length; i += actionsAtOnce) {
    const some = ids.slice(i, i + actionsAtOnce);
    const rows = await storedActions(db, planId, some);
    for (const id of some) {
      const entry = actions.get(id);
      const wanted =
        entry instanceof Y.Map ? sorted(actionRows(planId, readAction(entry, id), reading)) : null;
      const found = rows.get(id);
      if (!isSame(wanted, found ? sorted(found) : null)) differing++;
    }
  }
  const objectives = readObjectives(doc).map((objective, i) => objectiveRow(planId, objective, i));
  const storedObjectives = await db.read
    .select()
    .from(planObjectives)
    .where(eq(planObjectives.planId, planId));
  return {
    state: 'compared',
    actions: differing,
    objectives: !isSame(byId(objectives), byId(storedObjectives)),
    narrative: stored(narrativeText(narrative)) !== mark.narrativeText,
  };
}

function byId<Row extends { id: string }>(rows: Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

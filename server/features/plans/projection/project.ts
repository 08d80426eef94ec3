import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, gt } from 'drizzle-orm';
import * as Y from 'yjs';
import { instant } from '#domain/clock';
import type { ActionId, PlanId } from '#domain/ids';
import { narrativeText, planRoots, readAction, readObjectives } from '#domain/plans';
import { findPlan } from '../find-plan';
import { type Dependencies, type Head, type OpenPlan, readingOf } from '../types';
import { type ActionRows, actionRows, stored } from './rows';
import { isSame } from './same';
import { sorted, storedActions } from './stored';
import { collectTouched, nothingTouched, type Touched } from './touched';
import { type ProjectionChange, writeProjection } from './write';

/** Actions read, compared or written at a time: the event loop is free in between. */
const actionsAtOnce = 25;
/** Beyond these the whole document is compared instead of each update being looked at. */
const maxUpdates = 400;
const maxUpdateBytes = 200_000;

export interface Projected {
  /** Actions rewritten or removed. */
  changed: number;
  actions: number;
}

type Tools = Pick<Dependencies, 'db' | 'clock' | 'documents'>;

/**
 * Brings a plan's rows up to its document. A change of up to 25 actions is one transaction with its watermark; a
 * larger one is written in parts, and the watermark moves with the last: until then the next start does it again.
 */
export async function projectPlan(tools: Tools, planId: PlanId): Promise<Projected> {
  const { planProjections } = tools.db.tables;
  const plan = await findPlan(tools.db, planId);
  const [mark] = await tools.db.read
    .select({ epoch: planProjections.epoch, seq: planProjections.seq })
    .from(planProjections)
    .where(eq(planProjections.planId, planId));
  if (mark?.epoch !== plan.epoch) return rebuildPlan(tools, planId);
  const updates = await updatesAfter(tools, plan, mark.seq);
  const [first] = updates;
  if (!first) return { changed: 0, actions: 0 };
  if (first.seq !== mark.seq + 1) return rebuildPlan(tools, planId); // The rows between are in segments by now.
  const bytes = updates.reduce((sum, update) => sum + update.bytes.length, 0);
  if (updates.length > maxUpdates || bytes > maxUpdateBytes) return rebuildPlan(tools, planId);
  // The log may be a moment ahead of the live document: what it has not applied yet waits for the next pass.
  const { touched, seq } = await tools.documents.view(plan.documentId, (doc, head) => {
    const applied = updates.filter((update) => update.seq <= head.seq);
    return { touched: touchedBy(doc, applied), seq: applied.at(-1)?.seq ?? mark.seq };
  });
  return projectTouched(tools, plan, { touched, head: { epoch: plan.epoch, seq } });
}

/** Compares the whole document with its rows and rewrites those that differ, whatever the watermark says. */
export async function rebuildPlan(tools: Tools, planId: PlanId): Promise<Projected> {
  const plan = await findPlan(tools.db, planId);
  const { head, ids } = await tools.documents.view(plan.documentId, (doc, at) => ({
    head: at,
    ids: [...planRoots(doc).actions.keys()] as ActionId[],
  }));
  const { planActions } = tools.db.tables;
  const known = await tools.db.read
    .select({ id: planActions.id })
    .from(planActions)
    .where(eq(planActions.planId, planId));
  const all = new Set([...ids, ...known.map(({ id }) => id)]);
  const touched: Touched = { actions: all, hasObjectives: true, hasNarrative: true };
  // What is edited while this runs comes after `head` and is projected again by the next pass.
  const result = await projectTouched(tools, plan, { touched, head });
  return { ...result, actions: ids.length };
}

async function projectTouched(
  tools: Tools,
  plan: OpenPlan,
  { touched, head }: { touched: Touched; head: Head },
): Promise<Projected> {
  const ids = [...touched.actions];
  let changed = 0;
  for (let i = 0; i === 0 || i < ids.length; i += actionsAtOnce) {
    const isComplete = i + actionsAtOnce >= ids.length;
    const part = await differences(tools, plan, ids.slice(i, i + actionsAtOnce));
    await setImmediate();
    changed += part.actions.length + part.removed.length;
    const rest = isComplete
      ? await readRest(tools, plan, touched)
      : { objectives: null, narrativeText: null };
    if (isComplete || part.actions.length + part.removed.length > 0)
      await write(tools, { planId: plan.id, head, at: instant(tools.clock), ...part, ...rest, isComplete });
    await setImmediate();
  }
  return { changed, actions: ids.length };
}

function write({ db }: Tools, change: ProjectionChange): Promise<void> {
  return db.transaction((tx) => writeProjection(db, tx, change));
}

/** The actions among these whose rows differ from the document, and those that are no longer in it. */
async function differences(
  { db, documents }: Tools,
  plan: OpenPlan,
  ids: ActionId[],
): Promise<{ actions: ActionRows[]; removed: ActionId[] }> {
  if (ids.length === 0) return { actions: [], removed: [] };
  const reading = readingOf(plan);
  const current = await documents.view(plan.documentId, (doc) => {
    const { actions } = planRoots(doc);
    return new Map(
      ids.flatMap((id) => {
        const entry = actions.get(id);
        return entry instanceof Y.Map
          ? [[id, actionRows(plan.id, readAction(entry, id), reading)] as const]
          : [];
      }),
    );
  });
  const before = await storedActions(db, plan.id, ids);
  const changed = [...current].filter(([id, rows]) => {
    const old = before.get(id);
    return !old || !isSame(sorted(old), sorted(rows));
  });
  return {
    actions: changed.map(([, rows]) => rows),
    removed: [...before.keys()].filter((id) => !current.has(id)),
  };
}

function readRest({ documents }: Tools, plan: OpenPlan, touched: Touched) {
  return documents.view(plan.documentId, (doc) => ({
    objectives: touched.hasObjectives ? readObjectives(doc) : null,
    narrativeText: touched.hasNarrative ? stored(narrativeText(planRoots(doc).narrative)) : null,
  }));
}

function updatesAfter({ db }: Tools, { documentId, epoch }: OpenPlan, seq: number) {
  const { documentUpdates } = db.tables;
  return db.read
    .select({ seq: documentUpdates.seq, bytes: documentUpdates.bytes })
    .from(documentUpdates)
    .where(
      and(
        eq(documentUpdates.documentId, documentId),
        eq(documentUpdates.epoch, epoch),
        gt(documentUpdates.seq, seq),
      ),
    )
    .orderBy(asc(documentUpdates.seq))
    .limit(maxUpdates + 1);
}

function touchedBy(doc: Y.Doc, updates: { bytes: Uint8Array }[]): Touched {
  const touched = nothingTouched();
  for (const { bytes } of updates) collectTouched(doc, bytes, touched);
  return touched;
}

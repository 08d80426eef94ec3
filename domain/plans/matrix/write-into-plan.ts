import { generateNKeysBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '../../ids';
import { orderedEntries, planRoots } from '../document';
import { addObjective } from '../objectives';
import { type PlanContent, readPlan } from '../read';
import type { Action } from '../types';
import { placeOfAction, placeOfDraft, standsAt } from './action-place';
import { matchActions, matchObjectives } from './match-plan';
import { newActionEntry } from './new-action-entry';
import type { MatrixReading } from './reading';
import { updateAction } from './update-action';

export interface WrittenMatrix {
  added: number;
  updated: number;
  objectivesAdded: number;
}

/**
 * Writes what was read into the plan. Nothing in the plan is removed: 'add' adds every action, 'update' brings the
 * matching ones up to date and adds the others. `mark` makes a second call with the same mark do nothing.
 */
export function writeIntoPlan(
  doc: Y.Doc,
  reading: Pick<MatrixReading, 'objectives' | 'actions' | 'conventions'>,
  { mode, mark, newId }: { mode: 'add' | 'update'; mark: string; newId: () => string },
): WrittenMatrix {
  const { meta, actions } = planRoots(doc);
  const written = { added: 0, updated: 0, objectivesAdded: 0 };
  if (meta.get(mark) === true) return written;
  doc.transact(() => {
    meta.set(mark, true);
    const plan = readPlan(doc);
    const matches =
      mode === 'update' ? matchActions(reading.actions, plan.actions) : new Map<number, ActionId>();
    const inPlace = findInPlace(reading, plan, matches);
    const objectiveIds = writeObjectives(doc, reading, { plan, inPlace, newId });
    written.objectivesAdded = objectiveIds.added;
    const known = new Map<ActionId, Action>(plan.actions.map((action) => [action.id, action]));
    const last = orderedEntries(actions).at(-1)?.order || null;
    const orders = generateNKeysBetween(last, null, reading.actions.length);
    reading.actions.forEach((draft, index) => {
      const objectiveId = draft.objectiveKey ? (objectiveIds.byKey.get(draft.objectiveKey) ?? null) : null;
      const existing = known.get(matches.get(index) ?? ('' as ActionId));
      if (existing) {
        const moved = inPlace.has(index) ? null : objectiveId;
        updateAction(doc, existing, draft, { objectiveId: moved, newId, conventions: reading.conventions });
        written.updated++;
        return;
      }
      // All at once: one by one, each would sort the plan to find its last place.
      actions.set(newId(), newActionEntry(draft, { objectiveId, order: orders[index] ?? '', newId }));
      written.added++;
    });
  });
  return written;
}

type Read = Pick<MatrixReading, 'objectives' | 'actions'>;

/** The drafts whose actions stand already where the matrix puts them, also below one of two objectives of one title. */
function findInPlace(
  { objectives, actions }: Read,
  plan: PlanContent,
  matches: ReadonlyMap<number, ActionId>,
): Set<number> {
  const byKey = new Map(objectives.map((objective) => [objective.key, objective]));
  const byId = new Map(plan.objectives.map((objective) => [objective.id as string, objective]));
  const known = new Map(plan.actions.map((action) => [action.id, action]));
  const inPlace = new Set<number>();
  for (const [index, id] of matches) {
    const action = known.get(id);
    const named = placeOfDraft(actions[index]?.objectiveKey ?? null, byKey);
    if (action && standsAt(placeOfAction(action, byId), named)) inPlace.add(index);
  }
  return inPlace;
}

function writeObjectives(
  doc: Y.Doc,
  reading: Read,
  { plan, inPlace, newId }: { plan: PlanContent; inPlace: ReadonlySet<number>; newId: () => string },
) {
  const byKey = matchObjectives(reading.objectives, plan);
  const unneeded = findUnneeded(reading, inPlace);
  let added = 0;
  for (const { key, parentKey, level, title } of reading.objectives) {
    if (byKey.has(key) || unneeded.has(key)) continue;
    const id = newId() as ObjectiveId;
    const parentId = parentKey === null ? null : (byKey.get(parentKey) ?? null);
    addObjective(doc, { id, level, parentId, title });
    byKey.set(key, id);
    added++;
  }
  return { byKey, added };
}

/** The objectives that only actions in their place stand under: those have theirs, whatever its title matches. */
function findUnneeded({ objectives, actions }: Read, inPlace: ReadonlySet<number>): Set<string> {
  const parents = new Map(objectives.map(({ key, parentKey }) => [key, parentKey]));
  const unneeded = new Set<string>();
  const needed = new Set<string>();
  for (const [index, { objectiveKey }] of actions.entries()) {
    const keys = inPlace.has(index) ? unneeded : needed;
    for (let key = objectiveKey; key && !keys.has(key); key = parents.get(key) ?? null) keys.add(key);
  }
  for (const key of needed) unneeded.delete(key);
  return unneeded;
}

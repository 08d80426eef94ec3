import { generateNKeysBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '../../ids';
import { orderedEntries, planRoots } from '../document';
import { addObjective } from '../objectives';
import { readPlan } from '../read';
import type { Action } from '../types';
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
  reading: Pick<MatrixReading, 'objectives' | 'actions'>,
  { mode, mark, newId }: { mode: 'add' | 'update'; mark: string; newId: () => string },
): WrittenMatrix {
  const { meta, actions } = planRoots(doc);
  const written = { added: 0, updated: 0, objectivesAdded: 0 };
  if (meta.get(mark) === true) return written;
  doc.transact(() => {
    meta.set(mark, true);
    const plan = readPlan(doc);
    const objectiveIds = writeObjectives(doc, reading, newId);
    written.objectivesAdded = objectiveIds.added;
    const matches =
      mode === 'update' ? matchActions(reading.actions, plan.actions) : new Map<number, ActionId>();
    const known = new Map<ActionId, Action>(plan.actions.map((action) => [action.id, action]));
    const last = orderedEntries(actions).at(-1)?.order || null;
    const orders = generateNKeysBetween(last, null, reading.actions.length);
    reading.actions.forEach((draft, index) => {
      const objectiveId = draft.objectiveKey ? (objectiveIds.byKey.get(draft.objectiveKey) ?? null) : null;
      const existing = known.get(matches.get(index) ?? ('' as ActionId));
      if (existing) {
        updateAction(doc, existing, draft, { objectiveId, newId });
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

function writeObjectives(doc: Y.Doc, reading: Pick<MatrixReading, 'objectives'>, newId: () => string) {
  const byKey = matchObjectives(reading.objectives, readPlan(doc));
  let added = 0;
  for (const { key, parentKey, level, title } of reading.objectives) {
    if (byKey.has(key)) continue;
    const id = newId() as ObjectiveId;
    const parentId = parentKey === null ? null : (byKey.get(parentKey) ?? null);
    addObjective(doc, { id, level, parentId, title });
    byKey.set(key, id);
    added++;
  }
  return { byKey, added };
}

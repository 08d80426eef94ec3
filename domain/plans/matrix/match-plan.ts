import type { ActionId, ObjectiveId } from '../../ids';
import type { PlanContent } from '../read';
import type { Action } from '../types';
import { readHeader } from './read-header';
import type { DraftAction, DraftObjective } from './reading';
import { fold } from './table';

/** Which actions of a plan a matrix speaks of again, by the index of the draft. */
export type ActionMatches = ReadonlyMap<number, ActionId>;

/**
 * Matches by the id that an export wrote, else by the same number, else by the same title. A number or title that
 * stands twice on either side tells nothing and matches nothing.
 */
export function matchActions(drafts: readonly DraftAction[], actions: readonly Action[]): ActionMatches {
  const matches = new Map<number, ActionId>();
  const taken = new Set<ActionId>();
  const numberOf = numberReader();
  const keysOf = [
    { ofDraft: (draft: DraftAction) => draft.sourceId, ofAction: (action: Action) => action.id as string },
    {
      ofDraft: (draft: DraftAction) => fold(draft.number),
      ofAction: (action: Action) => fold(numberOf(action)),
    },
    { ofDraft: (draft: DraftAction) => fold(draft.title), ofAction: (action: Action) => fold(action.title) },
  ];
  for (const { ofDraft, ofAction } of keysOf) {
    const byKey = onlyOnes(actions, ofAction);
    for (const [key, [, index]] of onlyOnes(drafts, ofDraft)) {
      const action = byKey.get(key)?.[0];
      if (!action || taken.has(action.id) || matches.has(index)) continue;
      matches.set(index, action.id);
      taken.add(action.id);
    }
  }
  return matches;
}

/** The number that an earlier import kept under whatever header it had. A few headers are those of all actions. */
function numberReader(): (action: Action) => string {
  const isNumber = new Map<string, boolean>();
  function isNumberHeader(key: string): boolean {
    const known = isNumber.get(key) ?? readHeader([key]).field === 'number';
    isNumber.set(key, known);
    return known;
  }
  return ({ extra }) => {
    const header = Object.keys(extra).find(isNumberHeader);
    return header ? (extra[header] ?? '') : '';
  };
}

function onlyOnes<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, [item: T, index: number]> {
  const found = new Map<string, [T, number]>();
  const repeated = new Set<string>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    if (!key) return;
    if (found.has(key)) repeated.add(key);
    found.set(key, [item, index]);
  });
  for (const key of repeated) found.delete(key);
  return found;
}

/** The plan's objective for each draft objective that it already has: same level, same title, below the same parent. */
export function matchObjectives(
  drafts: readonly DraftObjective[],
  { objectives }: Pick<PlanContent, 'objectives'>,
): Map<string, ObjectiveId> {
  const matches = new Map<string, ObjectiveId>();
  for (const draft of drafts) {
    const parentId = draft.parentKey === null ? null : matches.get(draft.parentKey);
    const same = objectives.find(
      (objective) =>
        objective.level === draft.level &&
        (draft.parentKey === null || objective.parentId === parentId) &&
        fold(objective.title) === fold(draft.title),
    );
    if (same) matches.set(draft.key, same.id);
  }
  return matches;
}

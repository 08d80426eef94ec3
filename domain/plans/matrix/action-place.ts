import type { Action, Objective, ObjectiveLevel } from '../types';
import type { DraftObjective } from './reading';
import { fold } from './table';

/** The titles above an action, by level; '' where there is none. */
export type ActionPlace = Record<ObjectiveLevel, string>;

/** Where an action stands, as an export writes it. */
export function placeOfAction(
  { objectiveId }: Pick<Action, 'objectiveId'>,
  byId: ReadonlyMap<string, Objective>,
): ActionPlace {
  return climb(objectiveId && byId.get(objectiveId), ({ parentId }) => parentId && byId.get(parentId));
}

/** Where a row of a matrix puts its action. */
export function placeOfDraft(key: string | null, byKey: ReadonlyMap<string, DraftObjective>): ActionPlace {
  return climb(key && byKey.get(key), ({ parentKey }) => parentKey && byKey.get(parentKey));
}

/** Whether the action stands there already; a level that the matrix does not name may be any. */
export function standsAt(place: ActionPlace, named: ActionPlace): boolean {
  const levels = Object.keys(named) as ObjectiveLevel[];
  return levels.every((level) => !named[level] || fold(named[level]) === fold(place[level]));
}

function climb<O extends { level: ObjectiveLevel; title: string }>(
  from: O | '' | null | undefined,
  above: (objective: O) => O | '' | null | undefined,
): ActionPlace {
  const place = { orientation: '', axis: '', objective: '' };
  for (let objective = from; objective && !place[objective.level]; objective = above(objective)) {
    place[objective.level] = objective.title;
  }
  return place;
}

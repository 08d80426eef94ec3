import type { ActionId, ObjectiveId } from '#domain/ids';
import { byOrder } from '#domain/plans/document';
import { inReadingOrder } from '#domain/plans/tree';
import type { Action, Objective } from '#domain/plans/types';

/** An objective in its place; `number` is "1.2.1", `depth` counts from 0. */
export interface PlacedObjective {
  objective: Objective;
  number: string;
  depth: number;
}

/** Objectives in reading order, each with the number it bears everywhere in the plan. */
export function placeObjectives(objectives: readonly Objective[]): PlacedObjective[] {
  const counts = new Map<ObjectiveId | null, number>();
  const placed = new Map<ObjectiveId, PlacedObjective>();
  for (const objective of inReadingOrder([...objectives].sort(byOrder))) {
    const count = (counts.get(objective.parentId) ?? 0) + 1;
    counts.set(objective.parentId, count);
    const parent = objective.parentId && placed.get(objective.parentId);
    placed.set(objective.id, {
      objective,
      number: parent ? `${parent.number}.${count}` : String(count),
      depth: parent ? parent.depth + 1 : 0,
    });
  }
  return [...placed.values()];
}

export interface PlacedActions {
  /** By the place of their objective, then by their own; those without an objective last. */
  ordered: Action[];
  /** "1.2.1.4", or "4" for an action without an objective. */
  numbers: Map<ActionId, string>;
}

export function placeActions(actions: readonly Action[], placed: readonly PlacedObjective[]): PlacedActions {
  const place = new Map(placed.map(({ objective }, index) => [objective.id, index]));
  const placeOf = ({ objectiveId }: Action) => (objectiveId && place.get(objectiveId)) ?? placed.length;
  const ordered = [...actions].sort((a, b) => placeOf(a) - placeOf(b) || byOrder(a, b));
  const counts = new Map<number, number>();
  const numbers = new Map<ActionId, string>();
  for (const action of ordered) {
    const at = placeOf(action);
    const count = (counts.get(at) ?? 0) + 1;
    counts.set(at, count);
    const parent = placed[at];
    numbers.set(action.id, parent ? `${parent.number}.${count}` : String(count));
  }
  return { ordered, numbers };
}

import type { ObjectiveId } from '../ids';
import type { Objective } from './types';

/**
 * Objectives depth first. The input is sorted by order. A parent that is missing counts as none; two moves made at
 * once can make a circle, which is cut, the same way for every reader, above its entry with the smallest id.
 */
export function inReadingOrder(sorted: readonly Objective[]): Objective[] {
  const byId = new Map(sorted.map((objective) => [objective.id, objective]));
  const children = new Map<ObjectiveId | null, Objective[]>();
  for (const objective of sorted) {
    const parentId = parentIn(byId, objective);
    children.set(parentId, [...(children.get(parentId) ?? []), objective]);
  }
  const placed = new Map<ObjectiveId, Objective>();
  function place(objective: Objective, parentId: ObjectiveId | null): void {
    if (placed.has(objective.id)) return;
    placed.set(objective.id, { ...objective, parentId });
    for (const child of children.get(objective.id) ?? []) place(child, objective.id);
  }
  for (const root of children.get(null) ?? []) place(root, null);
  const circled = sorted.filter(({ id }) => !placed.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const objective of circled) place(objective, null);
  return [...placed.values()];
}

/** The objective itself and everything below it. */
export function withDescendants(objectives: readonly Objective[], id: ObjectiveId): Set<ObjectiveId> {
  const found = new Set([id]);
  // Reading order puts every parent before its children.
  for (const { id: childId, parentId } of inReadingOrder(objectives)) {
    if (parentId !== null && found.has(parentId)) found.add(childId);
  }
  return found;
}

function parentIn(byId: Map<ObjectiveId, Objective>, { parentId }: Objective): ObjectiveId | null {
  return parentId !== null && byId.has(parentId) ? parentId : null;
}

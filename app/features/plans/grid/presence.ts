/** The key under which the grid and the drawer tell others where someone works. */
export const presenceKey = 'action';

/** A place in the plan's actions: a cell, or a field of the drawer. */
export interface ActionPresence {
  actionId: string;
  /** The key of a column. */
  column: string;
}

export interface CellVisitor {
  clientId: number;
  name: string;
  acronym: string;
  kind: string;
  column: string;
}

export interface PresentPerson {
  clientId: number;
  name: string;
  acronym: string;
  kind: string;
  state: Record<string, unknown>;
}

/** Who is where, by action, so that a line is drawn again only when its own visitors change. */
export class CellPresence {
  private byAction = new Map<string, readonly CellVisitor[]>();
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  visitors(actionId: string): readonly CellVisitor[] {
    return this.byAction.get(actionId) ?? nobody;
  }

  update(people: readonly PresentPerson[]): void {
    const next = new Map<string, readonly CellVisitor[]>();
    for (const { clientId, name, acronym, kind, state } of people) {
      const place = readPlace(state[presenceKey]);
      if (!place) continue;
      const visitor = { clientId, name, acronym, kind, column: place.column };
      next.set(place.actionId, [...(next.get(place.actionId) ?? []), visitor]);
    }
    for (const [actionId, visitors] of next) {
      const known = this.byAction.get(actionId);
      if (known && isSame(known, visitors)) next.set(actionId, known);
    }
    this.byAction = next;
    for (const listener of this.listeners) listener();
  }
}

const nobody: readonly CellVisitor[] = [];

/** Presence is written by other clients: what is not a place is not shown. */
function readPlace(value: unknown): ActionPresence | null {
  if (typeof value !== 'object' || value === null) return null;
  const { actionId, column } = value as Partial<ActionPresence>;
  return typeof actionId === 'string' && typeof column === 'string' ? { actionId, column } : null;
}

function isSame(a: readonly CellVisitor[], b: readonly CellVisitor[]): boolean {
  return (
    a.length === b.length &&
    a.every((visitor, index) => {
      const other = b[index];
      return (
        other?.clientId === visitor.clientId &&
        other.column === visitor.column &&
        other.acronym === visitor.acronym
      );
    })
  );
}

import type { ObjectiveLevel } from '../types';
import type { DraftObjective } from './reading';
import { fold } from './table';

const levels: readonly ObjectiveLevel[] = ['orientation', 'axis', 'objective'];

export interface ObjectivePath {
  /** Opens a heading: the rows that follow stand under it. */
  enter(level: ObjectiveLevel, title: string): void;
  /** Closes all headings: a row that says its whole place begins anew. */
  close(): void;
  /** The objective that the next action stands under, or null. */
  current(): string | null;
  list(): DraftObjective[];
}

/** Follows headings through a matrix. A new heading closes those at its own level and below. */
export function makeObjectivePath(): ObjectivePath {
  const objectives = new Map<string, DraftObjective>();
  let open: DraftObjective[] = [];

  function enter(level: ObjectiveLevel, title: string): void {
    const outer = open.filter((objective) => levels.indexOf(objective.level) < levels.indexOf(level));
    const parentKey = outer[outer.length - 1]?.key ?? null;
    const key = `${parentKey ?? ''}>${level}:${fold(title)}`;
    const objective = objectives.get(key) ?? { key, parentKey, level, title };
    objectives.set(key, objective);
    open = [...outer, objective];
  }

  return {
    enter,
    close: () => {
      open = [];
    },
    current: () => open[open.length - 1]?.key ?? null,
    list: () => [...objectives.values()],
  };
}

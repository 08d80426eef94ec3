import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ActionId } from '#domain/ids';
import type { Action } from '#domain/plans/types';
import type { CellReading } from './cell-text';
import type { GridColumn } from './columns';
import type { GridSelection } from './grid-selection';
import type { PlacedObjective } from './objective-tree';
import type { PlanEdits } from './plan-edits';
import type { PlanStore } from './plan-store';
import type { CellPresence, CellVisitor } from './presence';

/** Rows of money behind a total, and what to call them. */
export interface OpenedFigure {
  title: string;
  actions: readonly Action[];
  part: 'cost' | 'secured' | 'gap';
  /** A fiscal year, 'other' for those outside the horizon, or null for all. */
  year: number | 'other' | null;
}

/** What every part of the grid shares. It changes with the columns and the objectives, not with the actions. */
export interface GridModel {
  store: PlanStore;
  edits: PlanEdits;
  selection: GridSelection;
  presence: CellPresence;
  reading: CellReading;
  columns: readonly GridColumn[];
  objectives: readonly PlacedObjective[];
  canWrite: boolean;
  columnLabel: (column: GridColumn) => string;
  openAction: (id: ActionId) => void;
  openFigure: (figure: OpenedFigure) => void;
  /** Writes what an editor holds, says what did not go in, and moves on. */
  commit: (action: Action, column: GridColumn, text: string) => void;
  /** Text that was being typed into an action that someone else removed meanwhile. */
  rescue: (text: string) => void;
  toggleGroup: (key: string) => void;
}

const GridModelContext = createContext<GridModel | null>(null);
export const GridModelProvider = GridModelContext.Provider;

export function useGridModel(): GridModel {
  const model = useContext(GridModelContext);
  if (!model) throw new Error('useGridModel is for the inside of the grid');
  return model;
}

/** The action as it is now; undefined once someone has removed it. */
export function useAction(store: PlanStore, id: ActionId): Action | undefined {
  return useSyncExternalStore(
    (listener) => store.subscribeToAction(id, listener),
    () => store.action(id),
  );
}

export function useVisitors(presence: CellPresence, actionId: string): readonly CellVisitor[] {
  return useSyncExternalStore(presence.subscribe, () => presence.visitors(actionId));
}

import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { Action } from '#domain/plans/types';
import type { ActionFacts } from './action-facts';
import { type GridAddress, isFiltering } from './filters';
import type { GridSelection } from './grid-selection';
import { arrangeLines, type GridLine, type GroupLine } from './lines';
import { type PlacedObjective, placeActions } from './objective-tree';
import type { PlanContext } from './plan-context';
import type { PlanStore } from './plan-store';

export interface ArrangementOptions {
  store: PlanStore;
  selection: GridSelection;
  placed: readonly PlacedObjective[];
  address: GridAddress;
  facts: (action: Action) => ActionFacts;
  context: PlanContext;
  collapsed: ReadonlySet<string>;
  compare: ((a: Action, b: Action) => number) | null;
  keptId: string | null;
  /** Counts the person's own moves, which show at once. */
  moves: number;
}

/**
 * The lines shown now. The action that someone is working in stands still: it is filtered, sorted and grouped as it was
 * when the focus came to it, until the focus leaves.
 */
export function useArrangement(options: ArrangementOptions) {
  const { store, selection, placed, address, facts, context, collapsed, compare, keptId, moves } = options;
  const actions = useSyncExternalStore(store.subscribe, store.actions, store.actions);
  const heldId = useSyncExternalStore(selection.subscribe, () =>
    selection.isActive ? (selection.focusAddress()?.line ?? null) : null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move of one's own lets go of what was held.
  const held = useMemo(() => actions.find(({ id }) => id === heldId), [heldId, moves, address, collapsed]);
  const groups = useRef(new Map<string, GroupLine>());

  return useMemo(() => {
    const standing = held ? actions.map((action) => (action.id === held.id ? held : action)) : actions;
    const placedActions = placeActions(standing, placed);
    const { lines, shown } = arrangeLines({
      placed,
      placedActions,
      address,
      facts,
      context,
      collapsed,
      compare,
      keptId,
      isFiltering: isFiltering(address.filters),
    });
    const steady = lines.map((line) => (line.kind === 'group' ? sameGroup(groups.current, line) : line));
    return {
      lines: steady,
      numbers: placedActions.numbers,
      // Totals count every action as it is now.
      shown: shown.map(({ id }) => store.action(id)).filter((action) => action !== undefined),
      allCount: actions.length,
    };
  }, [store, actions, held, placed, address, facts, context, collapsed, compare, keptId]);
}

export type Arrangement = ReturnType<typeof useArrangement>;

/** The group as it was, where nothing in it changed, so that its totals are not added up again. */
function sameGroup(known: Map<string, GroupLine>, line: GroupLine): GridLine {
  const before = known.get(line.key);
  const isSame =
    before !== undefined &&
    before.title === line.title &&
    before.number === line.number &&
    before.depth === line.depth &&
    before.isCollapsed === line.isCollapsed &&
    before.actions.length === line.actions.length &&
    before.actions.every((action, index) => action === line.actions[index]);
  if (isSame) return before;
  known.set(line.key, line);
  return line;
}

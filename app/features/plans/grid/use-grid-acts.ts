import { useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '#app/ui';
import type { ActionId } from '#domain/ids';
import type { Action } from '#domain/plans/types';
import { exportText } from './cell-text';
import type { GridColumn } from './columns';
import { type AddressChange, type GridAddress, nextSort } from './filters';
import type { OpenedFigure } from './grid-model';
import type { GridSelection } from './grid-selection';
import { type HeldPaste, holdPaste, readyPaste } from './held-paste';
import type { PastePlan } from './paste';
import { headerLine } from './selection';
import { figureOf } from './sums';
import type { Arrangement } from './use-arrangement';
import type { GridAct } from './use-grid-keyboard';
import { useLineActions } from './use-line-actions';
import type { PlanModel } from './use-plan-model';
import { useUndo } from './use-undo';
import { costLinesOf } from './write-cell';
import {
  bothOf,
  type CellText,
  placementOfGroup,
  type WriteSummary,
  writeCells,
  writeNewRows,
} from './write-cells';

export interface GridActsOptions {
  model: PlanModel;
  selection: GridSelection;
  columns: readonly GridColumn[];
  arrangement: Arrangement;
  address: GridAddress;
  canWrite: boolean;
  openAction: (id: ActionId) => void;
  openFigure: (figure: OpenedFigure) => void;
  toggleGroup: (key: string) => void;
  onAddress: (change: AddressChange) => void;
  onResize: (column: GridColumn, byPx: number) => void;
  onKept: (id: string | null, group: string | null) => void;
  onMoved: () => void;
}

const resizeStepPx = 24;

/** Everything that the grid's keys, toolbar and clipboard do. */
export function useGridActs(options: GridActsOptions) {
  const { model, selection, columns, arrangement, address, canWrite } = options;
  const { edits, store, reading, objectives } = model;
  const { lines, shown } = arrangement;
  const { t } = useTranslation('actions');
  const [pendingPaste, setPendingPaste] = useState<HeldPaste | null>(null);
  const pendingFocus = useRef<NewRow | null>(null);
  const target = { edits, context: reading.context, objectives };
  const say = useSummary();
  const { undo, redo } = useUndo(edits);

  const lineActions = useLineActions({
    edits,
    selection,
    lines,
    grouping: address.grouping,
    isSorted: address.sort !== null,
    onInserted: (id, group) => {
      pendingFocus.current = { id, column: 'title', isEdited: true };
      options.onKept(id, group);
    },
    onMoved: options.onMoved,
  });
  useFocusNew(pendingFocus, selection, lines);

  // Rows keep the function for as long as they are drawn.
  const latest = useRef(target);
  latest.current = target;
  const commit = useCallback(
    (action: Action, column: GridColumn, text: string) =>
      say(writeCells(latest.current, [{ actionId: action.id, column, text }])),
    [say],
  );

  function selectedCells(text: string, only?: GridColumn): CellText[] {
    const range = selection.range();
    if (!range) return [];
    const chosen = only
      ? [only]
      : columns.slice(range.first, range.last + 1).filter((column) => column.isEditable);
    return lineActions
      .selectedActions()
      .flatMap(({ action }) => chosen.map((column) => ({ actionId: action.id, column, text })));
  }

  function clear() {
    if (canWrite) writeCells(target, selectedCells(''));
  }

  function paste(plan: PastePlan) {
    const held = holdPaste(plan, { lines, columns });
    if (held.newRows.length > 0) setPendingPaste(held);
    else applyPaste(held);
  }

  function applyPaste(held: HeldPaste) {
    const { cells, newRows, group, gone } = readyPaste(held, { lines, columns });
    const { written, added } = edits.change(() => ({
      written: writeCells(target, cells),
      added: newRows.length > 0 ? writeNewRows(target, newRows, placementOfGroup(group)) : null,
    }));
    const first = added?.ids[0];
    if (first) {
      pendingFocus.current = { id: first, column: newRows[0]?.[0]?.column.key ?? 'title', isEdited: false };
      options.onKept(first, group);
    }
    const lost: WriteSummary = { written: 0, refused: { gone } };
    say([written, lost, ...(added ? [added] : [])].reduce(bothOf), held.leftOut);
  }

  function edit(start: 'keep' | 'replace') {
    const at = selection.focusPosition();
    const column = at && columns[at.column];
    if (!at || !column) return;
    if (at.line === headerLine) {
      if (start === 'keep') options.onAddress(nextSort(address.sort, column.key));
      return;
    }
    const line = lines[at.line];
    if (line?.kind !== 'action') {
      const figure = figureOf(column, line?.actions ?? shown, line?.title ?? t('totals.all'));
      if (start === 'replace') return;
      if (figure) options.openFigure(figure);
      else if (line) options.toggleGroup(line.key);
      return;
    }
    const action = store.action(line.action.id);
    if (!action) return;
    if (canWrite && column.isEditable && !hasSeveralLines(action, column)) return selection.edit(start);
    if (start === 'replace') return;
    const figure = column.isEditable ? null : figureOf(column, [action], action.title);
    if (figure) options.openFigure(figure);
    else options.openAction(action.id);
  }

  function hasSeveralLines(action: Action, column: GridColumn): boolean {
    if (column.kind === 'currency') return new Set(action.costs.map(({ currency }) => currency)).size > 1;
    return column.kind === 'cost' && costLinesOf(action, column.year?.year ?? 0, reading.context).length > 1;
  }

  const act: GridAct = (command) => {
    const at = selection.focusPosition();
    const column = at && columns[at.column];
    if (command.do === 'edit') return edit(command.start);
    if (command.do === 'open') {
      const line = at && lines[at.line];
      if (line?.kind === 'action') options.openAction(line.action.id);
      return;
    }
    if (command.do === 'resize') {
      if (column) options.onResize(column, command.by * resizeStepPx);
      return;
    }
    if (!canWrite) return;
    const doing: Record<typeof command.do, () => unknown> = {
      clear,
      undo,
      redo,
      insert: lineActions.insert,
      duplicate: lineActions.duplicate,
      remove: lineActions.remove,
      move_lines: () => command.do === 'move_lines' && lineActions.moveBy(command.by),
    };
    doing[command.do]();
  };

  const selectedCount = useSyncExternalStore(selection.subscribe, () => selection.selectedLines().length);

  return {
    act,
    commit,
    clear,
    paste,
    insert: lineActions.insert,
    duplicate: lineActions.duplicate,
    remove: lineActions.remove,
    selectedCount,
    setColumn: (column: GridColumn, text: string) => say(writeCells(target, selectedCells(text, column))),
    dropRow(key: string, before: number) {
      const chosen = selection.selectedLines().includes(key)
        ? lineActions.selectedActions().map(({ action }) => action.id)
        : [key as ActionId];
      lineActions.moveBefore(chosen, before);
    },
    pendingPaste,
    cancelPaste: () => setPendingPaste(null),
    confirmPaste: () => pendingPaste && applyPaste(pendingPaste),
    /** The view as it is shown, for a file. */
    exportRows: () => shown.map((action) => columns.map((column) => exportText(action, column, reading))),
  };
}

export type GridActs = ReturnType<typeof useGridActs>;

interface NewRow {
  id: string;
  column: string;
  isEdited: boolean;
}

/** A new action is focused once its row is there; the title of one that was just added is edited at once. */
function useFocusNew(
  pending: { current: NewRow | null },
  selection: GridSelection,
  lines: Arrangement['lines'],
): void {
  useLayoutEffect(() => {
    const row = pending.current;
    if (row === null || !lines.some(({ key }) => key === row.id)) return;
    pending.current = null;
    selection.isActive = true;
    selection.moveToCell({ line: row.id, column: row.column });
    if (row.isEdited) selection.edit('keep');
  });
}

/** Says what did not go in, and why. */
function useSummary() {
  const { t } = useTranslation('actions');
  const toast = useToast();
  return useCallback(
    (summary: WriteSummary, leftOut = 0) => {
      const { unknown_objective, several_lines, no_cost_line, gone, computed = 0 } = summary.refused;
      const said = [
        unknown_objective && t('refused.unknown_objective', { count: unknown_objective }),
        several_lines && t('refused.several_lines', { count: several_lines }),
        no_cost_line && t('refused.no_cost_line', { count: no_cost_line }),
        gone && t('refused.gone', { count: gone }),
        leftOut + computed > 0 && t('refused.computed', { count: leftOut + computed }),
      ].filter((text) => typeof text === 'string');
      if (said.length > 0) toast({ title: t('refused.title'), body: said.join(' '), tone: 'warning' });
    },
    [t, toast],
  );
}

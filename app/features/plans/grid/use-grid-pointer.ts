import type { MouseEvent, PointerEvent } from 'react';
import type { GridSelection } from './grid-selection';
import { headerLine, type Position } from './selection';

/** Clicks and drags over cells: a click focuses, Shift or dragging extends, the number of a row takes the whole row. */
export function useGridPointer(selection: GridSelection, lineOf: (key: string) => number | null) {
  function cellAt(target: EventTarget): Position | null {
    if (!(target instanceof Element)) return null;
    const cell = target.closest<HTMLElement>('[data-column]');
    const row = target.closest<HTMLElement>('[data-line]');
    const line = row?.dataset.line === undefined ? null : lineOf(row.dataset.line);
    return cell && line !== null ? { line, column: Number(cell.dataset.column) } : null;
  }

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    if (event.target.closest('[data-drag], .text-editor, .choice-editor')) return;
    const at = cellAt(event.target);
    if (!at) return;
    // An open editor keeps what was typed into it before the focus moves on.
    if (selection.editing && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    selection.isActive = true;
    if (at.line === headerLine) return;
    if (event.shiftKey) selection.moveTo(at, { extend: true });
    else if (at.column === 0) selection.select({ ...at, column: selection.shape.columnCount - 1 }, at);
    else selection.moveTo(at);
  }

  function onPointerMove(event: PointerEvent) {
    if (event.pointerType !== 'mouse' || event.buttons !== 1 || selection.editing) return;
    if (document.body.dataset.dragging) return;
    const at = cellAt(event.target);
    const focus = selection.focusPosition();
    if (!at || !focus || at.line === headerLine || !selection.isActive) return;
    if (at.line !== focus.line || at.column !== focus.column) selection.moveTo(at, { extend: true });
  }

  function isEditable(event: MouseEvent): boolean {
    return (
      event.target instanceof Element && !event.target.closest('button') && cellAt(event.target) !== null
    );
  }

  return { onPointerDown, onPointerMove, isEditable };
}

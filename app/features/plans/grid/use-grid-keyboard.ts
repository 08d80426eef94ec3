import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { commandOfKey, type GridCommand } from './grid-keys';
import type { GridSelection } from './grid-selection';

export type GridAct = (command: Exclude<GridCommand, { do: 'move' | 'select_all' | 'collapse' }>) => void;

/** The grid's keys while no editor is open. Esc, when there is no range to collapse, lets the next Tab leave the grid. */
export function useGridKeyboard(selection: GridSelection, act: GridAct) {
  const isLeaving = useRef(false);

  return function onKeyDown(event: KeyboardEvent) {
    const at = selection.focusPosition();
    if (!at || selection.editing || !(event.target instanceof Element)) return;
    if (!event.target.matches('.grid-cell')) return;
    const wasLeaving = isLeaving.current;
    if (!['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) isLeaving.current = false;
    if (wasLeaving && event.key === 'Tab') return;
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const press = { key, control: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
    const command = commandOfKey(press, at, selection.shape);
    if (!command) return;
    const isTyping = command.do === 'edit' && command.start === 'replace';
    if (!isTyping) event.preventDefault();
    switch (command.do) {
      case 'move':
        return selection.moveTo(command.to, { extend: command.extend });
      case 'select_all':
        return selection.select(
          { line: 0, column: 0 },
          { line: selection.shape.lineCount - 1, column: selection.shape.columnCount - 1 },
        );
      case 'collapse':
        isLeaving.current = !selection.collapse();
        return;
      default:
        // The editor must be there before the key's own effect, so that it receives the character or the accent.
        if (isTyping) flushSync(() => act(command));
        else act(command);
    }
  };
}

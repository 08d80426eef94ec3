import type { ClipboardEvent } from 'react';
import type { Action } from '#domain/plans/types';
import { exportText } from './cell-text';
import type { GridColumn } from './columns';
import { copiedCell, copiedType, readCopied, writeCopied } from './copied-cells';
import type { GridModel } from './grid-model';
import type { GridLine } from './lines';
import { type PastePlan, planPaste } from './paste';
import { parseTsv, serialiseTsv } from './tsv';

/** Both ends of the clipboard. */
export interface ClipboardOptions {
  model: GridModel;
  lines: readonly GridLine[];
  clear: () => void;
  paste: (plan: PastePlan) => void;
}

/**
 * Ranges to and from a spreadsheet as tab-separated text; a table beside it keeps its cells in documents and mail, and
 * the cells as they are keep amounts the same between plans and readers of different languages.
 */
export function useClipboard({ model, lines, clear, paste }: ClipboardOptions) {
  const { store, selection, columns, reading, canWrite } = model;

  function selectedCells<T>(read: (action: Action, column: GridColumn) => T): T[][] {
    const range = selection.range();
    if (!range) return [];
    const chosen = columns.slice(range.first, range.last + 1);
    return lines
      .slice(Math.max(0, range.top), range.bottom + 1)
      .map((line) => (line.kind === 'action' ? store.action(line.action.id) : undefined))
      .filter((action) => action !== undefined)
      .map((action) => chosen.map((column) => read(action, column)));
  }

  function onCopy(event: ClipboardEvent): boolean {
    if (selection.editing || !isInCell(event)) return false;
    const rows = selectedCells((action, column) => exportText(action, column, reading));
    if (rows.length === 0) return false;
    const cells = selectedCells((action, column) => copiedCell(action, column, reading));
    event.preventDefault();
    event.clipboardData.setData('text/plain', serialiseTsv(rows));
    event.clipboardData.setData('text/html', htmlTable(rows));
    event.clipboardData.setData(copiedType, writeCopied(cells));
    return true;
  }

  return {
    onCopy,
    onCut(event: ClipboardEvent) {
      if (canWrite && onCopy(event)) clear();
    },
    onPaste(event: ClipboardEvent) {
      const range = selection.range();
      if (!canWrite || selection.editing || !range || !isInCell(event)) return;
      const text = event.clipboardData.getData('text/plain');
      const copied = readCopied(event.clipboardData.getData(copiedType), reading.context.reading);
      if (text === '' && !copied) return;
      event.preventDefault();
      const isAction = lines.map((line) => line.kind === 'action');
      paste(planPaste({ rows: copied ?? parseTsv(text), range, columns, isAction }));
    },
  };
}

function isInCell(event: ClipboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea') === null;
}

function htmlTable(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string) =>
    text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
  const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
}

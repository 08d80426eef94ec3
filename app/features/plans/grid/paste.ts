import type { GridColumn } from './columns';
import type { CellRange } from './selection';

/** Where each text of the clipboard goes. */
export interface PastePlan {
  /** Into lines that are there, by index among the lines shown. */
  cells: { line: number; column: number; text: string }[];
  /** Rows for which there is no line left: texts by column index. They become new actions, after asking. */
  newRows: { column: number; text: string }[][];
  /** Texts that fall into computed columns or beyond the last one, so that it can be said. */
  leftOut: number;
}

export interface PasteTarget {
  /** What is undefined leaves its cell as it is. */
  rows: readonly (readonly (string | undefined)[])[];
  range: CellRange;
  columns: readonly GridColumn[];
  /** Whether a line is an action; headers of groups are passed over. */
  isAction: readonly boolean[];
}

/**
 * Plans a paste at the selection's first cell. What fits a whole number of times into the selection fills it, as
 * in a spreadsheet; otherwise the clipboard's own size counts.
 */
export function planPaste({ rows, range, columns, isAction }: PasteTarget): PastePlan {
  const width = Math.max(...rows.map((row) => row.length));
  const targets: number[] = [];
  for (let line = Math.max(0, range.top); line < isAction.length; line++)
    if (isAction[line]) targets.push(line);
  const selectedLines = targets.filter((line) => line <= range.bottom).length;
  const heightTimes = timesThatFit(rows.length, selectedLines);
  const widthTimes = timesThatFit(width, range.last - range.first + 1);

  const plan: PastePlan = { cells: [], newRows: [], leftOut: 0 };
  for (let offset = 0; offset < rows.length * heightTimes; offset++) {
    const row = rows[offset % rows.length] ?? [];
    const line = targets[offset];
    const fresh: { column: number; text: string }[] = [];
    for (let across = 0; across < width * widthTimes; across++) {
      const text = row[across % width];
      if (text === undefined) continue;
      const column = range.first + across;
      if (!columns[column]?.isEditable) plan.leftOut += text.trim() === '' ? 0 : 1;
      else if (line === undefined) fresh.push({ column, text });
      else plan.cells.push({ line, column, text });
    }
    if (line === undefined && fresh.some(({ text }) => text.trim() !== '')) plan.newRows.push(fresh);
  }
  return plan;
}

function timesThatFit(size: number, room: number): number {
  return room > size && room % size === 0 ? room / size : 1;
}

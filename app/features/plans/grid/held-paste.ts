import type { ActionId } from '#domain/ids';
import type { GridColumn } from './columns';
import type { GridLine } from './lines';
import type { PastePlan } from './paste';
import type { CellText } from './write-cells';

/** A paste by the actions and columns that it was meant for: the lines may change while someone is asked about it. */
export interface HeldPaste {
  cells: { actionId: ActionId; column: string; text: string }[];
  newRows: { column: string; text: string }[][];
  /** The group that the new rows go into. */
  group: string;
  leftOut: number;
}

interface Shown {
  lines: readonly GridLine[];
  columns: readonly GridColumn[];
}

export function holdPaste(plan: PastePlan, { lines, columns }: Shown): HeldPaste {
  const keyOf = (column: number) => columns[column]?.key ?? '';
  return {
    cells: plan.cells.flatMap(({ line, column, text }) => {
      const into = lines[line];
      return into?.kind === 'action' ? [{ actionId: into.action.id, column: keyOf(column), text }] : [];
    }),
    newRows: plan.newRows.map((row) => row.map(({ column, text }) => ({ column: keyOf(column), text }))),
    group: lastGroup(lines),
    leftOut: plan.leftOut,
  };
}

export interface ReadyPaste {
  cells: CellText[];
  newRows: Pick<CellText, 'column' | 'text'>[][];
  group: string;
  /** Texts for a column that is no longer there. What was for an action that is gone is found out on writing. */
  gone: number;
}

/** What of a held paste can go in now. */
export function readyPaste({ cells, newRows, group }: HeldPaste, { lines, columns }: Shown): ReadyPaste {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  let gone = 0;
  function inColumn<T extends { column: string }>(texts: readonly T[]): (T & { column: GridColumn })[] {
    return texts.flatMap((text) => {
      const column = byKey.get(text.column);
      if (!column) gone++;
      return column ? [{ ...text, column }] : [];
    });
  }
  const hasGroup = lines.some((line) => (line.kind === 'action' ? line.group : line.key) === group);
  return {
    cells: inColumn(cells),
    newRows: newRows.map(inColumn).filter((row) => row.some(({ text }) => text.trim() !== '')),
    group: hasGroup ? group : lastGroup(lines),
    gone,
  };
}

export function lastGroup(lines: readonly GridLine[]): string {
  const last = lines.at(-1);
  return last?.kind === 'action' ? last.group : (last?.key ?? '');
}

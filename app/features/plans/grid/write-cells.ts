import * as Y from 'yjs';
import type { ActionId, ObjectiveId } from '#domain/ids';
import { planRoots, readAction } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import type { GridColumn } from './columns';
import type { PlacedObjective } from './objective-tree';
import type { PlanContext } from './plan-context';
import { type Placement, PlanEdits } from './plan-edits';
import { type WriteRefusal, writeCell } from './write-cell';

export interface CellText {
  actionId: ActionId;
  column: GridColumn;
  text: string;
}

export interface WriteTarget {
  edits: PlanEdits;
  context: PlanContext;
  objectives: readonly PlacedObjective[];
}

/** How many texts went in, and why the others did not. */
export interface WriteSummary {
  written: number;
  refused: Partial<Record<WriteRefusal | 'gone', number>>;
}

/** Writes many cells as one step of undo. A currency comes after the amounts that it belongs to. */
export function writeCells(target: WriteTarget, cells: readonly CellText[]): WriteSummary {
  const summary: WriteSummary = { written: 0, refused: {} };
  const isCurrency = ({ column }: CellText) => Number(column.kind === 'currency');
  target.edits.change(() => {
    for (const cell of [...cells].sort((a, b) => isCurrency(a) - isCurrency(b))) {
      const refusal = writeOne(target, cell);
      if (refusal === null) summary.written++;
      else summary.refused[refusal] = (summary.refused[refusal] ?? 0) + 1;
    }
  });
  return summary;
}

/** What two writes came to together. */
export function bothOf(first: WriteSummary, second: WriteSummary): WriteSummary {
  const refused = { ...first.refused };
  for (const [reason, count] of Object.entries(second.refused) as [WriteRefusal | 'gone', number][]) {
    refused[reason] = (refused[reason] ?? 0) + count;
  }
  return { written: first.written + second.written, refused };
}

/** Adds an action for each row, and writes its cells, as one step of undo. */
export function writeNewRows(
  target: WriteTarget,
  rows: readonly { column: GridColumn; text: string }[][],
  placement: Placement,
): WriteSummary & { ids: ActionId[] } {
  return target.edits.change(() => {
    const ids = rows.map(() => target.edits.insert(placement));
    const cells = rows.flatMap((row, index) =>
      row.map((cell) => ({ ...cell, actionId: ids[index] as ActionId })),
    );
    return { ...writeCells(target, cells), ids };
  });
}

/** `gone`: someone has removed the action meanwhile. */
function writeOne({ edits, context, objectives }: WriteTarget, cell: CellText): WriteRefusal | 'gone' | null {
  // Read anew each time: an earlier cell may have added the line that this one changes.
  const action = currentAction(edits.doc, cell.actionId);
  if (!action) return 'gone';
  const { column, text } = cell;
  return writeCell({ doc: edits.doc, action, column, text, context, objectives, newId: PlanEdits.newId });
}

function currentAction(doc: Y.Doc, id: ActionId): Action | null {
  const entry = planRoots(doc).actions.get(id);
  return entry instanceof Y.Map ? readAction(entry, id) : null;
}

/** What a new action in a group gets from it. */
export function placementOfGroup(key: string): Pick<Placement, 'objectiveId' | 'block'> {
  const [kind, value] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (kind === 'objective') return { objectiveId: (value || null) as ObjectiveId | null };
  return kind === 'block' ? { block: value } : {};
}

import { useTranslation } from 'react-i18next';
import { useToast } from '#app/ui';
import type { ActionId } from '#domain/ids';
import type { Grouping } from './filters';
import type { GridSelection } from './grid-selection';
import { lastGroup } from './held-paste';
import type { ActionLine, GridLine } from './lines';
import type { Placement, PlanEdits } from './plan-edits';
import { useUndo } from './use-undo';
import { placementOfGroup } from './write-cells';

export interface LineActionsOptions {
  edits: PlanEdits;
  selection: GridSelection;
  lines: readonly GridLine[];
  grouping: Grouping;
  isSorted: boolean;
  /** A new action is kept in sight, its group opened and its title edited as soon as it is drawn. */
  onInserted: (id: ActionId, group: string | null) => void;
  onMoved: () => void;
}

/** What is done to whole actions: adding, duplicating, removing and moving. */
export function useLineActions(options: LineActionsOptions) {
  const { edits, selection, lines, grouping, isSorted, onInserted, onMoved } = options;
  const { t } = useTranslation('actions');
  const toast = useToast();
  const { undo } = useUndo(edits);

  function selectedActions(): ActionLine[] {
    const keys = new Set(selection.selectedLines());
    return lines.filter((line): line is ActionLine => line.kind === 'action' && keys.has(line.key));
  }

  /** After the focused action, or first in the focused group, or last of all. */
  function insert() {
    const at = selection.focusPosition();
    const line = at ? lines[Math.max(0, at.line)] : undefined;
    const placement: Placement =
      line?.kind === 'action'
        ? { afterId: line.action.id, objectiveId: line.action.objectiveId, ...blockOf(line.group) }
        : line
          ? { ...placementOfGroup(line.key) }
          : { ...placementOfGroup(lastGroup(lines)) };
    onInserted(edits.insert(placement), line?.kind === 'group' ? line.key : null);
  }

  function duplicate() {
    const [first] = edits.duplicate(selectedActions().map(({ action }) => action.id));
    if (first) selection.moveToCell({ line: first, column: 'title' });
  }

  function remove() {
    const gone = selectedActions().map(({ action }) => action);
    if (gone.length === 0) return;
    edits.remove(gone.map(({ id }) => id));
    toast({
      title: t('removed', { count: gone.length, title: gone[0]?.title || t('untitled') }),
      action: { label: t('undo'), onPress: undo },
    });
  }

  /** Before a line: after the action above it in the same group, or first in a group's place. */
  function moveBefore(ids: readonly ActionId[], before: number) {
    if (isSorted) {
      toast({ title: t('move.sorted'), tone: 'info' });
      return;
    }
    const moving = new Set<string>(ids);
    let above = before - 1;
    while (above >= 0 && moving.has(lines[above]?.key ?? '')) above--;
    const line = lines[above];
    if (line?.kind === 'action') {
      const objectiveId = grouping === 'block' ? undefined : line.action.objectiveId;
      edits.move(ids, { afterId: line.action.id, objectiveId, ...blockOf(line.group) });
    } else {
      const next = lines.slice(above + 1).find((candidate) => !moving.has(candidate.key));
      const first = next?.kind === 'action' ? next.action.id : null;
      edits.move(ids, { ...placeBefore(first), ...(line ? placementOfGroup(line.key) : {}) });
    }
    onMoved();
  }

  /** The order is the plan's own, so "before" is "after the one that comes before it there". */
  function placeBefore(next: ActionId | null): Placement {
    return next === null ? {} : { afterId: edits.before(next) };
  }

  function moveBy(step: -1 | 1) {
    const chosen = selectedActions();
    const [first, last] = [chosen[0], chosen.at(-1)];
    if (!first || !last) return;
    const from = lines.indexOf(first);
    const to = lines.indexOf(last);
    const before = step === -1 ? from - 1 : to + 2;
    if (before < 0 || before > lines.length) return;
    // Past a header upwards means into the group above it.
    moveBefore(
      chosen.map(({ action }) => action.id),
      before === 0 && lines[0]?.kind === 'group' ? 1 : before,
    );
  }

  return { insert, duplicate, remove, moveBefore, moveBy, selectedActions };
}

function blockOf(group: string): Pick<Placement, 'block'> {
  const { block } = placementOfGroup(group);
  return block === undefined ? {} : { block };
}

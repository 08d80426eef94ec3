import { memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui';
import type { ActionId } from '#domain/ids';
import { CellContent } from './cell-content';
import { CellEditor } from './cell-editor';
import { cellText } from './cell-text';
import { GridCell } from './grid-cell';
import { useAction, useGridModel, useVisitors } from './grid-model';
import { readLineSelection } from './grid-selection';

export interface GridRowProps {
  id: ActionId;
  index: number;
  topPx: number;
  /** Given as text, so that a row is drawn again when its number or objective changes and only then. */
  number: string;
  objective: string;
}

/** One action. It listens to its own action, its own part of the selection and its own visitors. */
export const GridRow = memo(function GridRow({ id, index, topPx, number }: GridRowProps) {
  const { t } = useTranslation('actions');
  const model = useGridModel();
  const { store, selection, presence, reading, columns, canWrite } = model;
  const action = useAction(store, id);
  const part = useSyncExternalStore(selection.subscribe, () => selection.partOf(id));
  const visitors = useVisitors(presence, id);
  if (!action) return null;
  const selected = readLineSelection(part);
  const facts = reading.facts(action);

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="grid-row"
      data-line={id}
      data-editing={selected?.editing ? true : undefined}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {columns.map((column, at) => {
        const isFocused = selected?.focus === at;
        const editing = isFocused ? selected.editing : null;
        const flag = facts.flags.get(column.key);
        const text = cellText(action, column, reading);
        return (
          <GridCell
            key={column.key}
            column={column}
            index={at}
            isFocused={isFocused}
            isSelected={selected !== null && at >= selected.first && at <= selected.last}
            isEditing={editing !== null}
            flag={flag}
            visitors={visitors.filter((visitor) => visitor.column === column.key)}
            title={flag ? `${text} – ${t(`flag.${flag}`)}` : text.length > 12 ? text : undefined}
          >
            {editing ? (
              <CellEditor action={action} column={column} start={editing} />
            ) : column.kind === 'number' ? (
              <NumberCell number={number} canDrag={canWrite} />
            ) : (
              <CellContent action={action} column={column} text={text} flag={flag} />
            )}
          </GridCell>
        );
      })}
    </div>
  );
});

function NumberCell({ number, canDrag }: { number: string; canDrag: boolean }) {
  return (
    <>
      {canDrag && (
        <span className="drag-handle" data-drag aria-hidden="true">
          <Icon name="drag" />
        </span>
      )}
      <span className="cell-number">{number}</span>
    </>
  );
}

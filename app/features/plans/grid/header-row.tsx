import { type PointerEvent, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/ui';
import type { GridColumn } from './columns';
import type { GridSort } from './filters';
import { GridCell } from './grid-cell';
import { useGridModel } from './grid-model';
import { headerKey, readLineSelection } from './grid-selection';

export interface HeaderRowProps {
  sort: GridSort | null;
  onSort: (column: string) => void;
  onResize: (column: GridColumn, widthPx: number) => void;
}

/** The names of the columns: Enter or a click sorts, dragging the edge or Alt+arrow sets the width. */
export function HeaderRow({ sort, onSort, onResize }: HeaderRowProps) {
  const { t } = useTranslation('actions');
  const { selection, columns, columnLabel, reading } = useGridModel();
  const part = useSyncExternalStore(selection.subscribe, () => selection.partOf(headerKey));
  const selected = readLineSelection(part);

  return (
    <div role="row" aria-rowindex={1} className="grid-row header-row" data-line={headerKey}>
      {columns.map((column, at) => {
        const direction = sort?.column === column.key ? sort.direction : undefined;
        const label = columnLabel(column);
        const dates = column.year ?? column.quarter;
        return (
          <GridCell
            key={column.key}
            role="columnheader"
            column={column}
            index={at}
            isFocused={selected?.focus === at}
            isSelected={selected !== null && at >= selected.first && at <= selected.last}
            title={dates ? `${label} (${reading.format.dateRange(dates.start, dates.end)})` : label}
            className={direction ? 'is-sorted' : ''}
          >
            <button
              type="button"
              tabIndex={-1}
              className="sort-button"
              aria-label={t(direction ? `sort.${direction}` : 'sort.none', { column: label })}
              onClick={() => onSort(column.key)}
            >
              <span className="cell-text">{label}</span>
              {direction && <Icon name={direction === 'ascending' ? 'arrowUp' : 'arrowDown'} />}
            </button>
            <ResizeEdge column={column} onResize={onResize} />
          </GridCell>
        );
      })}
    </div>
  );
}

function ResizeEdge({ column, onResize }: { column: GridColumn; onResize: HeaderRowProps['onResize'] }) {
  function start(event: PointerEvent<HTMLSpanElement>) {
    event.stopPropagation();
    event.preventDefault();
    const edge = event.currentTarget;
    const cell = edge.parentElement;
    if (!cell) return;
    const isRightToLeft = getComputedStyle(cell).direction === 'rtl';
    const startX = event.clientX;
    const startWidth = cell.getBoundingClientRect().width;
    edge.setPointerCapture(event.pointerId);
    edge.onpointermove = (move) =>
      onResize(column, startWidth + (move.clientX - startX) * (isRightToLeft ? -1 : 1));
    edge.onlostpointercapture = () => {
      edge.onpointermove = null;
    };
  }
  return <span className="resize-edge" aria-hidden="true" onPointerDown={start} />;
}

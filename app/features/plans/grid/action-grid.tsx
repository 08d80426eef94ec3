import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type GridColumn, isAmount } from './columns';
import type { AddressChange, GridSort } from './filters';
import { nextSort } from './filters';
import './grid.css';
import './grid-lines.css';
import './cell-editors.css';
import { objectiveLabel } from './cell-text';
import { useGridModel } from './grid-model';
import { GridRow } from './grid-row';
import { GroupRow } from './group-row';
import { HeaderRow } from './header-row';
import type { PastePlan } from './paste';
import { TotalsRow, totalsKey } from './totals-row';
import type { Arrangement } from './use-arrangement';
import { useClipboard } from './use-clipboard';
import { useFittedHeight } from './use-fitted-height';
import { type GridAct, useGridKeyboard } from './use-grid-keyboard';
import { useGridPointer } from './use-grid-pointer';
import { lineHeightPx, useRowDrag } from './use-row-drag';

export interface ActionGridProps {
  arrangement: Arrangement;
  sort: GridSort | null;
  onAddress: (change: AddressChange) => void;
  onResize: (column: GridColumn, widthPx: number) => void;
  widths: readonly number[];
  act: GridAct;
  onClear: () => void;
  onPaste: (plan: PastePlan) => void;
  onDropRow: (key: string, before: number) => void;
}

/** The grid of actions, after the ARIA pattern: one focused cell, arrow keys, ranges, and an editor in the cell. */
export function ActionGrid(props: ActionGridProps) {
  const { arrangement, act } = props;
  const { lines, shown, allCount } = arrangement;
  const { t } = useTranslation('actions');
  const model = useGridModel();
  const { selection, columns, canWrite, reading } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const focusLine = useSyncExternalStore(selection.subscribe, () => selection.focusPosition()?.line ?? -1);
  const [isScrolled, setIsScrolled] = useState(false);

  const hasTotals = columns.some(isAmount);
  useLayoutEffect(() => {
    const before = selection.focusPosition()?.line;
    selection.arrange(
      [...lines.map(({ key }) => key), ...(hasTotals ? [totalsKey] : [])],
      columns.map(({ key }) => key),
    );
    const after = selection.focusPosition()?.line;
    // The line that someone works in stays where it is on the screen while others add and remove lines above it.
    if (scroller.current && selection.isActive && before !== undefined && after !== undefined) {
      scroller.current.scrollTop += (after - before) * lineHeightPx;
    }
    if (selection.focusPosition() === null) selection.moveTo({ line: 0, column: 1 });
  }, [lines, columns, hasTotals, selection]);

  const rangeExtractor = useCallback(
    (range: Range) => withLine(defaultRangeExtractor(range), focusLine, lines.length),
    [focusLine, lines.length],
  );
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeightPx,
    overscan: 10,
    rangeExtractor,
    getItemKey: (index) => lines[index]?.key ?? index,
  });
  useFittedHeight(scroller, selection);

  const lineOf = (key: string) => selection.lineOf(key);
  const onKeyDown = useGridKeyboard(selection, act);
  const pointer = useGridPointer(selection, lineOf);
  const clipboard = useClipboard({ model, lines, clear: props.onClear, paste: props.onPaste });
  const drag = useRowDrag({
    scroller: () => scroller.current,
    body: () => body.current,
    lineCount: lines.length,
    onDrop: props.onDropRow,
  });
  const totalWidth = props.widths.reduce((sum, width) => sum + width, 0);
  const widthStyles = Object.fromEntries(props.widths.map((width, index) => [`--w${index}`, `${width}px`]));

  return (
    <div
      ref={scroller}
      className="plan-grid"
      data-scrolled={isScrolled || undefined}
      onScroll={(event) => setIsScrolled(Math.abs(event.currentTarget.scrollLeft) > 2)}
      style={{ ...widthStyles, scrollPaddingInlineStart: `calc(var(--w0) + var(--w1))` } as CSSProperties}
    >
      <div
        role="grid"
        className="grid-table"
        aria-label={t('gridName')}
        aria-rowcount={lines.length + (hasTotals ? 2 : 1)}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-readonly={!canWrite}
        style={{ width: totalWidth }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          drag.onPointerDown(event);
          pointer.onPointerDown(event);
        }}
        onPointerMove={pointer.onPointerMove}
        onDoubleClick={(event) => pointer.isEditable(event) && act({ do: 'edit', start: 'keep' })}
        onCopy={clipboard.onCopy}
        onCut={clipboard.onCut}
        onPaste={clipboard.onPaste}
        onFocus={() => {
          selection.isActive = true;
        }}
        onBlur={(event) => {
          const next = event.relatedTarget;
          if (next && !event.currentTarget.contains(next)) selection.isActive = false;
        }}
      >
        <div role="rowgroup" className="contents">
          <HeaderRow
            sort={props.sort}
            onSort={(column) => props.onAddress(nextSort(props.sort, column))}
            onResize={props.onResize}
          />
        </div>
        <div ref={body} role="rowgroup" className="grid-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            if (!line) return null;
            if (line.kind === 'group') return <GroupRow key={key} line={line} index={index} topPx={start} />;
            const { id } = line.action;
            return (
              <GridRow
                key={key}
                id={id}
                index={index}
                topPx={start}
                number={arrangement.numbers.get(id) ?? ''}
                objective={objectiveLabel(reading.objectiveOf(line.action))}
              />
            );
          })}
          {drag.dropLinePx !== null && <div className="drop-line" style={{ top: drag.dropLinePx }} />}
        </div>
        {hasTotals && (
          <div role="rowgroup" className="contents">
            <TotalsRow actions={shown} index={lines.length} allCount={allCount} />
          </div>
        )}
      </div>
    </div>
  );
}

/** The focused line is always drawn, so that the focus is not lost by scrolling. */
function withLine(drawn: number[], line: number, count: number): number[] {
  if (line < 0 || line >= count || drawn.includes(line)) return drawn;
  return [...drawn, line].sort((a, b) => a - b);
}

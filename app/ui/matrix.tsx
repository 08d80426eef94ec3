import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

export interface MatrixProps<Row, Column> {
  /** What the cells hold; read aloud, and the name of the part that scrolls. */
  caption: string;
  /** Above the row headers. */
  corner: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowLabel: (row: Row) => ReactNode;
  columns: readonly Column[];
  columnKey: (column: Column) => string;
  columnLabel: (column: Column) => ReactNode;
  /** Null where there is nothing. */
  cell: (row: Row, column: Column) => ReactNode | null;
  /** The words for nothing, for those who cannot see that a cell is empty. */
  emptyLabel: string;
  total?: {
    label: string;
    ofRow?: (row: Row) => ReactNode;
    ofColumn?: (column: Column) => ReactNode;
    ofAll?: ReactNode;
  };
}

/**
 * Two things crossed, a plain table. The row headers stay in sight while the columns scroll sideways, and the column
 * headers while the rows scroll.
 */
export function Matrix<Row, Column>(props: MatrixProps<Row, Column>) {
  const { caption, corner, rows, rowKey, rowLabel, columns, columnKey, columnLabel, cell, total } = props;
  const hasFooter = total?.ofColumn !== undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it.
    <section className="table-frame matrix-frame" aria-label={caption} tabIndex={0}>
      <table className="table matrix">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={columnKey(column)} scope="col">
                {columnLabel(column)}
              </th>
            ))}
            {total?.ofRow && <th scope="col">{total.label}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{rowLabel(row)}</th>
              {columns.map((column) => (
                <td key={columnKey(column)}>
                  {cell(row, column) ?? <VisuallyHidden>{props.emptyLabel}</VisuallyHidden>}
                </td>
              ))}
              {total?.ofRow && <td>{total.ofRow(row)}</td>}
            </tr>
          ))}
        </tbody>
        {hasFooter && (
          <tfoot>
            <tr>
              <th scope="row">{total.label}</th>
              {columns.map((column) => (
                <td key={columnKey(column)}>{total.ofColumn?.(column)}</td>
              ))}
              {total.ofRow && <td>{total.ofAll}</td>}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

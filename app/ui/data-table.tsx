import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { Icon } from './icon';
import { withParams } from './search-params';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for numbers and money. */
  align?: 'start' | 'end';
  /** The header links to `?sort=key` and `?sort=-key`. */
  isSortable?: boolean;
  /** Names the row: at most one column. */
  isRowHeader?: boolean;
  isHeaderHidden?: boolean;
  /** For the last row, such as a total. */
  footer?: ReactNode;
}

export interface DataTableProps<Row> {
  /** What the table holds; read aloud, and shown when `isCaptionShown`. */
  caption: string;
  isCaptionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** As in the address: "name" or "-name". */
  sort?: string | null;
  /** Instead of the table when there are no rows. */
  empty?: ReactNode;
  /** On narrow screens: a card for each row, or the table scrolled sideways (for many figures). */
  narrow?: 'stack' | 'scroll';
}

/** A list of rows, rendered as a plain table on the server. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionShown, columns, rows, rowKey, sort, empty, narrow = 'stack' } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  const hasFooter = columns.some((column) => column.footer !== undefined);
  return (
    <Frame caption={caption} isScrolled={narrow === 'scroll'}>
      <table className={classNames('table', narrow === 'stack' ? 'table-stacked' : 'table-dense')}>
        <caption className={isCaptionShown ? undefined : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {hasFooter && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {column.footer}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </Frame>
  );
}

/** What scrolls sideways must be reachable by keyboard, and so have a name. */
function Frame({
  caption,
  isScrolled,
  children,
}: {
  caption: string;
  isScrolled: boolean;
  children: ReactNode;
}) {
  if (!isScrolled) return <div className="table-frame">{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it.
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      {children}
    </section>
  );
}

function Cell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  if (column.isRowHeader) return <th scope="row">{children}</th>;
  return (
    <td data-align={column.align} data-label={column.isHeaderHidden ? undefined : column.header}>
      {children}
    </td>
  );
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort?: string | null }) {
  if (column.isSortable) return <SortableHeaderCell column={column} sort={sort} />;
  return (
    <th scope="col" data-align={column.align}>
      {column.isHeaderHidden ? <span className="sr-only">{column.header}</span> : column.header}
    </th>
  );
}

function SortableHeaderCell<Row>({ column, sort }: { column: Column<Row>; sort?: string | null }) {
  const { t } = useTranslation('ui');
  const [params] = useSearchParams();
  const isAscending = sort === column.key;
  const isDescending = sort === `-${column.key}`;
  const next = isAscending ? `-${column.key}` : column.key;
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={isAscending ? 'ascending' : isDescending ? 'descending' : undefined}
    >
      <Link
        to={withParams(params, { sort: next })}
        preventScrollReset
        title={t(isAscending ? 'sortDescending' : 'sortAscending')}
      >
        {column.header}
        {isAscending && <Icon name="arrowUp" />}
        {isDescending && <Icon name="arrowDown" />}
      </Link>
    </th>
  );
}

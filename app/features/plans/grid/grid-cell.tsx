import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstitutionKind } from '#domain/institutions/kinds';
import { type GridColumn, isAmount, stickyColumns } from './columns';
import { useGridModel } from './grid-model';
import type { CellVisitor } from './presence';

export interface GridCellProps {
  column: GridColumn;
  index: number;
  isFocused: boolean;
  isSelected: boolean;
  isEditing?: boolean;
  flag?: string;
  visitors?: readonly CellVisitor[];
  title?: string;
  role?: 'gridcell' | 'columnheader';
  className?: string;
  children?: ReactNode;
}

/** A cell that takes the keyboard's focus when it is the grid's one focused cell. */
export function GridCell(props: GridCellProps) {
  const { column, index, isFocused, isSelected, isEditing = false, flag, visitors = [], title } = props;
  const { t } = useTranslation('actions');
  const { selection } = useGridModel();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isFocused || isEditing || !selection.isActive) return;
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isFocused, isEditing, selection]);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is given by a property.
    <div
      ref={ref}
      role={props.role ?? 'gridcell'}
      tabIndex={isFocused ? 0 : -1}
      aria-colindex={index + 1}
      aria-selected={isSelected}
      aria-invalid={flag ? true : undefined}
      className={`grid-cell ${props.className ?? ''}`}
      style={{ width: `var(--w${index})`, insetInlineStart: index === 1 ? 'var(--w0)' : undefined }}
      data-column={index}
      data-sticky={index < stickyColumns ? index : undefined}
      data-numeric={isAmount(column) || undefined}
      data-quarter={column.kind === 'quarter' || undefined}
      data-editing={isEditing || undefined}
      data-kind={visitors[0]?.kind}
      title={title}
    >
      {props.children}
      {flag && <span className="sr-only">{t(`flag.${flag}`)}</span>}
      {visitors.map((visitor, at) => (
        <VisitorLabel key={visitor.clientId} visitor={visitor} isFirst={at === 0} />
      ))}
    </div>
  );
}

/** Who else is in the cell: an outline in the institution's hue and its name. */
function VisitorLabel({ visitor, isFirst }: { visitor: CellVisitor; isFirst: boolean }) {
  const { t } = useTranslation('actions');
  const who = visitor.acronym || visitor.name;
  return (
    <span
      className="cell-visitor"
      data-kind={visitor.kind as InstitutionKind}
      data-first={isFirst || undefined}
    >
      <span className="sr-only">{t('presence.isHere', { who: `${visitor.name}, ${visitor.acronym}` })}</span>
      <span aria-hidden="true">{who}</span>
    </span>
  );
}

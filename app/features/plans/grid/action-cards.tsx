import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, Button, Icon } from '#app/ui';
import type { ActionId } from '#domain/ids';
import type { Action } from '#domain/plans/types';
import { CellContent, statusTones } from './cell-content';
import { cellText, shownStatus } from './cell-text';
import { useAction, useGridModel } from './grid-model';
import type { GridLine } from './lines';
import { SumCell } from './sum-cell';
import { figureOf, sumColumns } from './sums';
import './action-cards.css';

const pageSize = 60;

/** The actions on a phone: cards that open the action. */
export function ActionCards({
  lines,
  numbers,
  shown,
}: {
  lines: readonly GridLine[];
  numbers: ReadonlyMap<ActionId, string>;
  shown: readonly Action[];
}) {
  const { t } = useTranslation('actions');
  const { toggleGroup } = useGridModel();
  const [limit, setLimit] = useState(pageSize);
  return (
    <div className="action-cards">
      <CardTotals actions={shown} />
      <ul>
        {lines.slice(0, limit).map((line) =>
          line.kind === 'action' ? (
            <ActionCard key={line.key} id={line.action.id} number={numbers.get(line.action.id) ?? ''} />
          ) : (
            <li key={line.key} className="card-group" data-depth={line.depth}>
              <button type="button" aria-expanded={!line.isCollapsed} onClick={() => toggleGroup(line.key)}>
                <Icon name={line.isCollapsed ? 'chevronEnd' : 'chevronDown'} />
                <span>
                  {line.number}{' '}
                  {line.title || t(line.key.startsWith('block:') ? 'group.noBlock' : 'group.noObjective')}
                </span>
                <span className="group-count">{t('group.count', { count: line.actions.length })}</span>
              </button>
            </li>
          ),
        )}
      </ul>
      {lines.length > limit && (
        <Button onClick={() => setLimit(limit + pageSize)}>
          {t('showMore', { count: Math.min(pageSize, lines.length - limit) })}
        </Button>
      )}
    </div>
  );
}

function ActionCard({ id, number }: { id: ActionId; number: string }) {
  const { t } = useTranslation('actions');
  const { store, reading, columns, openAction } = useGridModel();
  const action = useAction(store, id);
  if (!action) return null;
  const facts = reading.facts(action);
  const status = shownStatus(facts);
  const lead = columns.find(({ kind }) => kind === 'lead');
  const total = columns.find(({ kind }) => kind === 'total');
  const period = facts.period && reading.format.dateRange(facts.period.start, facts.period.end);
  return (
    <li className="action-card">
      <button type="button" onClick={() => openAction(id)}>
        <span className="cell-number">{number}</span> {action.title || <em>{t('untitled')}</em>}
      </button>
      <div className="action-card-facts">
        {lead && <CellContent action={action} column={lead} text="" flag={undefined} />}
        <Badge tone={statusTones[status]}>{reading.statusLabel(status)}</Badge>
        <span>{period ?? [action.start, action.end].filter(Boolean).join(' – ')}</span>
        {total && <span className="numeric">{cellText(action, total, reading)}</span>}
        {facts.flags.size > 0 && (
          <Badge tone="warning" icon="warning">
            {t('flagged', { count: facts.flags.size })}
          </Badge>
        )}
      </div>
    </li>
  );
}

function CardTotals({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation('actions');
  const { columns, reading, columnLabel } = useGridModel();
  const figures = columns.filter(({ kind }) => kind === 'total' || kind === 'secured' || kind === 'gap');
  const sums = sumColumns(actions, figures, reading);
  return (
    <dl className="card-totals">
      {figures.map((column) => (
        <div key={column.key}>
          <dt>{columnLabel(column)}</dt>
          <dd>
            <SumCell
              sums={sums.get(column.key)}
              figure={figureOf(column, actions, t('totals.all'))}
              column={column}
              limit={1}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import {
  Badge,
  type Column,
  ConfirmButton,
  DataTable,
  EmptyState,
  LinkButton,
  Notice,
  Pagination,
  SubmitButton,
  type Tone,
} from '#app/ui';
import type { RowState } from '#domain/resource-mapping';
import type { ReviewedRow } from './review-rows.server';
import { RowDetails } from './row-details';

const tones: Record<RowState, Tone> = {
  new: 'positive',
  changed: 'accent',
  unchanged: 'neutral',
  refused: 'warning',
  error: 'critical',
};
const states = Object.keys(tones) as RowState[];

export interface Review {
  sourceName: string;
  isApplied: boolean;
  counts: Record<RowState, number>;
  /** Which rows are looked at; null: all. */
  state: RowState | null;
  rows: ReviewedRow[];
  page: number;
  pageSize: number;
  total: number;
}

/** What each row of a workbook would do, and the two ways on. */
export function ReviewWorkbook({ review, address }: { review: Review; address: string }) {
  const { t } = useTranslation('mapping');
  const { counts, isApplied, rows, page, pageSize, total } = review;
  return (
    <>
      {isApplied ? <Applied to={address} /> : <Confirm review={review} />}
      <nav aria-label={t('filter.label')} className="my-4 flex flex-wrap gap-2">
        <StateLink review={review} state={null} count={states.reduce((sum, one) => sum + counts[one], 0)} />
        {states.map((state) => (
          <StateLink key={state} review={review} state={state} count={counts[state]} />
        ))}
      </nav>
      <Rows rows={rows} />
      <Pagination page={page} pageSize={pageSize} total={total} />
    </>
  );
}

function StateLink({ review, state, count }: { review: Review; state: RowState | null; count: number }) {
  const { t } = useTranslation('mapping');
  const { number } = useFormat();
  const isCurrent = review.state === state;
  return (
    <Link
      to={state ? `?state=${state}` : '?'}
      className={`button button-small ${isCurrent ? 'button-primary' : 'button-secondary'}`}
      aria-current={isCurrent ? 'page' : undefined}
      preventScrollReset
    >
      {state ? t(`state.${state}`) : t('filter.all')} ({number(count)})
    </Link>
  );
}

function Applied({ to }: { to: string }) {
  const { t } = useTranslation('mapping');
  return (
    <Notice tone="info">
      <p>{t('review.applied')}</p>
      <p className="mt-2">
        <LinkButton to={to}>{t('review.again')}</LinkButton>
      </p>
    </Notice>
  );
}

function Confirm({ review: { counts, sourceName } }: { review: Review }) {
  const { t } = useTranslation('mapping');
  const writing = counts.new + counts.changed;
  const left = counts.error + counts.refused;
  return (
    <Notice tone={left > 0 ? 'warning' : 'info'} title={t('review.untouched')}>
      {left > 0 && <p>{t('review.left', { count: left })}</p>}
      {writing === 0 && <p>{t('review.nothing')}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {writing > 0 && (
          <Form method="post">
            <input type="hidden" name="intent" value="apply" />
            <SubmitButton>{t('review.confirm', { count: writing })}</SubmitButton>
          </Form>
        )}
        <ConfirmButton
          label={t('review.discard')}
          title={t('review.discardTitle', { name: sourceName })}
          confirmLabel={t('review.discard')}
          fields={{ intent: 'discard' }}
        >
          <p>{t('review.discardBody')}</p>
        </ConfirmButton>
      </div>
    </Notice>
  );
}

function Rows({ rows }: { rows: ReviewedRow[] }) {
  const { t } = useTranslation('mapping');
  const columns: Column<ReviewedRow>[] = [
    { key: 'row', header: t('rows.row'), align: 'end', cell: ({ row }) => row },
    {
      key: 'state',
      header: t('rows.state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>,
    },
    {
      key: 'what',
      header: t('rows.what'),
      isRowHeader: true,
      cell: ({ activity, partner, amount }) => (
        <>
          <span className="block">{activity || '–'}</span>
          <span className="block text-sm font-normal text-muted">
            {[partner, amount].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'details', header: t('rows.details'), cell: (row) => <RowDetails row={row} /> },
  ];
  return (
    <DataTable
      caption={t('rows.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ row }) => String(row)}
      empty={<EmptyState title={t('rows.none')} body={t('rows.noneBody')} />}
    />
  );
}

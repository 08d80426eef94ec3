import { Link } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { type Column, DataTable, EmptyState, LinkButton, Pagination, Section } from '#app/ui';
import { useFigureNames, useFigures } from './figure-context';
import { type OpenedRows as Opened, type OpenedRow, rowsAPage } from './figures-view';
import { addressOf } from './selection';

/** The rows that a figure is the sum of, each leading to its action. */
export function OpenedRows({ opened }: { opened: Opened }) {
  const { t } = useTranslation('figures');
  const { selection, currency } = useFigures();
  const columns = useRowColumns(opened);
  const name = useFigureNames().line(opened.figure.by, opened.figure.key, opened.institution);
  // The links of the pagination name no place in the page.
  useEffect(() => {
    if (opened.page > 1) document.getElementById('rows')?.scrollIntoView();
  }, [opened.page]);
  const title = t('rowsOf', { part: t(`part.${opened.figure.part}`), name: name.name });
  return (
    <Section
      id="rows"
      title={title}
      lead={name.note}
      actions={
        <LinkButton
          to={addressOf({ ...selection, currency }, null)}
          variant="quiet"
          size="small"
          preventScrollReset
        >
          {t('closeRows')}
        </LinkButton>
      }
    >
      <DataTable
        caption={`${title}, ${currency}`}
        columns={columns}
        rows={opened.rows}
        rowKey={({ actionId, lineId, kind }) => `${actionId}/${kind}/${lineId}`}
        narrow="scroll"
        empty={<EmptyState title={t('noRows')} />}
      />
      <Pagination page={opened.page} pageSize={rowsAPage} total={opened.total} label={title} />
    </Section>
  );
}

function useRowColumns(opened: Opened): Column<OpenedRow>[] {
  const { t } = useTranslation('figures');
  const { currency, actionsAddress } = useFigures();
  const { decimal } = useFormat();
  const names = useFigureNames();
  return [
    {
      key: 'action',
      header: t('column.action'),
      isRowHeader: true,
      cell: ({ actionId, actionTitle }) => (
        <Link to={`${actionsAddress}?action=${actionId}`} className="block min-w-48">
          {actionTitle.trim() || t('untitled')}
        </Link>
      ),
      footer: t('sum', { count: opened.total }),
    },
    { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'institution',
      header: t('column.institution'),
      cell: ({ source, lead }) => names.institution(source ?? lead),
    },
    {
      key: 'year',
      header: t('column.year'),
      cell: ({ year, yearText }) => (year === null ? yearText || t('none.year') : names.year(year).name),
    },
    {
      key: 'amount',
      header: t('column.amount', { currency }),
      align: 'end',
      cell: ({ amount }) => decimal(amount),
      footer: decimal(opened.sum),
    },
  ];
}

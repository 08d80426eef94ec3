import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, Section } from '#app/ui';
import { addTotals, type Totals } from '#domain/plans';
import { useFigureNames, useFigures } from './figure-context';
import { FigureLink } from './figure-link';
import type { FigureLine } from './figures-view';
import { addressOf, groupings, none, parts } from './selection';

/** The same money by year, objective, block or institution; the last row is the plan as a whole. */
export function GroupTable({ lines, totals }: { lines: readonly FigureLine[]; totals: Totals }) {
  const { t } = useTranslation('figures');
  const { selection, currency } = useFigures();
  const names = useFigureNames();
  const { by } = selection;
  // Whoever gives funding bears no costs by that.
  const shown = by === 'source' ? parts.filter((part) => part !== 'cost' && part !== 'gap') : parts;
  const whole = by === 'source' ? addTotals(lines.map((line) => line.totals)) : totals;
  const columns: Column<FigureLine>[] = [
    {
      key: 'name',
      header: t(`grouping.${by}`),
      isRowHeader: true,
      cell: (line) => <LineName line={line} />,
      footer: t('wholePlan'),
    },
    ...shown.map(
      (part): Column<FigureLine> => ({
        key: part,
        header: t(`part.${part}`),
        align: 'end',
        cell: ({ key, institution, totals: own }) => (
          <FigureLink
            amount={own[part]}
            figure={{ by, key, part }}
            name={names.line(by, key, institution).name}
          />
        ),
        footer: (
          <FigureLink amount={whole[part]} figure={{ by: 'plan', key: none, part }} name={t('wholePlan')} />
        ),
      }),
    ),
  ];
  return (
    <Section title={t('inDetail', { currency })} actions={<GroupingLinks />}>
      <DataTable
        caption={t('caption', { grouping: t(`grouping.${by}`), currency })}
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
        narrow="scroll"
      />
      {by === 'objective' && <p className="mt-2 text-muted text-sm">{t('objectiveNote')}</p>}
    </Section>
  );
}

function LineName({ line }: { line: FigureLine }) {
  const { selection } = useFigures();
  const { name, note } = useFigureNames().line(selection.by, line.key, line.institution);
  return (
    <span className="block min-w-36" style={{ paddingInlineStart: `${line.depth * 1.25}rem` }}>
      {name}
      {note && (
        <span
          className={`block font-normal text-muted text-sm ${selection.by === 'year' ? 'sm:whitespace-nowrap' : ''}`}
        >
          {note}
        </span>
      )}
    </span>
  );
}

function GroupingLinks() {
  const { t } = useTranslation('figures');
  const { selection, currency } = useFigures();
  return (
    <nav aria-label={t('groupBy')} className="toolbar">
      {groupings.map((by) => (
        <Link
          key={by}
          to={addressOf({ ...selection, currency, by }, null)}
          className={`button button-small ${by === selection.by ? 'button-primary' : 'button-secondary'}`}
          aria-current={by === selection.by ? 'true' : undefined}
          preventScrollReset
        >
          {t(`grouping.${by}`)}
        </Link>
      ))}
    </nav>
  );
}

import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, InstitutionBadge } from '#app/ui';
import type { FactKind } from '#domain/commitments/kinds';
import { institutionName } from '#domain/institutions/name';
import { type Theme, themes } from '#domain/themes';
import type { CommitmentMatrix as Matrix, MatrixRow } from '#server/features/commitments';
import type { MoneyChoice } from './money-choice';
import { SumsCell } from './sums-cell';

/** Partners and themes; every amount, total and column total opens to its rows. Themes without money have no column. */
export function CommitmentMatrix({
  matrix,
  kind,
  of,
  choice,
  base,
  localCurrency,
}: {
  matrix: Matrix;
  kind: FactKind;
  of: { year: number | null; fiscalYear: string | null };
  choice: MoneyChoice;
  base: string;
  localCurrency: string;
}) {
  const { t, i18n } = useTranslation('commitments');
  const shown = { choice, localCurrency, base, isCompact: true };
  const { columnTotals, grandTotal } = matrix;
  const columns: Column<MatrixRow>[] = [
    {
      key: 'partner',
      header: t('filter.partner'),
      isRowHeader: true,
      cell: ({ partner }) => (
        <Link to={`${base}/commitments?partner=${partner.id}`} className="no-underline">
          <InstitutionBadge
            kind={partner.kind}
            acronym={partner.acronym}
            name={institutionName(partner.names, i18n.language)}
          />
        </Link>
      ),
      footer: t('matrix.total'),
    },
    ...([...themes, ''] as (Theme | '')[])
      .filter((theme) => columnTotals[theme])
      .map(
        (theme): Column<MatrixRow> => ({
          key: theme || 'none',
          header: theme === '' ? t('facts.noTheme') : t(`plans:theme.${theme}`),
          align: 'end',
          cell: ({ partner, cells }) => (
            <SumsCell
              sums={cells[theme] ?? []}
              filter={{ partnerId: partner.id, theme, kind, ...of }}
              {...shown}
            />
          ),
          footer: <SumsCell sums={columnTotals[theme] ?? []} filter={{ theme, kind, ...of }} {...shown} />,
        }),
      ),
    {
      key: 'total',
      header: t('matrix.total'),
      align: 'end',
      cell: ({ partner, total }) => (
        <SumsCell sums={total} filter={{ partnerId: partner.id, kind, ...of }} {...shown} />
      ),
      footer: <SumsCell sums={grandTotal} filter={{ kind, ...of }} {...shown} />,
    },
  ];
  return (
    <DataTable
      caption={t('matrix.caption', { kind: t(`kind.${kind}`) })}
      rows={matrix.rows}
      rowKey={({ partner }) => partner.id}
      columns={columns}
      narrow="scroll"
    />
  );
}

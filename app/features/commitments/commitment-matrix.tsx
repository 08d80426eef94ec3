import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InstitutionBadge, Matrix } from '#app/ui';
import type { FactKind } from '#domain/commitments/kinds';
import { institutionName } from '#domain/institutions/name';
import { type Theme, themes } from '#domain/themes';
import type { CommitmentMatrix as MatrixOfMoney } from '#server/features/commitments';
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
  matrix: MatrixOfMoney;
  kind: FactKind;
  of: { year: number | null; fiscalYear: string | null };
  choice: MoneyChoice;
  base: string;
  localCurrency: string;
}) {
  const { t, i18n } = useTranslation('commitments');
  const shown = { choice, localCurrency, base, isCompact: true };
  const { columnTotals, grandTotal } = matrix;
  const columns = ([...themes, ''] as (Theme | '')[]).filter((theme) => columnTotals[theme]);
  return (
    <Matrix
      caption={t('matrix.caption', { kind: t(`kind.${kind}`) })}
      corner={t('filter.partner')}
      rows={matrix.rows}
      rowKey={({ partner }) => partner.id}
      rowLabel={({ partner }) => (
        <Link to={`${base}/partners/${partner.id}/commitments`} className="no-underline">
          <InstitutionBadge
            kind={partner.kind}
            acronym={partner.acronym}
            name={institutionName(partner.names, i18n.language)}
          />
        </Link>
      )}
      columns={columns}
      columnKey={(theme) => theme || 'none'}
      columnLabel={(theme) => (theme === '' ? t('facts.noTheme') : t(`plans:theme.${theme}`))}
      emptyLabel={t('sums.none')}
      cell={({ partner, cells }, theme) => {
        const sums = cells[theme];
        if (!sums) return null;
        return (
          <span className="matrix-cell">
            <SumsCell sums={sums} filter={{ partnerId: partner.id, theme, kind, ...of }} {...shown} />
          </span>
        );
      }}
      total={{
        label: t('matrix.total'),
        ofRow: ({ partner, total }) => (
          <span className="matrix-cell">
            <SumsCell sums={total} filter={{ partnerId: partner.id, kind, ...of }} {...shown} />
          </span>
        ),
        ofColumn: (theme) => (
          <SumsCell sums={columnTotals[theme] ?? []} filter={{ theme, kind, ...of }} {...shown} />
        ),
        ofAll: <SumsCell sums={grandTotal} filter={{ kind, ...of }} {...shown} />,
      }}
    />
  );
}

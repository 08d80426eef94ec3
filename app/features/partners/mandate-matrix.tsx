import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { InstitutionBadge, Matrix, VisuallyHidden } from '#app/ui';
import { institutionName, institutionShortName } from '#domain/institutions/name';
import { type Theme, themes } from '#domain/themes';
import type { MandateCounts } from '#server/features/partners';

export interface OpenedCell {
  partner: string | null;
  theme: Theme | null;
}

/** Partners by theme: how many mandates, in which roles; each number opens to its rows. */
export function MandateMatrix({
  rows,
  totals,
  opened,
}: {
  /** One page of the partners. */
  rows: readonly MandateCounts[];
  /** Of all pages. */
  totals: Partial<Record<Theme, number>>;
  opened: OpenedCell;
}) {
  const { t, i18n } = useTranslation('partners');
  const { number } = useFormat();
  const countLink = (count: number, cell: OpenedCell, name: string) =>
    count === 0 ? (
      <span className="matrix-cell">{number(0)}</span>
    ) : (
      <CellLink cell={cell} opened={opened} name={name}>
        <span className="matrix-count">{number(count)}</span>
      </CellLink>
    );
  return (
    <Matrix
      caption={t('matrix.caption')}
      corner={t('list.partner')}
      rows={rows}
      rowKey={({ institution }) => institution.id}
      rowLabel={({ institution }) => (
        <InstitutionBadge
          kind={institution.kind}
          acronym={institution.acronym}
          name={institutionName(institution.names, i18n.language)}
        />
      )}
      columns={themes}
      columnKey={(theme) => theme}
      columnLabel={(theme) => t(`plans:theme.${theme}`)}
      emptyLabel={t('matrix.none')}
      cell={({ institution, cells }, theme) => {
        const cell = cells.find((one) => one.theme === theme);
        if (!cell) return null;
        const name = `${institutionShortName(institution, i18n.language)}, ${t(`plans:theme.${theme}`)}`;
        return (
          <CellLink cell={{ partner: institution.id, theme }} opened={opened} name={name}>
            <span className="matrix-count font-semibold">{number(cell.count)}</span>
            <span className="block text-xs text-muted">
              {cell.roles.map((role) => t(`role.${role}`)).join(', ')}
            </span>
          </CellLink>
        );
      }}
      total={{
        label: t('matrix.total'),
        ofRow: ({ institution, cells }) =>
          countLink(
            cells.reduce((sum, { count }) => sum + count, 0),
            { partner: institution.id, theme: null },
            institutionShortName(institution, i18n.language),
          ),
        ofColumn: (theme) =>
          countLink(totals[theme] ?? 0, { partner: null, theme }, t(`plans:theme.${theme}`)),
        ofAll: number(Object.values(totals).reduce((sum, count) => sum + count, 0)),
      }}
    />
  );
}

function CellLink({
  cell,
  opened,
  name,
  children,
}: {
  cell: OpenedCell;
  opened: OpenedCell;
  /** Whose mandates, for those who meet the link outside of the table. */
  name: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('partners');
  const [params] = useSearchParams();
  const query = new URLSearchParams(params);
  for (const [name, value] of Object.entries({ partner: cell.partner, on: cell.theme })) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const isOpen = cell.partner === opened.partner && cell.theme === opened.theme;
  return (
    <Link
      to={`?${query}#rows`}
      className="matrix-cell"
      aria-current={isOpen ? 'true' : undefined}
      preventScrollReset
    >
      {children}
      <VisuallyHidden>{t('matrix.open', { name })}</VisuallyHidden>
    </Link>
  );
}

import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState, LinkButton, Section } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { OpenedCell } from './mandate-matrix';
import { type MandateRow, MandateTable } from './mandate-table';

/** The rows behind a number of the matrix. */
export function OpenedMandates({
  slug,
  mandates,
  places,
  cell,
}: {
  slug: string;
  mandates: readonly MandateRow[];
  places: Record<string, string>;
  cell: OpenedCell;
}) {
  const { t, i18n } = useTranslation('partners');
  const [params] = useSearchParams();
  const rest = new URLSearchParams(params);
  for (const name of ['partner', 'on']) rest.delete(name);
  const partner = cell.partner && mandates[0]?.institution;
  const of = [
    partner ? institutionName(partner.names, i18n.language) : null,
    cell.theme && t(`plans:theme.${cell.theme}`),
  ];
  const title = t('matrix.rows', { count: mandates.length, name: of.filter(Boolean).join(', ') });
  return (
    <Section
      id="rows"
      title={title}
      actions={
        <LinkButton to={`?${rest}`} variant="quiet" size="small" preventScrollReset>
          {t('ui:close')}
        </LinkButton>
      }
    >
      {mandates.length === 0 ? (
        <EmptyState title={t('workspaces:list.nothing')} body={t('list.nothingBody')} />
      ) : (
        <MandateTable caption={title} mandates={mandates} places={places} slug={slug} />
      )}
    </Section>
  );
}

import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { OriginsButton } from '#app/features/provenance';
import { useFormat } from '#app/i18n/format';
import { Badge, type Column, DataTable, InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { ListedMandate } from '#server/features/partners';
import type { DescribedOrigin } from '#server/features/provenance';
import { useFieldLabels } from './field-labels';
import { useValidity } from './use-validity';
import { WebLink } from './web-link';

export interface MandateRow extends ListedMandate {
  origins: DescribedOrigin[];
}

/** Mandates as rows; with `slug` each names its partner, and with `mayEdit` its theme leads to its form. */
export function MandateTable({
  caption,
  mandates,
  places,
  slug,
  mayEdit = false,
}: {
  caption: string;
  mandates: readonly MandateRow[];
  /** Names by place. */
  places: Record<string, string>;
  slug?: string;
  mayEdit?: boolean;
}) {
  const { t, i18n } = useTranslation('partners');
  const partner: Column<MandateRow> = {
    key: 'partner',
    header: t('list.partner'),
    cell: ({ institution }) => (
      <Link to={`/w/${slug}/partners/${institution.id}/mandates`} className="no-underline">
        <InstitutionBadge
          kind={institution.kind}
          acronym={institution.acronym}
          name={institutionName(institution.names, i18n.language)}
        />
      </Link>
    ),
  };
  const columns = useMandateColumns(places, mayEdit);
  return (
    <DataTable
      caption={caption}
      rows={mandates}
      rowKey={({ id }) => id}
      columns={slug ? [partner, ...columns] : columns}
    />
  );
}

function useMandateColumns(places: Record<string, string>, mayEdit: boolean): Column<MandateRow>[] {
  const { t } = useTranslation('partners');
  const { date } = useFormat();
  const validity = useValidity();
  const labelOf = useFieldLabels('mandate');
  return [
    {
      key: 'theme',
      header: t('mandate.theme'),
      isRowHeader: true,
      cell: ({ id, theme, approach, evidenceUrl }) => (
        <>
          {mayEdit ? <Link to={id}>{t(`plans:theme.${theme}`)}</Link> : t(`plans:theme.${theme}`)}
          {approach && (
            <span className="block max-w-reading text-sm font-normal whitespace-pre-line text-muted">
              {approach}
            </span>
          )}
          {evidenceUrl && (
            <span className="block text-sm font-normal">
              <WebLink to={evidenceUrl}>{t('mandate.evidence')}</WebLink>
            </span>
          )}
        </>
      ),
    },
    { key: 'place', header: t('mandate.place'), cell: ({ place }) => places[place] ?? place },
    {
      key: 'instrument',
      header: t('mandate.instrument'),
      cell: ({ instrument }) => t(`instrument.${instrument}`),
    },
    { key: 'role', header: t('mandate.role'), cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'validity',
      header: t('mandate.validity'),
      cell: (mandate) => (
        <span className="inline-flex min-w-28 flex-wrap items-baseline gap-1.5 max-md:justify-end">
          {validity(mandate)}
          {mandate.state !== 'in_force' && <Badge>{t(`state.${mandate.state}`)}</Badge>}
        </span>
      ),
    },
    {
      key: 'reviewed',
      header: t('mandate.lastReviewedOn'),
      cell: ({ lastReviewedOn }) =>
        lastReviewedOn ? date(lastReviewedOn) : <span className="text-muted">{t('list.neverReviewed')}</span>,
    },
    {
      key: 'origins',
      header: t('origins'),
      isHeaderHidden: true,
      align: 'end',
      cell: ({ theme, origins }) => (
        <OriginsButton of={t(`plans:theme.${theme}`)} origins={origins} labelOf={labelOf} />
      ),
    },
  ];
}

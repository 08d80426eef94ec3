import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, type Column, DataTable, InstitutionBadge } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import type { ListedPartner } from '#server/features/partners';

const themesShown = 3;

/** Partners with what they are for; `country` is in words. */
export function PartnerList({
  slug,
  partners,
  sort,
}: {
  slug: string;
  partners: readonly ListedPartner[];
  sort: string;
}) {
  const { t, i18n } = useTranslation('partners');
  const { date, number } = useFormat();
  const at = ({ id }: ListedPartner) => `/w/${slug}/partners/${id}`;
  const columns: Column<ListedPartner>[] = [
    {
      key: 'name',
      header: t('list.partner'),
      isRowHeader: true,
      isSortable: true,
      cell: (partner) => (
        <Link to={at(partner)} className="no-underline">
          <InstitutionBadge
            kind={partner.kind}
            acronym={partner.acronym}
            name={institutionName(partner.names, i18n.language)}
            isFull
          />
        </Link>
      ),
    },
    { key: 'kind', header: t('list.kind'), isSortable: true, cell: ({ kind }) => t(`ui:kind.${kind}`) },
    { key: 'themes', header: t('list.themes'), cell: ({ themes }) => <Themes themes={themes} /> },
    {
      key: 'mandates',
      header: t('list.mandates'),
      align: 'end',
      isSortable: true,
      cell: (partner) => <Link to={`${at(partner)}/mandates`}>{number(partner.mandateCount)}</Link>,
    },
    {
      key: 'reviewed',
      header: t('list.reviewed'),
      isSortable: true,
      cell: ({ reviewedOn }) =>
        reviewedOn ? (
          <time dateTime={reviewedOn} className="whitespace-nowrap">
            {date(reviewedOn)}
          </time>
        ) : (
          <span className="text-muted">{t('list.neverReviewed')}</span>
        ),
    },
    {
      key: 'keeper',
      header: t('list.keeper'),
      cell: ({ isAttended }) => <Badge>{t(isAttended ? 'keeper.partner' : 'keeper.convenors')}</Badge>,
    },
  ];
  return (
    <DataTable
      caption={t('list.title')}
      rows={partners}
      rowKey={({ id }) => id}
      sort={sort}
      columns={columns}
    />
  );
}

function Themes({ themes }: Pick<ListedPartner, 'themes'>) {
  const { t } = useTranslation('partners');
  const rest = themes.length - themesShown;
  const shown = themes.slice(0, themesShown).map((theme) => t(`plans:theme.${theme}`));
  return (
    <span className="text-sm">
      {shown.join(' · ')}
      {rest > 0 && <span className="text-muted"> {t('list.moreThemes', { count: rest })}</span>}
    </span>
  );
}

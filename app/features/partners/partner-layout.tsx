import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge, InstitutionBadge, PageHeader, TabLinks } from '#app/ui';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';

export interface PartnerTab {
  /** Below the partner's address; empty for the overview. */
  path: string;
  label: ReactNode;
}

/** A partner's page: who it is, who keeps its record, and its parts as tabs. */
export function PartnerLayout({
  slug,
  partner,
  isUnattended,
  tabs,
  children,
}: {
  slug: string;
  partner: InstitutionLabel;
  isUnattended: boolean;
  tabs: readonly PartnerTab[];
  children: ReactNode;
}) {
  const { t, i18n } = useTranslation('partners');
  const at = `/w/${slug}/partners/${partner.id}`;
  const name = institutionName(partner.names, i18n.language);
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ to: `/w/${slug}/partners`, label: t('list.title') }]}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <InstitutionBadge kind={partner.kind} acronym={partner.acronym} name={name} />
            {partner.acronym && <span>{t(`ui:kind.${partner.kind}`)}</span>}
            <Badge>{t(isUnattended ? 'keptBy.convenors' : 'keptBy.partner')}</Badge>
          </span>
        }
      />
      <TabLinks
        isInner
        label={t('tabs.label', { name })}
        items={tabs.map(({ path, label }) => ({ to: path ? `${at}/${path}` : at, label, end: path === '' }))}
      />
      {children}
    </>
  );
}

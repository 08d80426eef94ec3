import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PartnerLayout, type PartnerTab } from '#app/features/partners';
import { DoneNotice } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { useFormat } from '#app/i18n/format';
import type { InstitutionId } from '#domain/ids';
import { may } from '#domain/policy';

export { revalidateUnlessSearch as shouldRevalidate } from '#app/http/revalidate';

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners } = args.context.services;
  const on = { workspaceId: workspace.id, institutionId: args.params.id as InstitutionId };
  const { subject, id, kind, acronym, names } = await partners.findPartner(on);
  const seesProposals = may(actor, 'proposals.see', subject);
  return {
    slug: workspace.slug,
    partner: { id, kind, acronym, names },
    isUnattended: subject.isUnattended,
    openProposals: seesProposals ? await partners.countOpenProposals(on) : null,
  };
});

export default function Partner() {
  const { t } = useTranslation('partners');
  const { number } = useFormat();
  const { openProposals, ...data } = useLoaderData<typeof loader>();
  const tabs: PartnerTab[] = [
    { path: '', label: t('tabs.overview') },
    { path: 'mandates', label: t('tabs.mandates') },
    { path: 'commitments', label: t('registry:section.commitments') },
    { path: 'people', label: t('tabs.people') },
    { path: 'documents', label: t('tabs.documents') },
    { path: 'cycles', label: t('registry:section.cycles') },
    { path: 'quality', label: t('quality:title') },
  ];
  if (openProposals !== null) {
    const label = t('tabs.proposals');
    const count = number(openProposals);
    tabs.push({ path: 'proposals', label: openProposals > 0 ? `${label} (${count})` : label });
  }
  return (
    <PartnerLayout {...data} tabs={tabs}>
      <DoneNotice
        namespace="partners"
        keys={['added', 'saved', 'removed', 'proposed', 'accepted', 'rejected', 'withdrawn', 'identifiers']}
      />
      <Outlet />
    </PartnerLayout>
  );
}

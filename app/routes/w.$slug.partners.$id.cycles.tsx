import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CycleList } from '#app/features/funding-cycles';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, LinkButton, Section } from '#app/ui';
import type { InstitutionId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { fundingCycles, institutions } = args.context.services;
  const institutionId = args.params.id as InstitutionId;
  const language = await readLanguage(args);
  const sort = { key: 'next', isDescending: false } as const;
  const filter = {
    ...wholeList,
    sort,
    search: '',
    kind: '',
    phase: '',
    within: null,
    institutionId,
    language,
  };
  await institutions.findInstitution(workspace.id, institutionId);
  const [{ rows }, editable] = await Promise.all([
    fundingCycles.listCycles(workspace.id, filter),
    fundingCycles.listEditablePartners({ actor, workspaceId: workspace.id }),
  ]);
  return {
    title: await pageTitle(args, 'cycles:list.title'),
    slug: workspace.slug,
    institutionId,
    cycles: rows,
    mayAdd: editable.some(({ id }) => id === institutionId),
  };
});

export default function PartnerCycles() {
  const { t } = useTranslation('cycles');
  const { slug, institutionId, cycles, mayAdd } = useLoaderData<typeof loader>();
  const add = mayAdd && (
    <LinkButton
      to={`/w/${slug}/cycles/new?partner=${institutionId}`}
      variant="primary"
      icon="add"
      size="small"
    >
      {t('list.new')}
    </LinkButton>
  );
  return (
    <Section
      title={t('list.title')}
      actions={
        <span className="inline-flex flex-wrap gap-2">
          <LinkButton to={`/w/${slug}/timeline?partner=${institutionId}`} size="small" icon="calendar">
            {t('timeline.title')}
          </LinkButton>
          {cycles.length > 0 && add}
        </span>
      }
    >
      {cycles.length === 0 ? (
        <EmptyState
          title={t('list.emptyPartner')}
          body={t(mayAdd ? 'list.emptyBody' : 'list.emptyReader')}
          action={add}
        />
      ) : (
        <CycleList slug={slug} rows={cycles} isOfOnePartner />
      )}
    </Section>
  );
}

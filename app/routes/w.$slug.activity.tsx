import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActivityList } from '#app/features/activity';
import { readActivityFilter } from '#app/features/activity/activity-filter.server';
import { institutionOptions } from '#app/features/institutions';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader } from '#app/ui';
import { activityGroupNames } from '#domain/activity/groups';
import { instant } from '#domain/clock';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { activity, institutions } = args.context.services;
  const language = await readLanguage(args);
  const workspaceId = workspace.id;
  const filter = { ...readActivityFilter(args.request), limit: pageSize };
  const [page, labels] = await Promise.all([
    activity.listActivity({ actor, workspaceId, filter }),
    institutions.listInstitutionLabels(workspaceId, language),
  ]);
  return {
    title: await pageTitle(args, 'activity:title'),
    slug: workspace.slug,
    page,
    institutions: institutionOptions(labels, language),
    now: instant(args.context.clock),
  };
});

export default function Activity() {
  const { t } = useTranslation('activity');
  const { slug, page, institutions, now } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const older = new URLSearchParams(params);
  if (page.before) older.set('before', page.before);
  const newest = new URLSearchParams(params);
  newest.delete('before');
  const isFiltered = params.has('institution') || params.has('kind');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ListToolbar
        filters={[
          {
            name: 'institution',
            label: t('filter.institution'),
            options: institutions,
            any: t('filter.anyInstitution'),
          },
          {
            name: 'kind',
            label: t('filter.kind'),
            options: activityGroupNames.map((value) => ({ value, label: t(`group.${value}`) })),
            any: t('filter.anyKind'),
          },
        ]}
        exportTo={`/w/${slug}/activity.csv`}
      />
      {page.entries.length === 0 ? (
        <EmptyState
          level={2}
          title={t(isFiltered ? 'nothingFound.title' : 'empty.title')}
          body={t(isFiltered ? 'nothingFound.body' : 'empty.body')}
        />
      ) : (
        <ActivityList entries={page.entries} slug={slug} now={now} />
      )}
      <div className="mt-4 flex flex-wrap justify-between gap-3">
        {params.has('before') && <LinkButton to={`?${newest}`}>{t('newest')}</LinkButton>}
        {page.before && <LinkButton to={`?${older}`}>{t('older')}</LinkButton>}
      </div>
    </>
  );
}

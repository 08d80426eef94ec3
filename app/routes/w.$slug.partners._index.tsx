import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ExportMenu, PartnerList, useMandateFilters } from '#app/features/partners';
import { readPartnerFilter } from '#app/features/partners/filters.server';
import { SavedViews } from '#app/features/saved-views';
import { actOnViews } from '#app/features/saved-views/view-form.server';
import { DoneNotice, ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { EmptyState, LinkButton, PageHeader, Pagination } from '#app/ui';
import { sortText } from '#domain/lists/order';
import { may } from '#domain/policy';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { partners, savedViews } = args.context.services;
  const workspaceId = workspace.id;
  const own = { workspaceId, institutionId: actor.membership.institutionId };
  const filter = await readPartnerFilter(args);
  const [page, views] = await Promise.all([
    partners.listPartners(workspaceId, { ...filter, size: pageSize }),
    savedViews.listViews({ actor, workspaceId, list: 'partners' }),
  ]);
  return {
    title: await pageTitle(args, 'partners:list.title'),
    slug: workspace.slug,
    page,
    views,
    sort: sortText(filter.sort),
    isFiltered: new URL(args.request.url).search !== '',
    countries: countryOptions(filter.language),
    mayAdd:
      may(actor, 'partner.add', { workspaceId, institutionId: null }) ||
      (may(actor, 'partner.add', own) && !(await partners.isPartner(own))),
    mayShare: may(actor, 'view.share', { workspaceId }),
  };
});

export const action = guardAction((args: ActionFunctionArgs) => actOnViews(args, 'partners'));

export default function Partners() {
  const { t } = useTranslation('partners');
  const { slug, page, views, sort, isFiltered, countries, mayAdd, mayShare } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { kind, theme, others } = useMandateFilters(countries);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <>
            <ExportMenu to={`/w/${slug}/partners/export`} />
            {mayAdd && (
              <LinkButton to="add" variant="primary" icon="add">
                {t('list.add')}
              </LinkButton>
            )}
          </>
        }
      />
      <DoneNotice namespace="partners" keys={['unlisted']} />
      <ListToolbar searchLabel={t('list.search')} filters={[kind, theme, ...others]} />
      <SavedViews views={views} mayShare={mayShare} refusal={answer?.refusal} />
      {page.total === 0 ? (
        <EmptyState
          level={2}
          title={t(isFiltered ? 'workspaces:list.nothing' : 'list.empty')}
          body={t(isFiltered ? 'list.nothingBody' : 'list.emptyBody')}
        />
      ) : (
        <PartnerList slug={slug} partners={page.rows} sort={sort} />
      )}
      <Pagination page={page.page} pageSize={pageSize} total={page.total} />
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ParticipationByDialogue, ParticipationByInstitution } from '#app/features/participation';
import { readParticipationFilter } from '#app/features/participation/filters.server';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, Notice, PageHeader, Pagination } from '#app/ui';
import { institutionName } from '#domain/institutions/name';
import { sortText } from '#domain/lists/order';
import { may } from '#domain/policy';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const language = await readLanguage(args);
  const { institutionId, ...wanted } = readParticipationFilter(args.request);
  const asked = { actor, workspaceId: workspace.id };
  const filter = { ...wanted, language, size: pageSize };
  const service = args.context.services.participation;
  const shared = {
    slug: workspace.slug,
    sort: sortText(filter.sort),
    seesAll: may(actor, 'feedback.answer', asked),
  };
  if (!institutionId) {
    const list = await service.listParticipation(asked, filter);
    return { ...shared, of: null, list, title: await pageTitle(args, 'participation:title') };
  }
  const { institution, ...list } = await service.listOfInstitution({ ...asked, institutionId }, filter);
  const name = institutionName(institution.names, language);
  const title = await pageTitle(args, 'participation:titleOf', { institution: institution.acronym || name });
  return { ...shared, of: { name, list }, list: null, title };
});

export default function ParticipationPage() {
  const { t } = useTranslation('participation');
  const { slug, sort, seesAll, of, list: all } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { years, dialogues, unattributed, page } = of ? of.list : all;
  const isFiltered = ['q', 'from', 'to'].some((name) => params.get(name));
  const options = years.map((year) => ({ value: String(year), label: String(year) }));
  const at = `/w/${slug}/participation`;
  return (
    <>
      <PageHeader
        title={of ? of.name : t('title')}
        lead={t(of ? 'leadOf' : 'lead')}
        breadcrumbs={[
          { to: `/w/${slug}/dialogues`, label: t('dialogues:list.title') },
          ...(of ? [{ to: at, label: t('title') }] : []),
        ]}
      />
      <ListToolbar
        searchLabel={t(of ? 'searchDialogues' : 'search')}
        filters={[
          { name: 'from', label: t('from'), any: t('fromAny'), options },
          { name: 'to', label: t('to'), any: t('toAny'), options },
        ]}
        exportTo={`${at}.csv`}
        kept={['institution']}
      />
      {dialogues > 0 && !seesAll && (
        <div className="mb-4">
          <Notice>
            <p>{t('reader')}</p>
            {unattributed > 0 && <p>{t('unattributed', { count: unattributed })}</p>}
          </Notice>
        </div>
      )}
      {page.total > 0 && !of && <ParticipationByInstitution rows={all.page.rows} sort={sort} />}
      {page.total > 0 && of && (
        <ParticipationByDialogue slug={slug} rows={of.list.page.rows} total={of.list.total} sort={sort} />
      )}
      {page.total === 0 && (
        <EmptyState
          level={2}
          title={t(isFiltered ? 'nothing' : 'empty')}
          body={t(isFiltered ? 'nothingBody' : 'emptyBody')}
        />
      )}
      <Pagination page={page.page} pageSize={pageSize} total={page.total} />
    </>
  );
}

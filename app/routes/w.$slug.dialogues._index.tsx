import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DialogueMonth, ViewSwitch } from '#app/features/dialogue-calendar';
import { monthOf } from '#app/features/dialogue-calendar/month.server';
import '#app/features/dialogue-calendar/month.css';
import { DialogueTable } from '#app/features/dialogues';
import { readDialogueFilter } from '#app/features/dialogues/filters.server';
import { todayIn } from '#app/features/dialogues/time-zones.server';
import { ListToolbar } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, MoreLinks, PageHeader, Pagination } from '#app/ui';
import { dialogueStates } from '#domain/dialogues/dialogue-state';
import { dialogueTypes } from '#domain/dialogues/kinds';
import { sortText } from '#domain/lists/order';
import { may } from '#domain/policy';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const filter = readDialogueFilter(args.request);
  const asked = { actor, workspaceId: workspace.id };
  const { dialogues } = args.context.services;
  const { searchParams } = new URL(args.request.url);
  const isMonth = searchParams.get('view') === 'month';
  const page = await dialogues.listDialogues(asked, {
    ...filter,
    ...(isMonth ? wholeList : { size: pageSize }),
  });
  return {
    title: await pageTitle(args, 'dialogues:list.title'),
    slug: workspace.slug,
    page: isMonth ? { ...page, rows: [] } : page,
    month: isMonth
      ? monthOf(page.rows, {
          asked: searchParams.get('month'),
          today: todayIn(workspace.country, args.context.clock),
        })
      : null,
    sort: sortText(filter.sort),
    mayPlan: may(actor, 'dialogue.prepare', asked),
  };
});

export default function Dialogues() {
  const { t } = useTranslation('dialogues');
  const { slug, page, month, sort, mayPlan } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const isFiltered = ['q', 'type', 'state'].some((name) => params.get(name));
  const plan = (
    <LinkButton to={`/w/${slug}/dialogues/new`} variant="primary" icon="add">
      {t('meetings:list.plan')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('meetings:list.lead')}
        actions={
          <>
            {mayPlan && plan}
            <MoreLinks
              links={[
                { to: `/w/${slug}/participation`, label: t('meetings:list.participation') },
                { to: `/w/${slug}/decisions`, label: t('decision.register') },
              ]}
            />
          </>
        }
      />
      <ViewSwitch view={month ? 'month' : 'list'} />
      <ListToolbar
        searchLabel={t('meetings:list.search')}
        filters={[
          {
            name: 'type',
            label: t('meetings:list.type'),
            any: t('meetings:list.anyType'),
            options: dialogueTypes.map((value) => ({ value, label: t(`type.${value}`) })),
          },
          {
            name: 'state',
            label: t('meetings:list.state'),
            any: t('meetings:list.anyState'),
            options: dialogueStates.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        exportTo={`/w/${slug}/dialogues.csv`}
        kept={['view', 'month']}
      />
      {month && page.total > 0 && <DialogueMonth slug={slug} {...month} />}
      {!month && page.total > 0 && <DialogueTable slug={slug} rows={page.rows} sort={sort} />}
      {page.total === 0 && isFiltered && (
        <EmptyState level={2} title={t('meetings:list.nothing')} body={t('meetings:list.nothingBody')} />
      )}
      {page.total === 0 && !isFiltered && (
        <EmptyState
          level={2}
          title={t('meetings:list.empty')}
          body={t(mayPlan ? 'meetings:list.emptyBody' : 'meetings:list.emptyReader')}
          action={mayPlan && plan}
        />
      )}
      {!month && <Pagination page={page.page} pageSize={pageSize} total={page.total} />}
    </>
  );
}

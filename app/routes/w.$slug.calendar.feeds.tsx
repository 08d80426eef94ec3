import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FeedForm, FeedList, ShownAddress } from '#app/features/calendar-feeds';
import { feedSchema } from '#app/features/calendar-feeds/schemas';
import { DoneNotice } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { useKeptAnswer } from '#app/http/use-kept-answer';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { EmptyState, PageHeader, Refusal, Section } from '#app/ui';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { calendarFeeds, fundingCycles } = args.context.services;
  const language = await readLanguage(args);
  const [feeds, countries] = await Promise.all([
    calendarFeeds.listFeeds({ actor, workspaceId: workspace.id }),
    fundingCycles.listCountries(workspace.id),
  ]);
  return {
    title: await pageTitle(args, 'cycles:feeds.title'),
    slug: workspace.slug,
    feeds: feeds.map((feed) => ({ ...feed, countryName: countryName(feed.country, language) })),
    countries: countries.map((value) => ({ value, label: countryName(value, language) ?? value })),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { calendarFeeds } = args.context.services;
  const on = { actor, workspaceId: workspace.id };
  const formData = await readForm(args.request);
  const id = String(formData.get('id'));
  const shown = ({ token }: { token: string }) => ({
    url: `${args.context.publicUrl}/calendar/${token}.ics`,
  });
  switch (formData.get('intent')) {
    case 'renew':
      return shown(await calendarFeeds.renewFeed({ ...on, id }));
    case 'revoke':
      await calendarFeeds.revokeFeed({ ...on, id });
      return redirect(`/w/${workspace.slug}/calendar/feeds?done=feedRevoked`);
    default:
      return handleForm({
        formData,
        schema: feedSchema,
        act: async (feed) => shown(await calendarFeeds.createFeed({ ...on, ...feed })),
      });
  }
});

export default function CalendarFeeds() {
  const { t } = useTranslation('cycles');
  const { slug, feeds, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const url = useKeptAnswer(answer && 'url' in answer ? answer.url : null);
  return (
    <>
      <PageHeader
        title={t('feeds.title')}
        lead={t('feeds.lead')}
        breadcrumbs={[{ to: `/w/${slug}/calendar`, label: t('budget.title') }]}
      />
      <DoneNotice keys={['feedRevoked']} />
      {url && <ShownAddress key={url} url={url} />}
      {answer && 'refusal' in answer && !('result' in answer) && <Refusal refusal={answer.refusal} />}
      <Section title={t('feeds.yours')}>
        {feeds.length === 0 ? (
          <EmptyState title={t('feeds.empty')} body={t('feeds.emptyBody')} />
        ) : (
          <FeedList feeds={feeds} />
        )}
      </Section>
      <Section title={t('feeds.newTitle')} lead={t('feeds.newLead')}>
        <FeedForm countries={countries} answer={answer && 'result' in answer ? answer : undefined} />
      </Section>
    </>
  );
}

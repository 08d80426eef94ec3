import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LedActions, PersonalShell, WorkspaceCard } from '#app/features/workspaces';
import { requireActor } from '#app/features/workspaces/gate.server';
import { guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Section } from '#app/ui';
import { instant } from '#domain/clock';

export const meta = titleFromData;
const shownActions = 20;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { account } = await requireActor(args);
  const { workspaces, activity, plans } = args.context.services;
  const [standings, visits] = await Promise.all([
    workspaces.listStandings({ accountId: account.id, isAdministrator: account.isAdministrator }),
    workspaces.listVisits(account.id),
  ]);
  const workspaceIds = standings.map(({ workspace }) => workspace.id);
  const since = new Map(workspaceIds.flatMap((id) => (visits.has(id) ? [[id, visits.get(id) ?? '']] : [])));
  const [news, led] = await Promise.all([
    activity.listSince({ accountId: account.id, since, limit: 5 }),
    plans.listActionsLedBy({
      institutionIds: [...new Set(standings.map(({ membership }) => membership.institutionId))],
      workspaceIds,
    }),
  ]);
  const open = led.filter(({ status }) => status !== 'completed' && status !== 'cancelled');
  return {
    title: await pageTitle(args, 'home:home.title'),
    person: { name: account.name, email: account.email, isAdministrator: account.isAdministrator },
    cards: standings.map(({ workspace, membership, memberships }) => ({
      slug: workspace.slug,
      name: workspace.name,
      role: membership.role,
      institution: membership.institution,
      otherCount: memberships.length - 1,
      news: news.get(workspace.id) ?? null,
      since: since.get(workspace.id) ?? null,
    })),
    led: open.slice(0, shownActions),
    furtherCount: Math.max(0, open.length - shownActions),
    now: instant(args.context.clock),
  };
});

export default function Home() {
  const { t } = useTranslation('home');
  const { person, cards, led, furtherCount, now } = useLoaderData<typeof loader>();
  return (
    <PersonalShell person={person}>
      <PageHeader title={t('home.title')} />
      {cards.length === 0 ? (
        <EmptyState
          level={2}
          title={t('home.empty')}
          body={t(person.isAdministrator ? 'home.emptyAdministrator' : 'home.emptyBody')}
          action={
            person.isAdministrator && (
              <LinkButton to="/admin/workspaces/new" variant="primary" icon="add">
                {t('home.create')}
              </LinkButton>
            )
          }
        />
      ) : (
        <>
          <div className="grid gap-4">
            {cards.map((card) => (
              <WorkspaceCard key={card.slug} card={card} now={now} />
            ))}
          </div>
          <Section title={t('home.led')} lead={t('home.ledLead')}>
            <LedActions actions={led} caption={t('home.led')} />
            {furtherCount > 0 && (
              <p className="mt-3 text-muted">{t('home.further', { count: furtherCount })}</p>
            )}
          </Section>
        </>
      )}
    </PersonalShell>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CycleFactsList, EnvelopeTable, EventTable, RuleWords } from '#app/features/funding-cycles';
import { DoneNotice } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { ConfirmButton, EmptyState, LinkButton, PageHeader, Refusal, Section } from '#app/ui';
import type { FundingCycleId } from '#domain/ids';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { fundingCycles } = args.context.services;
  const language = await readLanguage(args);
  const on = { workspaceId: workspace.id, cycleId: args.params.cycleId as FundingCycleId };
  const [{ events, envelopes, ...cycle }, mayEdit] = await Promise.all([
    fundingCycles.findCycle(on),
    fundingCycles.mayEditCycle(actor, on),
  ]);
  const inWords = <Row extends { country: string | null }>(row: Row) => ({
    ...row,
    countryName: countryName(row.country, language),
  });
  return {
    title: await pageTitle(args, 'cycles:detail.title', { name: cycle.name }),
    slug: workspace.slug,
    cycle,
    events: events.map(inWords),
    envelopes: envelopes.map(inWords),
    mayEdit,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const cycleId = args.params.cycleId as FundingCycleId;
  await args.context.services.fundingCycles.removeCycle({ actor, workspaceId: workspace.id, cycleId });
  return redirect(`/w/${workspace.slug}/cycles?done=cycleRemoved`);
});

export default function Cycle() {
  const { t } = useTranslation('cycles');
  const { slug, cycle, events, envelopes, mayEdit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const at = `/w/${slug}/cycles/${cycle.id}`;
  const edit = (path: string, label: string) =>
    mayEdit && (
      <LinkButton to={`${at}/${path}`} size="small">
        {label}
      </LinkButton>
    );
  return (
    <>
      <PageHeader
        title={cycle.name}
        breadcrumbs={[{ to: `/w/${slug}/cycles`, label: t('list.title') }]}
        actions={mayEdit && <LinkButton to={`${at}/edit`}>{t('detail.edit')}</LinkButton>}
      />
      <DoneNotice keys={['saved']} />
      {answer && <Refusal refusal={answer.refusal} />}
      <CycleFactsList slug={slug} cycle={{ ...cycle, events: [], envelopes: [] }} />
      <Section
        title={t('event.titlePlural')}
        lead={t('event.lead')}
        actions={edit('events/new', t('event.add'))}
      >
        {events.length === 0 ? (
          <EmptyState title={t('event.empty')} body={t(mayEdit ? 'event.emptyBody' : 'event.emptyReader')} />
        ) : (
          <EventTable events={events} mayEdit={mayEdit} />
        )}
      </Section>
      <Section
        title={t('rule.heading')}
        lead={t('rule.lead')}
        actions={edit('windows', t(cycle.rule ? 'rule.change' : 'rule.add'))}
      >
        {cycle.rule ? <RuleWords rule={cycle.rule} /> : <p className="text-muted">{t('rule.none')}</p>}
      </Section>
      <Section
        title={t('envelope.titlePlural')}
        lead={t('envelope.lead')}
        actions={edit('envelopes/new', t('envelope.add'))}
      >
        {envelopes.length === 0 ? (
          <EmptyState
            title={t('envelope.empty')}
            body={t(mayEdit ? 'envelope.emptyBody' : 'event.emptyReader')}
          />
        ) : (
          <EnvelopeTable envelopes={envelopes} mayEdit={mayEdit} />
        )}
      </Section>
      {mayEdit && (
        <Section title={t('detail.removeTitle')} lead={t('detail.removeLead')}>
          <ConfirmButton
            label={t('detail.remove')}
            button={{ variant: 'danger' }}
            title={t('detail.removeQuestion', { name: cycle.name })}
            confirmLabel={t('detail.remove')}
            fields={{ intent: 'remove' }}
          >
            <p>{t('detail.removeBody', { events: events.length, envelopes: envelopes.length })}</p>
          </ConfirmButton>
        </Section>
      )}
    </>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { InstitutionFactsList } from '#app/features/institutions';
import { DoneNotice, LedActions, MemberList } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { wholeList } from '#app/http/list-params';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { countryName } from '#app/i18n/names.server';
import { ConfirmButton, EmptyState, LinkButton, PageHeader, Refusal, Section } from '#app/ui';
import type { InstitutionId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { may } from '#domain/policy';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace, memberships } = await requireMember(args);
  const { institutions, workspaces, plans } = args.context.services;
  const workspaceId = workspace.id;
  const institutionId = args.params.id as InstitutionId;
  const language = await readLanguage(args);
  const institution = await institutions.findInstitution(workspaceId, institutionId);
  const sort = { key: 'name', isDescending: false } as const;
  const filter = { ...wholeList, search: '', role: '', sort, institutionId, language };
  const [members, actions] = await Promise.all([
    workspaces.listMembers({ actor, workspaceId, filter }),
    plans.listActions({ actor, workspaceId, filter: { institutionId, ...wholeList } }),
  ]);
  const name = institutionName(institution.names, language);
  return {
    title: await pageTitle(args, 'institutions:detail.title', { name }),
    slug: workspace.slug,
    institution: { ...institution, country: countryName(institution.country, language) },
    name,
    members: members.rows,
    led: actions.rows.filter(({ lead }) => lead?.id === institutionId),
    supported: actions.rows.filter(({ lead }) => lead?.id !== institutionId),
    editable: may(actor, 'member.change', { workspaceId })
      ? ('all' as const)
      : memberships.map(({ id }) => id),
    mayEdit: may(actor, 'institution.edit', institution),
    mayInvite: may(actor, 'member.invite', { workspaceId, institutionId }),
    mayRemove: may(actor, 'institution.invite', { workspaceId }) && institution.memberCount === 0,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const institutionId = args.params.id as InstitutionId;
  const { institutions } = args.context.services;
  await institutions.removeFromWorkspace({ actor, workspaceId: workspace.id, institutionId });
  return redirect(`/w/${workspace.slug}/institutions?done=institutionRemoved`);
});

export default function Institution() {
  const { t } = useTranslation('institutions');
  const data = useLoaderData<typeof loader>();
  const { slug, institution, name, members, led, supported, editable, mayEdit, mayInvite, mayRemove } = data;
  const answer = useActionData<typeof action>();
  const inviteTo = `/w/${slug}/members/invite?institution=${institution.id}`;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ to: `/w/${slug}/institutions`, label: t('list.title') }]}
        actions={
          <>
            {mayEdit && <LinkButton to="edit">{t('detail.edit')}</LinkButton>}
            {mayInvite && (
              <LinkButton to={inviteTo} variant="primary" icon="add">
                {t('workspaces:members.invite')}
              </LinkButton>
            )}
          </>
        }
      />
      <DoneNotice keys={['institutionAdded', 'saved']} />
      {answer && <Refusal refusal={answer.refusal} />}
      <InstitutionFactsList institution={institution} />
      <Section title={t('detail.members')}>
        {members.length === 0 ? (
          <EmptyState
            title={t('detail.noMembers')}
            body={t(mayInvite ? 'detail.noMembersBody' : 'detail.noMembersReader')}
          />
        ) : (
          <MemberList slug={slug} members={members} editable={editable} />
        )}
      </Section>
      {led.length > 0 && (
        <Section title={t('detail.led', { count: led.length })}>
          <LedActions actions={led} caption={t('detail.led', { count: led.length })} />
        </Section>
      )}
      {supported.length > 0 && (
        <Section title={t('detail.supported', { count: supported.length })}>
          <LedActions actions={supported} caption={t('detail.supported', { count: supported.length })} />
        </Section>
      )}
      {mayRemove && (
        <Section title={t('detail.removeTitle')} lead={t('detail.removeLead')}>
          <ConfirmButton
            label={t('detail.remove')}
            button={{ variant: 'danger' }}
            title={t('detail.removeQuestion', { name })}
            confirmLabel={t('detail.remove')}
            fields={{ intent: 'remove' }}
          >
            <p>{t('detail.removeLead')}</p>
          </ConfirmButton>
        </Section>
      )}
    </>
  );
}

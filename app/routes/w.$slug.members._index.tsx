import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { institutionOptions } from '#app/features/institutions';
import {
  DeliveredNotice,
  DoneNotice,
  ListToolbar,
  MemberList,
  PendingInvitations,
} from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { readMemberFilter } from '#app/features/workspaces/member-filter.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { useKeptAnswer } from '#app/http/use-kept-answer';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { EmptyState, LinkButton, PageHeader, Pagination, Refusal } from '#app/ui';
import type { InvitationId } from '#domain/ids';
import { sortText } from '#domain/lists/order';
import { may } from '#domain/policy';
import { roles } from '#domain/workspaces/roles';

const pageSize = 50;
export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace, membership, memberships } = await requireMember(args);
  const { workspaces, institutions } = args.context.services;
  const workspaceId = workspace.id;
  const language = await readLanguage(args);
  const filter = await readMemberFilter(args);
  const mayInvite = may(actor, 'member.invite', { workspaceId, institutionId: membership.institutionId });
  const [members, labels, pending] = await Promise.all([
    workspaces.listMembers({ actor, workspaceId, filter: { ...filter, size: pageSize } }),
    institutions.listInstitutionLabels(workspaceId, language),
    mayInvite ? workspaces.listPendingInvitations({ actor, workspaceId }) : [],
  ]);
  return {
    title: await pageTitle(args, 'workspaces:members.title'),
    slug: workspace.slug,
    members,
    sort: sortText(filter.sort),
    institutions: institutionOptions(labels, language),
    pending,
    mayInvite,
    editable: may(actor, 'member.change', { workspaceId })
      ? ('all' as const)
      : memberships.map(({ id }) => id),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { workspaces } = args.context.services;
  const formData = await readForm(args.request);
  const invitationId = String(formData.get('invitationId')) as InvitationId;
  const step = { actor, workspaceId: workspace.id, invitationId };
  if (formData.get('intent') === 'renew') return workspaces.renewInvitation(step);
  await workspaces.revokeInvitation(step);
  return redirect(`/w/${workspace.slug}/members?done=revoked`);
});

export default function Members() {
  const { t } = useTranslation('workspaces');
  const { slug, members, sort, institutions, pending, mayInvite, editable } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const delivery = useKeptAnswer(answer && 'delivery' in answer ? answer.delivery : null);
  return (
    <>
      <PageHeader
        title={t('members.title')}
        lead={t('members.lead')}
        actions={
          mayInvite && (
            <LinkButton to="invite" variant="primary" icon="add">
              {t('members.invite')}
            </LinkButton>
          )
        }
      />
      <DoneNotice keys={['revoked', 'changed', 'ended']} />
      {answer && 'refusal' in answer && <Refusal refusal={answer.refusal} />}
      {delivery && <DeliveredNotice delivery={delivery} />}
      <ListToolbar
        searchLabel={t('members.search')}
        filters={[
          {
            name: 'institution',
            label: t('member.institution'),
            options: institutions,
            any: t('list.anyInstitution'),
          },
          {
            name: 'role',
            label: t('member.role'),
            options: roles.map((value) => ({ value, label: t(`role.${value}`) })),
            any: t('list.anyRole'),
          },
        ]}
        exportTo={`/w/${slug}/members.csv`}
      />
      {members.total === 0 ? (
        <EmptyState level={2} title={t('list.nothing')} body={t('list.nothingBody')} />
      ) : (
        <MemberList slug={slug} members={members.rows} sort={sort} editable={editable} />
      )}
      <Pagination page={members.page} pageSize={pageSize} total={members.total} />
      {mayInvite && <PendingInvitations invitations={pending} />}
    </>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RoleFields } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { membershipSchema } from '#app/features/workspaces/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { ConfirmButton, InstitutionBadge, PageHeader, Refusal, Section, SubmitButton } from '#app/ui';
import type { MembershipId } from '#domain/ids';
import { institutionName } from '#domain/institutions/name';
import { may } from '#domain/policy';
import { roles } from '#domain/workspaces/roles';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const workspaceId = workspace.id;
  const membershipId = args.params.membershipId as MembershipId;
  const member = await args.context.services.workspaces.findMember({ actor, workspaceId, membershipId });
  return {
    title: await pageTitle(args, 'workspaces:member.title', { name: member.name }),
    slug: workspace.slug,
    member,
    mayChange: may(actor, 'member.change', { workspaceId }),
    isSelf: member.accountId === actor.accountId,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const { workspaces } = args.context.services;
  const membershipId = args.params.membershipId as MembershipId;
  const step = { actor, workspaceId: workspace.id, membershipId };
  const formData = await readForm(args.request);
  if (formData.get('intent') === 'end') {
    await workspaces.endMembership(step);
    const rest = await workspaces.actorIn({ ...actor, workspaceId: workspace.id });
    return redirect(rest.membership ? `/w/${workspace.slug}/members?done=ended` : '/home');
  }
  return handleForm({
    formData,
    schema: membershipSchema,
    act: async (value) => {
      await workspaces.changeMembership({ ...step, ...value });
      return redirect(`/w/${workspace.slug}/members?done=changed`);
    },
  });
});

export default function Member() {
  const { t, i18n } = useTranslation('workspaces');
  const { slug, member, mayChange, isSelf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { institution } = member;
  const name = institutionName(institution.names, i18n.language);
  const end = isSelf ? 'leave' : 'end';
  return (
    <>
      <PageHeader
        title={member.name}
        lead={<InstitutionBadge kind={institution.kind} acronym={institution.acronym} name={name} isFull />}
        breadcrumbs={[{ to: `/w/${slug}/members`, label: t('members.title') }]}
      />
      {answer && <Refusal refusal={answer.refusal} />}
      {mayChange && (
        <Form method="post" className="form">
          <RoleFields roles={roles} role={member.role} canInvite={member.canInvite} mayHandOn />
          <div className="form-actions">
            <SubmitButton>{t('member.save')}</SubmitButton>
          </div>
        </Form>
      )}
      <Section title={t(`members:end.${end}Title`)} lead={t(`members:end.${end}Lead`)}>
        <ConfirmButton
          label={t(`members:end.${end}`)}
          button={{ variant: 'danger' }}
          title={t(`members:end.${end}Question`, { name: member.name, institution: name })}
          confirmLabel={t(`members:end.${end}`)}
          fields={{ intent: 'end' }}
        >
          <p>{t('members:end.endBody')}</p>
        </ConfirmButton>
      </Section>
    </>
  );
}

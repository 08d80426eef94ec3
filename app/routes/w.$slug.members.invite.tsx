import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import { institutionOptions } from '#app/features/institutions';
import { DeliveredNotice, RoleFields } from '#app/features/workspaces';
import { requireMember } from '#app/features/workspaces/gate.server';
import { inviteSchema } from '#app/features/workspaces/schemas';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { useKeptAnswer } from '#app/http/use-kept-answer';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { PageHeader, Refusal, SelectField, SubmitButton, TextField } from '#app/ui';
import { DomainError } from '#domain/errors';
import type { InstitutionId } from '#domain/ids';
import { may } from '#domain/policy';
import { roles } from '#domain/workspaces/roles';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  const workspaceId = workspace.id;
  const language = await readLanguage(args);
  const labels = await args.context.services.institutions.listInstitutionLabels(workspaceId, language);
  const invitable = labels.filter(({ id }) =>
    may(actor, 'member.invite', { workspaceId, institutionId: id }),
  );
  const [first] = invitable;
  if (!first) throw new DomainError({ code: 'forbidden' });
  return {
    title: await pageTitle(args, 'members:invite.title'),
    slug: workspace.slug,
    institutions: institutionOptions(invitable, language),
    chosen:
      new URL(args.request.url).searchParams.get('institution') ?? (invitable.length === 1 ? first.id : ''),
    roles: roles.filter((role) =>
      may(actor, 'member.invite', { workspaceId, institutionId: first.id, role }),
    ),
    mayAddInstitution: may(actor, 'institution.invite', { workspaceId }),
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { actor, workspace } = await requireMember(args);
  return handleForm({
    formData: await readForm(args.request),
    schema: inviteSchema,
    act: async (value) => {
      const institutionId = value.institutionId as InstitutionId;
      const invitation = { ...value, institutionId, actor, workspaceId: workspace.id };
      const { delivery } = await args.context.services.workspaces.invite(invitation);
      return { delivery };
    },
  });
});

export default function Invite() {
  const { t } = useTranslation('workspaces');
  const { slug, institutions, chosen, roles: given, mayAddInstitution } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const delivery = useKeptAnswer(answer && 'delivery' in answer ? answer.delivery : null);
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  const { form, field, refusal } = useFormAnswer('invite', formAnswer, 'workspaces');
  const role = field('role');
  const institution = field('institutionId');
  return (
    <>
      <PageHeader
        title={t('members:invite.title')}
        lead={t('members:invite.lead')}
        breadcrumbs={[{ to: `/w/${slug}/members`, label: t('members.title') }]}
      />
      {delivery && <DeliveredNotice delivery={delivery} />}
      <Form method="post" {...form} className="form" key={delivery ? JSON.stringify(delivery) : 'new'}>
        <Refusal refusal={refusal} />
        <SelectField
          label={t('member.institution')}
          {...institution}
          defaultValue={institution.defaultValue ?? chosen}
          options={institutions}
          placeholder={t('members:invite.chooseInstitution')}
          hint={
            mayAddInstitution && (
              <Link to={`/w/${slug}/institutions/add`}>{t('members:invite.addInstitution')}</Link>
            )
          }
          isRequired
        />
        <TextField
          label={t('member.email')}
          hint={t('members:invite.emailHint')}
          {...field('email')}
          type="email"
          autoComplete="off"
          isRequired={false}
        />
        <RoleFields
          roles={given}
          role={role.defaultValue ?? 'drafter'}
          canInvite={field('canInvite').defaultValue === 'on'}
          mayHandOn={mayAddInstitution}
          error={role.error}
        />
        <div className="form-actions">
          <SubmitButton>{t('members:invite.submit')}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FrontDoor } from '#app/features/accounts';
import { setupSchema } from '#app/features/accounts/schemas';
import { readAccount } from '#app/features/accounts/session.server';
import { AcceptAsNew, AcceptSignedIn } from '#app/features/workspaces';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { emailKeyOf } from '#domain/accounts/rules';
import { DomainError } from '#domain/errors';
import { institutionName } from '#domain/institutions/name';

export const meta = titleFromData;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const { services, address } = args.context;
  const account = await readAccount(args);
  const token = args.params.token ?? '';
  const invitation = await services.workspaces.openInvitation({ token, address });
  const isForOther =
    account !== null && invitation.email !== null && emailKeyOf(account.email) !== invitation.email;
  return {
    title: await pageTitle(args, 'accept:title', { workspace: invitation.workspace.name }),
    token,
    invitation,
    account: account && { name: account.name, email: account.email },
    isForOther,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const { request, context } = args;
  const { workspaces, accounts } = context.services;
  const { address } = context;
  const token = args.params.token ?? '';
  const formData = await readForm(request);
  const account = await readAccount(args);
  if (formData.get('intent') === 'accept') {
    if (!account) throw new DomainError({ code: 'signed_out' });
    const { slug } = await workspaces.acceptInvitation({ token, address, account });
    return redirect(`/w/${slug}`);
  }
  return handleForm({
    formData,
    schema: setupSchema.omit({ token: true }),
    secrets: ['password'],
    act: async (person) => {
      const language = await readLanguage(args);
      const { email } = await workspaces.openInvitation({ token, address });
      const { slug } = await workspaces.acceptAsNewPerson({ ...person, token, address, language });
      const userAgent = request.headers.get('User-Agent') ?? '';
      const signIn = { email: email ?? person.email, password: person.password, address, userAgent };
      const cookie = await accounts.signIn(signIn);
      return redirectDocument(`/w/${slug}`, { headers: { 'Set-Cookie': cookie } });
    },
  });
});

export default function Invitation() {
  const { t, i18n } = useTranslation('workspaces');
  const { token, invitation, account, isForOther } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { workspace, institution, inviter, role } = invitation;
  return (
    <FrontDoor
      title={t('accept:title', { workspace: workspace.name })}
      lead={t('accept:lead', {
        inviter,
        institution: institutionName(institution.names, i18n.language),
        role: t(`role.${role}`),
      })}
    >
      {account ? (
        <AcceptSignedIn
          account={account}
          invitedEmail={isForOther ? invitation.email : null}
          refusal={answer?.refusal ?? null}
        />
      ) : (
        <AcceptAsNew
          token={token}
          invitation={invitation}
          answer={answer && 'result' in answer ? answer : undefined}
        />
      )}
    </FrontDoor>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PasswordForm } from '#app/features/accounts/password-form';
import { ProfileForm } from '#app/features/accounts/profile-form';
import { changePasswordSchema, profileSchema } from '#app/features/accounts/schemas';
import { requireSession } from '#app/features/accounts/session.server';
import { SessionList } from '#app/features/accounts/session-list';
import { TokensLink } from '#app/features/api';
import { PersonalShell } from '#app/features/workspaces';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { Notice, PageHeader } from '#app/ui';

export const meta = titleFromData;

const doneKeys = {
  profile: 'account.saved',
  password: 'account.passwordChanged',
  session: 'account.sessionEnded',
} as const;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const session = await requireSession(args);
  const done = z
    .enum(['profile', 'password', 'session'])
    .safeParse(new URL(args.request.url).searchParams.get('done'));
  return {
    title: await pageTitle(args, 'accounts:account.title'),
    account: session.account,
    sessions: await args.context.services.accounts.listSessions(session),
    done: done.success ? doneKeys[done.data] : null,
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const session = await requireSession(args);
  const { accounts } = args.context.services;
  const formData = await readForm(args.request);
  // Each ends in a redirect, so that the page is read anew and sending it again does no harm.
  switch (formData.get('intent')) {
    case 'profile':
      return handleForm({
        formData,
        schema: profileSchema,
        act: async ({ name, language }) => {
          await accounts.editProfile({ session, name, language });
          return redirectDocument('/account?done=profile');
        },
      });
    case 'password':
      return handleForm({
        formData,
        schema: changePasswordSchema,
        secrets: ['currentPassword', 'newPassword'],
        act: async (passwords) => {
          await accounts.changePassword({ session, ...passwords });
          return redirect('/account?done=password');
        },
      });
    case 'end-session':
      await accounts.endSession({ session, idHash: String(formData.get('session')) });
      return redirect('/account?done=session');
    default:
      return redirect('/account');
  }
});

export default function AccountPage() {
  const { t } = useTranslation('accounts');
  const { account, sessions, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formAnswer = answer && 'result' in answer ? answer : undefined;
  return (
    <PersonalShell person={account}>
      <PageHeader title={t('account.title')} />
      {done && !formAnswer && (
        <div className="mb-6">
          <Notice tone="positive" role="status">
            <p>{t(done)}</p>
          </Notice>
        </div>
      )}
      <ProfileForm account={account} answer={formAnswer} />
      <PasswordForm email={account.email} answer={formAnswer} />
      <SessionList sessions={sessions} />
      <TokensLink />
    </PersonalShell>
  );
}

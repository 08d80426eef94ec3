import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormAnswer } from '#app/features/accounts';
import type { FormAnswer } from '#app/http/form.server';
import type { RefusalData } from '#app/http/guard';
import { LinkButton, Notice, Refusal, SubmitButton, TextField } from '#app/ui';
import { minPasswordLength } from '#domain/accounts/rules';
import type { OpenInvitation } from '#server/features/workspaces';

/** One click for who is signed in; or why this account cannot. */
export function AcceptSignedIn({
  account,
  invitedEmail,
  refusal,
}: {
  account: { name: string; email: string };
  /** Set when the invitation is another address's. */
  invitedEmail: string | null;
  refusal: RefusalData | null;
}) {
  const { t } = useTranslation('workspaces');
  if (invitedEmail !== null) {
    return (
      <>
        <Notice tone="warning" title={t('accept:otherTitle')}>
          <p>{t('accept:other', { invited: invitedEmail, email: account.email })}</p>
        </Notice>
        <Form method="post" action="/sign-out">
          <SubmitButton variant="secondary">{t('shell.signOut')}</SubmitButton>
        </Form>
      </>
    );
  }
  return (
    <Form method="post" className="grid gap-5">
      <Refusal refusal={refusal} />
      <p>{t('accept:as', { name: account.name, email: account.email })}</p>
      <SubmitButton name="intent" value="accept">
        {t('accept:submit')}
      </SubmitButton>
    </Form>
  );
}

/** For someone not signed in: the way to sign in, or the account made here. */
export function AcceptAsNew({
  token,
  invitation,
  answer,
}: {
  token: string;
  invitation: Pick<OpenInvitation, 'email' | 'hasAccount'>;
  answer: FormAnswer | undefined;
}) {
  const { t } = useTranslation('workspaces');
  const { form, field, refusal } = useFormAnswer('accept', answer);
  const signIn = `/sign-in?${new URLSearchParams({ next: `/invitations/${token}` })}`;
  const { email, hasAccount } = invitation;
  if (hasAccount) {
    return (
      <>
        <p>{t('accept:signInFirst', { email })}</p>
        <LinkButton to={signIn} variant="primary">
          {t('accounts:signIn.title')}
        </LinkButton>
      </>
    );
  }
  const mail = field('email');
  return (
    <>
      {email === null && (
        <p>
          {t('accept:haveAccount')} <Link to={signIn}>{t('accounts:signIn.title')}</Link>
        </p>
      )}
      <Form method="post" {...form} className="grid gap-5">
        {refusal?.code === 'conflict' ? (
          <Notice tone="critical" role="alert">
            <p>{t('accept:addressTaken')}</p>
          </Notice>
        ) : (
          <Refusal refusal={refusal} />
        )}
        <TextField
          label={t('accounts:name')}
          hint={t('accounts:nameHint')}
          {...field('name')}
          autoComplete="name"
          isRequired
        />
        <TextField
          label={t('accounts:email')}
          {...mail}
          defaultValue={email ?? mail.defaultValue}
          readOnly={email !== null}
          type="email"
          autoComplete="username"
          isRequired
        />
        <TextField
          label={t('accounts:password')}
          hint={t('accounts:passwordHint', { count: minPasswordLength })}
          {...field('password')}
          type="password"
          autoComplete="new-password"
          minLength={minPasswordLength}
          isRequired
        />
        <SubmitButton>{t('accept:submitNew')}</SubmitButton>
      </Form>
    </>
  );
}

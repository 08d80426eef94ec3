import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FrontDoor } from '#app/features/accounts/front-door';
import { forgotPasswordSchema } from '#app/features/accounts/schemas';
import { useFormAnswer } from '#app/features/accounts/use-form-answer';
import { handleForm } from '#app/http/form.server';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { Notice, Refusal, SubmitButton, TextField } from '#app/ui';

export const meta = titleFromData;

export async function loader(args: LoaderFunctionArgs) {
  return { title: await pageTitle(args, 'accounts:forgotPassword.title') };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  return handleForm({
    formData: await readForm(request),
    schema: forgotPasswordSchema,
    act: async ({ email }) => {
      const visitorLanguage = await readLanguage(args);
      const { address } = context;
      await context.services.accounts.requestPasswordReset({ email, address, visitorLanguage });
      return { sentTo: email };
    },
  });
}

export default function ForgotPassword() {
  const { t } = useTranslation('accounts');
  const answer = useActionData<typeof action>();
  const sentTo = answer && 'sentTo' in answer ? answer.sentTo : null;
  const { form, field, refusal } = useFormAnswer(
    'forgot-password',
    answer && 'result' in answer ? answer : undefined,
  );
  if (sentTo !== null) {
    return (
      <FrontDoor title={t('forgotPassword.sentTitle')}>
        <Notice tone="positive" role="status">
          <p>{t('forgotPassword.sent', { email: sentTo })}</p>
        </Notice>
        <p className="text-muted">{t('forgotPassword.notArrived')}</p>
        <Link to="/sign-in">{t('backToSignIn')}</Link>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title={t('forgotPassword.title')} lead={t('forgotPassword.lead')}>
      <Form method="post" {...form} className="grid gap-5">
        <Refusal refusal={refusal} />
        <TextField label={t('email')} {...field('email')} type="email" autoComplete="username" isRequired />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <SubmitButton>{t('forgotPassword.submit')}</SubmitButton>
          <Link to="/sign-in">{t('backToSignIn')}</Link>
        </div>
      </Form>
    </FrontDoor>
  );
}

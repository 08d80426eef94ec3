import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FrontDoor } from '#app/features/accounts/front-door';
import { resetPasswordSchema } from '#app/features/accounts/schemas';
import { useFormAnswer } from '#app/features/accounts/use-form-answer';
import { handleForm } from '#app/http/form.server';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { LinkButton, Refusal, SubmitButton, TextField } from '#app/ui';
import { minPasswordLength } from '#domain/accounts/rules';

export const meta = titleFromData;

export async function loader(args: LoaderFunctionArgs) {
  const { accounts } = args.context.services;
  return {
    title: await pageTitle(args, 'accounts:resetPassword.title'),
    isValid: await accounts.isResetTokenValid(args.params.token ?? ''),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { accounts } = context.services;
  return handleForm({
    formData: await readForm(request),
    schema: resetPasswordSchema,
    secrets: ['newPassword'],
    act: async ({ newPassword }) => {
      await accounts.resetPassword({ token: params.token ?? '', newPassword, address: context.address });
      return redirect('/sign-in?new-password');
    },
  });
}

export default function ResetPassword() {
  const { t } = useTranslation('accounts');
  const { isValid } = useLoaderData<typeof loader>();
  const { form, field, refusal } = useFormAnswer('reset-password', useActionData<typeof action>());
  if (!isValid) {
    return (
      <FrontDoor title={t('resetPassword.invalidTitle')} lead={t('resetPassword.invalid')}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton to="/forgot-password" variant="primary">
            {t('resetPassword.askAgain')}
          </LinkButton>
          <Link to="/sign-in">{t('backToSignIn')}</Link>
        </div>
      </FrontDoor>
    );
  }
  return (
    <FrontDoor title={t('resetPassword.title')} lead={t('resetPassword.lead')}>
      <Form method="post" {...form} className="grid gap-5">
        <Refusal refusal={refusal} />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint', { count: minPasswordLength })}
          {...field('newPassword')}
          type="password"
          autoComplete="new-password"
          minLength={minPasswordLength}
          isRequired
        />
        <SubmitButton>{t('resetPassword.submit')}</SubmitButton>
      </Form>
    </FrontDoor>
  );
}

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FrontDoor } from '#app/features/accounts/front-door';
import { setupSchema } from '#app/features/accounts/schemas';
import { useFormAnswer } from '#app/features/accounts/use-form-answer';
import { handleForm } from '#app/http/form.server';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle, readLanguage } from '#app/i18n/language.server';
import { Notice, Refusal, SubmitButton, TextField } from '#app/ui';
import { minPasswordLength } from '#domain/accounts/rules';

export const meta = titleFromData;

export async function loader(args: LoaderFunctionArgs) {
  const { accounts } = args.context.services;
  if (await accounts.hasAdministrator()) throw redirect('/');
  const token = new URL(args.request.url).searchParams.get('token') ?? '';
  return {
    title: await pageTitle(args, 'accounts:setup.title'),
    token: (await accounts.isSetupTokenValid(token)) ? token : null,
    isTokenWrong: token !== '',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { accounts } = context.services;
  return handleForm({
    formData: await readForm(request),
    schema: setupSchema,
    secrets: ['password', 'token'],
    act: async (input) => {
      const { address } = context;
      const language = await readLanguage(args);
      await accounts.setUp({ ...input, language, address });
      const userAgent = request.headers.get('User-Agent') ?? '';
      const { email, password } = input;
      const cookie = await accounts.signIn({ email, password, address, userAgent });
      return redirectDocument('/admin', { headers: { 'Set-Cookie': cookie } });
    },
  });
}

export default function Setup() {
  const { t } = useTranslation('accounts');
  const { token, isTokenWrong } = useLoaderData<typeof loader>();
  if (token === null) {
    return (
      <FrontDoor title={t('setup.welcome')} lead={t('setup.whatFirst')}>
        {isTokenWrong && (
          <Notice tone="warning" title={t('setup.tokenWrongTitle')}>
            <p>{t('setup.tokenWrong')}</p>
          </Notice>
        )}
        <ol className="grid list-decimal gap-2 ps-5">
          <li>{t('setup.stepConsole')}</li>
          <li>{t('setup.stepLine')}</li>
          <li>{t('setup.stepOpen')}</li>
        </ol>
        <p className="text-sm text-muted">{t('setup.lost')}</p>
      </FrontDoor>
    );
  }
  return <AdministratorForm token={token} />;
}

function AdministratorForm({ token }: { token: string }) {
  const { t } = useTranslation('accounts');
  const { form, field, refusal } = useFormAnswer('setup', useActionData<typeof action>());
  return (
    <FrontDoor title={t('setup.title')} lead={t('setup.lead')}>
      <Form method="post" {...form} className="grid gap-5">
        <Refusal refusal={refusal} />
        <input type="hidden" name="token" value={token} />
        <TextField label={t('name')} hint={t('nameHint')} {...field('name')} autoComplete="name" isRequired />
        <TextField label={t('email')} {...field('email')} type="email" autoComplete="username" isRequired />
        <TextField
          label={t('password')}
          hint={t('passwordHint', { count: minPasswordLength })}
          {...field('password')}
          type="password"
          autoComplete="new-password"
          minLength={minPasswordLength}
          isRequired
        />
        <SubmitButton>{t('setup.submit')}</SubmitButton>
      </Form>
    </FrontDoor>
  );
}

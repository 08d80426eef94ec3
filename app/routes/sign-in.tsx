import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DemoSignIns } from '#app/features/accounts/demo-sign-ins';
import { FrontDoor } from '#app/features/accounts/front-door';
import { signInSchema } from '#app/features/accounts/schemas';
import { readAccount } from '#app/features/accounts/session.server';
import { useFormAnswer } from '#app/features/accounts/use-form-answer';
import { handleForm } from '#app/http/form.server';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { Notice, Refusal, SubmitButton, TextField } from '#app/ui';
import { localAddress } from '#domain/accounts/local-address';

export const meta = titleFromData;

const demoPassword = 'concord-demo';

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { searchParams } = new URL(request.url);
  const next = localAddress(searchParams.get('next'), '/home');
  if (await readAccount(args)) throw redirect(next);
  const { accounts } = context.services;
  if (!(await accounts.hasAdministrator())) throw redirect('/setup');
  return {
    title: await pageTitle(args, 'accounts:signIn.title'),
    next,
    hasNewPassword: searchParams.has('new-password'),
    demoSignIns: context.isDemo ? await accounts.demoSignIns() : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const formData = await readForm(request);
  const demo = formData.get('demo');
  if (context.isDemo && typeof demo === 'string') {
    formData.set('email', demo);
    formData.set('password', demoPassword);
  }
  const next = localAddress(String(formData.get('next') ?? ''), '/home');
  return handleForm({
    formData,
    schema: signInSchema,
    secrets: ['password'],
    act: async ({ email, password }) => {
      const cookie = await context.services.accounts.signIn({
        email,
        password,
        address: context.address,
        userAgent: request.headers.get('User-Agent') ?? '',
      });
      // A whole new page: the account may speak another language than the visitor did.
      return redirectDocument(next, { headers: { 'Set-Cookie': cookie } });
    },
  });
}

export default function SignIn() {
  const { t } = useTranslation('accounts');
  const { next, hasNewPassword, demoSignIns } = useLoaderData<typeof loader>();
  const { form, field, refusal } = useFormAnswer('sign-in', useActionData<typeof action>());
  return (
    <FrontDoor
      title={t('signIn.title')}
      aside={demoSignIns.length > 0 && <DemoSignIns signIns={demoSignIns} next={next} />}
    >
      {hasNewPassword && !refusal && <Notice tone="positive">{t('signIn.passwordChosen')}</Notice>}
      <Form method="post" {...form} className="grid gap-5">
        <Refusal refusal={refusal} />
        <input type="hidden" name="next" value={next} />
        <TextField label={t('email')} {...field('email')} type="email" autoComplete="username" isRequired />
        <TextField
          label={t('password')}
          {...field('password')}
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <SubmitButton>{t('signIn.submit')}</SubmitButton>
          <Link to="/forgot-password">{t('signIn.forgot')}</Link>
        </div>
      </Form>
    </FrontDoor>
  );
}

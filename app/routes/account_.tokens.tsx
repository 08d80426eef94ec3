import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { requireSession } from '#app/features/accounts/session.server';
import { NewTokenNotice, TokenForm, TokenList } from '#app/features/api';
import { tokenSchema } from '#app/features/api/schemas';
import { PersonalShell } from '#app/features/workspaces';
import { handleForm } from '#app/http/form.server';
import { guardAction, guardLoader } from '#app/http/guard';
import { readForm } from '#app/http/read-form.server';
import { titleFromData } from '#app/http/title';
import { pageTitle } from '#app/i18n/language.server';
import { LinkButton, Notice, PageHeader } from '#app/ui';
import type { WorkspaceId } from '#domain/ids';

export const meta = titleFromData;

const dayMs = 86_400_000;

export const loader = guardLoader(async (args: LoaderFunctionArgs) => {
  const session = await requireSession(args);
  const { id: accountId, isAdministrator } = session.account;
  const { api, workspaces } = args.context.services;
  const standings = await workspaces.listStandings({ accountId, isAdministrator });
  return {
    title: await pageTitle(args, 'api:tokens.title'),
    account: session.account,
    tokens: await api.listTokens(session),
    workspaces: standings.map(({ workspace: { id, name } }) => ({ id, name })),
    isRevoked: new URL(args.request.url).searchParams.get('done') === 'revoked',
  };
});

export const action = guardAction(async (args: ActionFunctionArgs) => {
  const session = await requireSession(args);
  const { services, clock } = args.context;
  const formData = await readForm(args.request);
  if (formData.get('intent') === 'revoke') {
    await services.api.revokeToken({ session, tokenId: String(formData.get('token')) });
    return redirect('/account/tokens?done=revoked');
  }
  return handleForm({
    formData,
    schema: tokenSchema,
    // Shown in the answer alone: a page that could be opened again would give it away.
    act: async ({ name, scopes, workspaceId, days }) => {
      const end = new Date(clock.now().getTime() + Number(days) * dayMs);
      const { token } = await services.api.createToken({
        session,
        name,
        scopes,
        workspaceId: workspaceId === '' ? null : (workspaceId as WorkspaceId),
        expiresAt: days === '' ? null : end.toISOString(),
      });
      return { token };
    },
  });
});

export default function TokensPage() {
  const { t } = useTranslation('api');
  const { account, tokens, workspaces, isRevoked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const made = answer && 'token' in answer ? answer.token : null;
  return (
    <PersonalShell person={account}>
      <PageHeader
        title={t('tokens.title')}
        lead={t('tokens.lead')}
        breadcrumbs={[{ to: '/account', label: t('accounts:account.title') }]}
        actions={<LinkButton to="/api">{t('reference.title')}</LinkButton>}
      />
      {made && <NewTokenNotice key={made} token={made} />}
      {isRevoked && !answer && (
        <div className="mb-6">
          <Notice tone="positive" role="status">
            <p>{t('revoke.done')}</p>
          </Notice>
        </div>
      )}
      <TokenList tokens={tokens} workspaces={workspaces} />
      <TokenForm
        key={made}
        workspaces={workspaces}
        answer={answer && 'result' in answer ? answer : undefined}
      />
    </PersonalShell>
  );
}

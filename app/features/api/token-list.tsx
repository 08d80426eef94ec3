import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, Button, Disclosure, EmptyState, Section } from '#app/ui';
import type { ListedToken } from '#server/features/api';

/** One's tokens with their last use; each can be ended, after being asked once. */
export function TokenList({
  tokens,
  workspaces,
}: {
  tokens: ListedToken[];
  workspaces: { id: string; name: string }[];
}) {
  const { t } = useTranslation('api');
  const names = new Map(workspaces.map(({ id, name }) => [id, name]));
  return (
    <Section title={t('list.title')}>
      {tokens.length === 0 ? (
        <EmptyState title={t('list.empty')} body={t('list.emptyBody')} />
      ) : (
        <ul className="max-w-3xl divide-y divide-line rounded-lg border border-line bg-surface">
          {tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              workspace={token.workspaceId ? (names.get(token.workspaceId) ?? null) : null}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

const tones = { active: 'positive', expired: 'neutral', revoked: 'neutral' } as const;

function TokenRow({ token, workspace }: { token: ListedToken; workspace: string | null }) {
  const { t } = useTranslation('api');
  const format = useFormat();
  const { name, ending, state, scopes, createdAt, expiresAt, lastUsedAt } = token;
  const where = token.workspaceId ? (workspace ?? t('list.formerWorkspace')) : t('new.allWorkspaces');
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="font-medium">{name}</p>
        <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
        <code dir="ltr" className="font-mono text-sm text-muted">
          concord_…{ending}
        </code>
      </div>
      <p className="text-sm text-muted">
        {t('list.use', {
          where,
          scopes: format.list(scopes.map((scope) => t(`scope.${scope.replace(':', '_')}`))),
        })}
      </p>
      <p className="text-sm text-muted">
        {t('list.made', { date: format.day(createdAt) })}
        {' · '}
        {expiresAt ? t('list.ends', { date: format.day(expiresAt) }) : t('list.noEnd')}
        {' · '}
        {lastUsedAt ? t('list.used', { date: format.dateTime(lastUsedAt) }) : t('list.unused')}
      </p>
      {state === 'active' && <Revoke token={token} />}
    </li>
  );
}

function Revoke({ token: { id, name } }: { token: ListedToken }) {
  const { t } = useTranslation('api');
  return (
    <Disclosure title={t('revoke.title', { name })}>
      <Form method="post" className="mt-1 grid max-w-reading justify-items-start gap-3 ps-6">
        <p className="text-muted">{t('revoke.confirm', { name })}</p>
        <input type="hidden" name="intent" value="revoke" />
        <Button type="submit" variant="danger" size="small" name="token" value={id}>
          {t('revoke.submit')}
        </Button>
      </Form>
    </Disclosure>
  );
}

import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/i18n/format';
import { Badge, Button, Disclosure, Section } from '#app/ui';
import { browserName } from '#domain/accounts/browser-name';
import type { SessionSummary } from '#server/features/accounts';

export function SessionList({ sessions }: { sessions: SessionSummary[] }) {
  const { t } = useTranslation('accounts');
  return (
    <Section title={t('account.sessions')} lead={t('account.sessionsLead')}>
      <ul className="max-w-2xl divide-y divide-line rounded-lg border border-line bg-surface">
        {sessions.map((session) => (
          <SessionRow key={session.idHash} session={session} />
        ))}
      </ul>
      <div className="mt-3">
        <Disclosure title={t('account.everywhere')}>
          <Form
            method="post"
            action="/sign-out"
            className="mt-1 grid max-w-reading justify-items-start gap-3 ps-6"
          >
            <p className="text-muted">{t('account.everywhereConfirm')}</p>
            <input type="hidden" name="from" value="everywhere" />
            <Button type="submit" variant="danger">
              {t('account.everywhere')}
            </Button>
          </Form>
        </Disclosure>
      </div>
    </Section>
  );
}

function SessionRow({ session }: { session: SessionSummary }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { browser, system } = browserName(session.userAgent);
  const known = browser && system ? t('account.browserOn', { browser, system }) : (browser ?? system);
  const what = known ?? t('account.unknownBrowser');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-2 font-medium" title={session.userAgent}>
          {what}
          {session.isCurrent && <Badge tone="accent">{t('account.thisBrowser')}</Badge>}
        </p>
        <p className="text-sm text-muted">
          {t('account.signedInSince', { date: format.dateTime(session.createdAt) })}
        </p>
      </div>
      {!session.isCurrent && (
        <Form method="post">
          <input type="hidden" name="intent" value="end-session" />
          <Button
            type="submit"
            size="small"
            name="session"
            value={session.idHash}
            aria-label={t('account.endSessionOf', { what })}
          >
            {t('account.endSession')}
          </Button>
        </Form>
      )}
    </li>
  );
}

import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RefusalData } from '#app/http/guard';
import { LinkButton } from '#app/ui';
import { type DomainErrorCode, domainErrorCodes } from '#domain/errors';

interface Words {
  title: string;
  body: string;
}

const titles: Partial<Record<DomainErrorCode, string>> = {
  not_found: 'page.notFoundTitle',
  forbidden: 'page.forbiddenTitle',
  signed_out: 'page.signedOutTitle',
  rate_limited: 'page.rateLimitedTitle',
  token_invalid: 'page.tokenInvalidTitle',
};

/** Where the title has said the first half of the code's own sentence already. */
const bodies: Partial<Record<DomainErrorCode, string>> = { token_invalid: 'page.tokenInvalidBody' };

/** For someone from outside, who has a link of their own and knows of no workspace. */
const ownLinkGone: Words = { title: 'page.tokenInvalidTitle', body: 'publicPages:ownLinkGone' };
const isOwnLink = (pathname: string) => /^\/(letters|registrations)\//.test(pathname);

/** What a page says instead of itself: what happened, what was kept and what to do. */
export function ErrorPage() {
  const { t } = useTranslation('errors');
  const { pathname, search } = useLocation();
  const error = useRouteError();
  const code = refusalCode(error);
  const words = isOwnLink(pathname) && code === 'not_found' ? ownLinkGone : wordsFor(error, code);
  const here = `${pathname}${search}`;
  return (
    <main className="mx-auto grid min-h-dvh max-w-reading content-center gap-4 px-5 py-10">
      <p className="text-sm font-semibold text-accent">{t('common:productName')}</p>
      <h1 className="text-3xl">{t(words.title)}</h1>
      <p className="text-muted">{t(words.body)}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        {code === 'signed_out' && (
          <LinkButton variant="primary" to={`/sign-in?${new URLSearchParams({ next: here })}`} reloadDocument>
            {t('page.signIn')}
          </LinkButton>
        )}
        {code === null && (
          <LinkButton variant="primary" to={here} reloadDocument>
            {t('page.tryAgain')}
          </LinkButton>
        )}
        <LinkButton
          variant={code === null || code === 'signed_out' ? 'secondary' : 'primary'}
          to="/"
          reloadDocument
        >
          {t('page.home')}
        </LinkButton>
      </div>
    </main>
  );
}

/** The code of an expected refusal; null for anything unexpected. */
function refusalCode(error: unknown): DomainErrorCode | null {
  if (!isRouteErrorResponse(error)) return null;
  const code = (error.data as RefusalData | null)?.code;
  if (code && domainErrorCodes.includes(code)) return code;
  const byStatus: Record<number, DomainErrorCode> = { 401: 'signed_out', 403: 'forbidden', 404: 'not_found' };
  return byStatus[error.status] ?? null;
}

function wordsFor(error: unknown, code: DomainErrorCode | null): Words {
  if (code) return { title: titles[code] ?? 'page.otherTitle', body: bodies[code] ?? code };
  if (isOffline(error)) return { title: 'page.offlineTitle', body: 'page.offlineBody' };
  return { title: 'page.failedTitle', body: 'page.failedBody' };
}

/** A fetch that never reached the server; browsers word it differently, and a server never meets it. */
function isOffline(error: unknown): boolean {
  if (typeof navigator === 'undefined' || !(error instanceof TypeError)) return false;
  return navigator.onLine === false || /fetch|network|load failed/i.test(error.message);
}

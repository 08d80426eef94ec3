import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { fallbackLanguage } from '#domain/languages';
import { ErrorPage } from './features/accounts';
import { readAccount } from './features/accounts/session.server';
import { SignOutGuard, UnansweredForm } from './features/offline';
import { useNonce } from './http/nonce';
import { titleFromData } from './http/title';
import { awaitWordsAt } from './i18n/i18n.client';
import { serverI18n } from './i18n/i18n.server';
import { readLanguage } from './i18n/language.server';
import styles from './ui/styles.css?url';

export { revalidateUnlessSearch as shouldRevalidate } from './http/revalidate';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
];

export const meta = titleFromData;

export async function loader(args: LoaderFunctionArgs) {
  const language = await readLanguage(args);
  const account = await readAccount(args);
  return {
    language,
    title: serverI18n(language).t('common:productName'),
    account: account && {
      id: account.id,
      name: account.name,
      email: account.email,
      isAdministrator: account.isAdministrator,
    },
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang={data?.language ?? fallbackLanguage} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171f1e" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { account } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  awaitWordsAt?.(pathname); // On the server all words are there, and this module is not.
  return (
    <>
      <Outlet />
      <UnansweredForm key={pathname} />
      <SignOutGuard accountId={account?.id ?? null} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}

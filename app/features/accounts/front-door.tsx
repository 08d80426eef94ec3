import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitcher } from './language-switcher';

/** The frame of the pages that a visitor sees: what this is, one thing to do, and the language. */
export function FrontDoor({
  title,
  lead,
  children,
  aside,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Beside the one thing to do; below it on a narrow screen. */
  aside?: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto]">
      <div className="mx-auto grid w-full max-w-5xl content-start gap-x-16 gap-y-8 px-5 pt-8 pb-10 sm:px-8 lg:grid-cols-[minmax(0,1fr)_25rem] lg:content-center lg:items-center">
        <ProductPromise />
        <main className="w-full max-w-lg rounded-lg border border-line bg-surface p-5 sm:p-8 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <h1 className="text-2xl">{title}</h1>
          {lead && <p className="mt-2 text-muted">{lead}</p>}
          <div className="mt-6 grid gap-5">{children}</div>
        </main>
        {aside && <div className="max-w-lg lg:col-start-1 lg:row-start-2 lg:self-start">{aside}</div>}
      </div>
      <footer className="mx-auto w-full max-w-5xl px-3 pb-5 sm:px-6">
        <LanguageSwitcher />
      </footer>
    </div>
  );
}

function ProductPromise() {
  const { t } = useTranslation('accounts');
  return (
    <header className="max-w-xl">
      <Link to="/" className="text-2xl font-semibold tracking-tight text-accent no-underline lg:text-5xl">
        {t('common:productName')}
      </Link>
      <p className="mt-1 text-balance text-muted lg:mt-5 lg:text-2xl lg:leading-snug lg:text-ink">
        {t('promise')}
      </p>
      <p className="mt-4 hidden max-w-md text-muted lg:block">{t('whoFor')}</p>
    </header>
  );
}

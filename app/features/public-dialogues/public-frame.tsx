import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitcher } from '#app/features/accounts';

/** The frame of pages that everyone may read: whose they are, and the language. */
export function PublicFrame({ workspace, children }: { workspace: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <div className="mx-auto grid min-h-dvh max-w-3xl grid-rows-[auto_1fr_auto] gap-6 px-5 py-6 sm:px-8">
      <header className="flex flex-wrap items-baseline justify-between gap-2 border-b border-line pb-3">
        <p className="font-semibold">{workspace}</p>
        <p className="text-sm text-muted">{t('productName')}</p>
      </header>
      <main id="main" className="min-w-0">
        {children}
      </main>
      <footer>
        <LanguageSwitcher />
      </footer>
    </div>
  );
}

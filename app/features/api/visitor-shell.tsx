import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitcher } from '#app/features/accounts';
import { AppShell, LinkButton } from '#app/ui';

/** The frame of a page that a visitor may read too. */
export function VisitorShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('accounts');
  return (
    <AppShell
      person={
        <LinkButton to="/sign-in" size="small">
          {t('signIn.title')}
        </LinkButton>
      }
    >
      {children}
      <footer className="mt-8">
        <LanguageSwitcher />
      </footer>
    </AppShell>
  );
}

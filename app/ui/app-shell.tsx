import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from './brand-mark';
import { Rail, type RailItem } from './rail';
import { ToastRegion } from './toast';

export interface AppShellProps {
  children: ReactNode;
  /** The places of a workspace; outside of one there is no rail. */
  rail?: readonly RailItem[];
  railLabel?: string;
  /** Slots of the top bar, from start to end. */
  switcher?: ReactNode;
  tools?: ReactNode;
  language?: ReactNode;
  person?: ReactNode;
}

/** The frame of every signed-in page. */
export function AppShell({ children, rail, railLabel, switcher, tools, language, person }: AppShellProps) {
  const { t } = useTranslation('ui');
  return (
    <ToastRegion>
      <div className="shell">
        <SkipLink />
        <header className="topbar">
          <Link to="/" className="topbar-brand" aria-label={t('home')}>
            <BrandMark />
            <span className="topbar-brand-name">{t('common:productName')}</span>
          </Link>
          <div className="topbar-switcher">{switcher}</div>
          <div className="topbar-end">
            {tools}
            {language}
            {person}
          </div>
        </header>
        {rail && rail.length > 0 && <Rail items={rail} label={railLabel ?? t('mainNavigation')} />}
        <main id="main" className="shell-main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </ToastRegion>
  );
}

function SkipLink() {
  const { t } = useTranslation('ui');
  return (
    <a href="#main" className="skip-link">
      {t('skipToContent')}
    </a>
  );
}

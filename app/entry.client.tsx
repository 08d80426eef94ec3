import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { forgetMarkedCopies } from './features/documents';
import { registerServiceWorker } from './features/offline';
import { startI18n } from './i18n/i18n.client';

async function hydrate() {
  const i18n = await startI18n();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
void registerServiceWorker();
void forgetMarkedCopies();

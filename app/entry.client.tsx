import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { keepPageOnBadNetwork, openWhatIsNotKept, registerServiceWorker } from './features/offline';
import { startI18n } from './i18n/i18n.client';

async function hydrate() {
  const i18n = await startI18n();
  await pageDataIsRead();
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

/**
 * Remix suspends the whole page until its data is decoded, above any boundary. React cannot answer an update that it
 * must draw at once meanwhile, and gives up ("Root did not complete"), so the decoding is started and awaited before.
 */
async function pageDataIsRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

keepPageOnBadNetwork();
openWhatIsNotKept();
void hydrate();
void registerServiceWorker();

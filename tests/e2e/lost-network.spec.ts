import { speakFrench } from './harness/french';
import { expect, test } from './harness/test';

// A plan is created and the server is killed: on a server of its own.
test.use({ serverOf: 'lost-network' });

test('a form that the network did not take keeps what was typed, says so, and is sent again, in French', async ({
  as,
  concord,
}) => {
  const page = await as('planning');
  await speakFrench(page, concord.url);
  await page.goto('/w/mdg/plans/new');
  const title = page.getByRole('textbox', { name: 'Titre' });
  await title.fill('Plan de couverture sanitaire');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Créer le plan' }).click();
  await expect(page.getByRole('alert')).toContainText('Le serveur n’a pas répondu');
  await expect(title).toHaveValue('Plan de couverture sanitaire');
  await page.context().setOffline(false);

  await concord.kill();
  await page.getByRole('button', { name: 'Créer le plan' }).click();
  await expect(page.getByRole('alert')).toContainText('Le serveur n’a pas répondu');
  await concord.start();
  await page.getByRole('button', { name: 'Créer le plan' }).click();
  await expect(page.getByRole('heading', { name: 'Plan de couverture sanitaire', level: 1 })).toBeVisible();
});

test('a page stays while what it fetches anew does not come, and shows it once it does', async ({
  as,
  concord,
}) => {
  // The worker that keeps pages for offline would ask in the page's place.
  const reader = await as('worldBank', { serviceWorkers: 'block' });
  await reader.goto('/w/mdg/plans');
  await expect(reader.getByRole('heading', { name: 'Plans', level: 1 })).toBeVisible();
  const data = '**/w/mdg/plans.data**';
  await reader.route(data, (route) => route.abort());
  const failed = reader.waitForEvent('requestfailed', (request) => request.url().includes('/plans.data'));
  const convenor = await as('planning');
  await speakFrench(convenor, concord.url);
  await convenor.goto('/w/mdg/plans/new');
  await convenor.getByRole('textbox', { name: 'Titre' }).fill('Plan of the second sitting');
  await convenor.getByRole('button', { name: 'Créer le plan' }).click();
  await expect(convenor.getByRole('heading', { name: 'Plan of the second sitting' })).toBeVisible();
  await failed;
  await expect(reader.getByRole('heading', { name: 'Plans', level: 1 })).toBeVisible();
  await reader.unroute(data);
  await expect(reader.getByRole('link', { name: 'Plan of the second sitting' })).toBeVisible();
});

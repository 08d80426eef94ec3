import { expectFrench, speakFrench } from './harness/french';
import { expect, expectAccessible, test } from './harness/test';

// The account is set to French: on a server of its own. A refused form is noted by the browser on its own account.
test.use({ serverOf: 'tokens', allowedErrors: [/status of 422/] });

test('a token is made, shown once, reads what its owner sees, and is refused once revoked, in French', async ({
  as,
  concord,
}) => {
  const page = await as('planning');
  await page.goto('/account');
  await speakFrench(page, concord.url);
  await page.goto('/account');
  await page.getByRole('link', { name: 'Gérer les jetons' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jetons pour logiciels');
  await expectAccessible(page);
  await expectFrench(page);

  await page.getByLabel('À quoi il sert').fill('Tableau budgétaire');
  await page.getByRole('button', { name: 'Créer le jeton' }).click();
  await expect(page.getByText('Choisissez au moins un élément.')).toBeVisible();
  await expect(page.getByLabel('À quoi il sert')).toHaveValue('Tableau budgétaire');
  await page.getByRole('checkbox', { name: 'Plans' }).check();
  await page.getByRole('button', { name: 'Créer le jeton' }).click();
  const token = await page.getByRole('textbox', { name: 'Jeton' }).inputValue();
  expect(token).toMatch(/^concord_/);
  await expectAccessible(page);

  const ask = (path: string) =>
    fetch(`${concord.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await (await ask('/workspaces/mdg/plans')).json()).data.length).toBeGreaterThan(0);
  expect((await ask('/workspaces/mdg/members')).status).toBe(403);

  await page.goto('/account/tokens');
  await expect(page.getByRole('textbox', { name: 'Jeton' })).toHaveCount(0);
  await expect(page.getByText(`concord_…${token.slice(-4)}`)).toBeVisible();
  await expect(page.getByText(/Dernière utilisation le/)).toBeVisible();
  await page.getByText('Révoquer « Tableau budgétaire »').click();
  await page.getByRole('button', { name: 'Révoquer ce jeton' }).click();
  await expect(page.getByText('Le jeton est révoqué.')).toBeVisible();
  expect((await ask('/workspaces/mdg/plans')).status).toBe(401);
});

test('the description of the API can be read by anyone, and is accessible', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/api');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API for programs');
  await page
    .getByText(/\d+ fields/)
    .first()
    .click();
  await expect(page.getByRole('table', { name: 'Fields of workspaces' })).toBeVisible();
  await expectAccessible(page);
});

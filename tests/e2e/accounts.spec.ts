import { test as base } from '@playwright/test';
import { ServerProcess } from './harness/server';
import { expect, expectAccessible } from './harness/test';

/** A server of one's own, on an empty database. */
const test = base.extend<{ server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
  server: async ({}, use) => {
    const server = await ServerProcess.create();
    await use(server);
    await server.dispose();
  },
  baseURL: async ({ server }, use) => use(server.url),
});

const email = 'admin@concord.example';

async function printedLink(server: ServerProcess, path: string): Promise<string> {
  const links = () => server.printed.match(new RegExp(`http://\\S+${path}\\S+`, 'g')) ?? [];
  await expect.poll(() => links().length).toBeGreaterThan(0);
  return links().at(-1) ?? '';
}

test('the first visitor becomes the administrator, forgets the password and comes back, by keyboard alone', async ({
  page,
  server,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Concord');
  await expectAccessible(page);

  await page.goto(await printedLink(server, '/setup'));
  await expectAccessible(page);
  await page.getByLabel('Your name').focus();
  await page.keyboard.type('Administrator');
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The password must not be your e-mail address.')).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await page.getByLabel('Password').fill('a long enough one');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin');

  await page.context().clearCookies();
  await page.goto('/account');
  await page.waitForURL('**/sign-in?next=%2Faccount');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new password');
  await page.getByLabel('E-mail address').fill(email);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look at your mail');
  await expectAccessible(page);

  await page.goto(await printedLink(server, '/reset-password'));
  await expectAccessible(page);
  await page.getByLabel('New password').fill('a newer, longer one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your new password is set')).toBeVisible();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('a newer, longer one');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/home');
});

test('the account page works without JavaScript, and in French once French is chosen', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url });
  const page = await context.newPage();
  await page.goto(await printedLink(server, '/setup'));
  await page.getByLabel('Your name').fill('Administrator');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill('a long enough one');
  await page.getByRole('button', { name: 'Create and sign in' }).click();

  await page.goto('/account');
  await page.getByLabel('Your name').fill('Secretariat');
  await page.getByLabel('Language', { exact: true }).selectOption('fr');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Enregistré.')).toBeVisible();
  await expect(page.getByLabel('Votre nom')).toHaveValue('Secretariat');

  await page.getByLabel('Mot de passe actuel').fill('not the current one');
  await page.getByLabel('Nouveau mot de passe').fill('a newer, longer one');
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByText('Le mot de passe actuel n’est pas correct.')).toBeVisible();

  await page.getByText('Se déconnecter partout').first().click();
  await page.getByRole('button', { name: 'Se déconnecter partout' }).click();
  await page.waitForURL('**/sign-in');
  await page.goto('/account');
  await page.waitForURL('**/sign-in?next=%2Faccount');
  await context.close();
});

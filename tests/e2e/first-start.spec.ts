import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openText, readText } from './harness/plan-text';
import { ServerProcess } from './harness/server';
import { test as base, expect, expectAccessible } from './harness/test';

/** A server of one's own on an empty database, as `npm start` runs it; and browsers in which nobody is signed in. */
const test = base.extend<{ server: ServerProcess; newcomer: () => Promise<Page> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
  server: async ({}, use) => {
    const server = await ServerProcess.create();
    await use(server);
    await server.dispose();
  },
  newcomer: async ({ server, browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(() => openBrowser(browser, server, contexts));
    for (const context of contexts) await context.close();
  },
});

async function openBrowser(browser: Browser, server: ServerProcess, contexts: BrowserContext[]) {
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB' });
  contexts.push(context);
  return context.newPage();
}

async function becomeAdministrator(page: Page, server: ServerProcess): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to Concord');
  const printed = /http:\/\/\S+\/setup\S+/;
  await expect.poll(() => server.printed).toMatch(printed);
  await page.goto(printed.exec(server.printed)?.[0] ?? '');
  await page.getByLabel('Your name').fill('Secretariat');
  await page.getByLabel('E-mail address').fill('admin@office.example');
  await page.getByLabel('Password').fill('a long enough one');
  await page.getByRole('button', { name: 'Create and sign in' }).click();
  await page.waitForURL('**/admin');
}

/** Returns the link for the first convenor. */
async function openWorkspace(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Open a workspace' }).first().click();
  await expect(page.getByRole('heading', { name: 'Open a workspace', level: 2 })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Togo');
  await page.getByLabel('Country').selectOption('TG');
  await page.getByLabel('Currency', { exact: true }).selectOption('XOF');
  await page.getByLabel('Address', { exact: true }).fill('togo');
  await page.getByLabel('Name of the new institution').fill('Ministry of Health');
  await page.getByLabel('Its acronym').fill('MoH');
  await page.getByRole('radio', { name: 'Someone to whom I pass on a link' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open the workspace' }).click();
  return page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
}

async function acceptAsConvenor(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByText('Secretariat invites you to act for Ministry of Health')).toBeVisible();
  await page.getByLabel('Your name').fill('Planning, Ministry of Health');
  await page.getByLabel('E-mail address').fill('planning@health.example');
  await page.getByLabel('Password').fill('another long enough one');
  await page.getByRole('button', { name: 'Create the account and join' }).click();
  await page.waitForURL('**/w/togo');
}

async function createPlan(page: Page, title: string, start: RegExp): Promise<string> {
  await page.goto('/w/togo/plans/new');
  await page.getByLabel('Title').fill(title);
  await page.getByRole('radio', { name: start }).check();
  await page.getByRole('button', { name: 'Create the plan' }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('from an empty database to a workspace with plans', async ({ server, newcomer }) => {
  const administrator = await newcomer();
  await becomeAdministrator(administrator, server);
  const link = await openWorkspace(administrator);

  const convenor = await newcomer();
  await acceptAsConvenor(convenor, link);
  await expect(convenor.getByText('No plan yet')).toBeVisible();
  await expectAccessible(convenor);

  const roadmap = await createPlan(convenor, 'Roadmap to coverage 2027–2031', /^The template/);
  await openText(convenor, roadmap);
  expect((await readText(convenor)).length).toBeGreaterThan(200);
  await convenor.getByRole('link', { name: 'Actions', exact: true }).click();
  await convenor.getByRole('button', { name: 'Objectives' }).click();
  const objectives = convenor.getByRole('dialog', { name: 'Objectives' });
  await expect(objectives.getByRole('textbox', { name: /^Orientation 1/ })).not.toHaveValue('');

  const blank = await createPlan(convenor, 'A plan of our own', /^A blank page/);
  const text = await openText(convenor, blank);
  expect((await readText(convenor)).trim()).toBe('');
  await text.focus();
  await convenor.keyboard.type('The first sentence.');
  await convenor.getByRole('link', { name: 'Actions', exact: true }).click();
  await expect(convenor.getByText('No actions yet')).toBeVisible();
  await expectAccessible(convenor);

  await convenor.goto('/w/togo/plans');
  for (const title of ['Roadmap to coverage 2027–2031', 'A plan of our own']) {
    await expect(convenor.getByRole('link', { name: title })).toBeVisible();
  }
});

test('the one-time address works once, and everything is there after a restart', async ({
  server,
  newcomer,
}) => {
  const administrator = await newcomer();
  await becomeAdministrator(administrator, server);
  const address = /http:\/\/\S+\/setup\S+/.exec(server.printed)?.[0] ?? '';
  const other = await newcomer();
  await other.goto(address);
  await expect(other.getByRole('button', { name: 'Create and sign in' })).toHaveCount(0);

  const before = server.printed.length;
  await server.stop();
  await server.start();
  expect(server.printed.slice(before)).not.toContain('/setup');
  await administrator.goto('/admin');
  await expect(administrator.getByText('No workspace yet')).toBeVisible();
  await expectAccessible(administrator);
});

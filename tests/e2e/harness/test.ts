import AxeBuilder from '@axe-core/playwright';
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { demoPassword, type PersonName, people } from './people';
import { ServerProcess } from './server';

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

interface WorkerFixtures {
  /** One server a worker, on its own copy of the demo. Tests on it may kill and restart it. */
  concord: ServerProcess;
  /** Tests that name another one get a server of their own: those that leave behind what others would stumble over. */
  serverOf: string;
  sessions: Map<string, StorageState>;
}

interface TestFixtures {
  /** A new browser in which the person is signed in. Unexpected console errors fail the test. */
  as: (who: PersonName, options?: BrowserContextOptions) => Promise<Page>;
  /** A new browser in which nobody is signed in. */
  visitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** Console errors that a test expects besides those of a lost network, such as a refused form, are matched here. */
  allowedErrors: RegExp[];
}

/**
 * What a browser notes on its own account of requests that get no answer, while a test takes the network away or kills
 * the server: ERR_FAILED is what the service worker passed on.
 */
const noAnswer =
  /ERR_(FAILED|INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED)|Failed to fetch|WebSocket/;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  serverOf: ['everyone', { scope: 'worker', option: true }],

  concord: [
    async ({ serverOf: _ }, use) => {
      const server = await ServerProcess.create({
        templateDir: process.env.E2E_TEMPLATE,
        env: { DEMO: '1' },
      });
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],

  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  allowedErrors: async ({}, use) => use([]),

  visitor: async ({ browser, concord, allowedErrors }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: concord.url, locale: 'en-GB', ...options });
      contexts.push(context);
      return watched(await context.newPage(), errors, allowedErrors);
    });
    for (const context of contexts) await context.close();
    expect(errors, 'unexpected errors in the browser console').toEqual([]);
  },

  as: async ({ visitor, concord, sessions, browser }, use) => {
    await use(async (who, options) => {
      const email = people[who];
      const known = sessions.get(email);
      const storageState = known ?? (await signIn(email, await browser.newContext({ baseURL: concord.url })));
      sessions.set(email, storageState);
      return visitor({ ...options, storageState });
    });
  },
});

export { expect };

async function signIn(email: string, context: BrowserContext): Promise<StorageState> {
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL('**/home');
  const state = await context.storageState();
  await context.close();
  return state;
}

function watched(page: Page, errors: string[], allowed: RegExp[]): Page {
  const note = (text: string) => {
    if (![noAnswer, ...allowed].some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${page.url()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`${page.url()}: ${error.message}`));
  return page;
}

/** Fails with a readable list when axe finds anything on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothingFound(page, new AxeBuilder({ page }));
}

/** Likewise of the rules that colours can break: what another colour scheme can change of a page. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothingFound(
    page,
    new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']),
  );
}

async function expectNothingFound(page: Page, axe: AxeBuilder): Promise<void> {
  // What fades is looked at before or after, not on its way; from here on the page stays calm.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { violations } = await axe.analyze();
  const found = violations.map(
    (v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).join('; ')})`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

// npm run pictures: takes the README's pictures from the running demo.
// npm run pictures -- --all FOLDER: every page, wide and narrow, light and dark, English and French, for a designer's eye.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { demoUrl, withDemoServer } from '../bench/demo-server';
import { detailPages, pagesOf, planPath, visitorPages } from '../tests/e2e/harness/pages';
import { people } from '../tests/e2e/harness/people';
import { findChromium } from './chromium.mjs';

const wide = { width: 1280, height: 860 };
const narrow = { width: 360, height: 740 };
const forReadme = [
  ...['overview', 'narrative', 'actions', 'figures', 'import'],
  ...['country', 'timeline', 'partners', 'dialogue'],
];

await withDemoServer(async () => {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const folder = process.argv[process.argv.indexOf('--all') + 1];
  if (process.argv.includes('--all') && folder) await takeAll(browser, folder);
  else await takeForReadme(browser);
  await browser.close();
});

async function takeForReadme(browser: Browser): Promise<void> {
  mkdirSync('docs/pictures', { recursive: true });
  const page = await signedIn(browser, { viewport: wide });
  const pages = { ...pagesOf(await planPath(page)), ...(await detailPages(page)) };
  for (const name of forReadme)
    await take(page, pages[name] ?? '/', join('docs/pictures', `${name}.png`), false);
}

async function takeAll(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const variants = [
    { name: 'wide-light-en', options: { viewport: wide }, language: 'en' },
    { name: 'wide-dark-fr', options: { viewport: wide, colorScheme: 'dark' as const }, language: 'fr' },
    { name: 'narrow-light-fr', options: { viewport: narrow }, language: 'fr' },
    { name: 'narrow-dark-en', options: { viewport: narrow, colorScheme: 'dark' as const }, language: 'en' },
  ];
  for (const { name, options, language } of variants) {
    const visitor = await (
      await browser.newContext({ baseURL: demoUrl, locale: language, ...options })
    ).newPage();
    for (const [key, path] of Object.entries(visitorPages))
      await take(visitor, path, join(folder, `${key}-${name}.png`), true);
    const page = await signedIn(browser, options);
    await page.request.post('/language', { form: { language }, headers: { Origin: demoUrl } });
    const pages = { ...pagesOf(await planPath(page)), ...(await detailPages(page)) };
    for (const [key, path] of Object.entries(pages))
      await take(page, path, join(folder, `${key}-${name}.png`), true);
    await page.context().close();
  }
}

async function signedIn(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: demoUrl, locale: 'en-GB', ...options })).newPage();
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(people.planning);
  await page.locator('input[name=password]').fill('concord-demo');
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL('**/home');
  return page;
}

async function take(page: Page, path: string, file: string, fullPage: boolean): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('load');
  await page.locator('h1').first().waitFor();
  const content = contentOf(path);
  if (content) await page.locator(content).first().waitFor();
  await page.screenshot({ path: file, fullPage });
  process.stdout.write(`${file}\n`);
}

/** What the pages of an open document show once it has come. */
function contentOf(path: string): string | null {
  if (/\/plans\/[0-9a-f-]{36}$/.test(path)) return '.plan-text > *';
  return path.endsWith('/actions') ? '.grid-row, .action-card' : null;
}

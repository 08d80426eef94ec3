// What each page loads in a real browser with an empty cache: compressed JavaScript and CSS, and any foreign request.
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';
import { detailPages, pagesOf, planPath } from '../tests/e2e/harness/pages';
import { demoUrl, signInCookie, withDemoServer } from './demo-server';
import { machine } from './machine';

const budgetKb = { page: 170, editor: 420, css: 25 };

interface Weight {
  path: string;
  isEditor: boolean;
  jsKb: number;
  cssKb: number;
  foreign: string[];
}

await withDemoServer(async () => {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const cookie = await signInCookie('planning@msanp.example');
  const weights: Weight[] = [];
  for (const page of await everyPage(browser, cookie)) weights.push(await weigh(browser, cookie, page));
  await browser.close();
  print(weights);
  if (weights.some(isOver)) process.exitCode = 1;
});

/** Every page of a convenor; those of an open plan are editors. */
async function everyPage(browser: Browser, cookie: string): Promise<{ path: string; isEditor: boolean }[]> {
  const context = await browser.newContext({ baseURL: demoUrl });
  await signIn(context, cookie);
  const page = await context.newPage();
  const plan = await planPath(page);
  const paths = ['/sign-in', '/api', '/account/tokens', ...Object.values(pagesOf(plan))];
  paths.push(...Object.values(await detailPages(page)));
  await context.close();
  const editors = [plan, `${plan}/actions`, `${plan}/figures`];
  return [...new Set(paths)].map((path) => ({ path, isEditor: editors.includes(path) }));
}

async function signIn(context: BrowserContext, cookie: string): Promise<void> {
  const cookies = cookie.split('; ').map((pair) => pair.split('='));
  await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: demoUrl })));
}

async function weigh(
  browser: Browser,
  cookie: string,
  page: { path: string; isEditor: boolean },
): Promise<Weight> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  if (page.path !== '/sign-in') await signIn(context, cookie);
  const weight: Weight = { ...page, jsKb: 0, cssKb: 0, foreign: [] };
  const tab = await context.newPage();
  tab.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== demoUrl && !/^(data|blob):/.test(request.url())) weight.foreign.push(request.url());
  });
  tab.on('response', async (response) => {
    const type = response.request().resourceType();
    if (type !== 'script' && type !== 'stylesheet') return;
    // The same measure whatever the server negotiates: gzip, level 6.
    const kb = gzipSync(await response.body(), { level: 6 }).length / 1024;
    if (type === 'script') weight.jsKb += kb;
    else weight.cssKb += kb;
  });
  await tab.goto(demoUrl + page.path);
  await tab.waitForLoadState('networkidle');
  await context.close();
  return weight;
}

function isOver({ jsKb, cssKb, isEditor, foreign }: Weight): boolean {
  return jsKb > (isEditor ? budgetKb.editor : budgetKb.page) || cssKb > budgetKb.css || foreign.length > 0;
}

function print(weights: Weight[]): void {
  console.log(machine());
  console.log('Compressed (gzip) KB in a browser with an empty cache');
  for (const w of weights) {
    const budget = w.isEditor ? budgetKb.editor : budgetKb.page;
    const path = w.path.replace(/[0-9a-f-]{36}/, ':plan').padEnd(32);
    const verdict = isOver(w) ? 'OVER' : 'ok';
    console.log(
      `${path} JS ${w.jsKb.toFixed(1).padStart(6)} / ${budget}   CSS ${w.cssKb.toFixed(1).padStart(5)} / ${budgetKb.css}   ${verdict} ${w.foreign.join(' ')}`,
    );
  }
}

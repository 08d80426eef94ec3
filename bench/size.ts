// What each page loads in a real browser with an empty cache: compressed JavaScript and CSS, and any foreign request.
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';
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
  for (const page of await pagesOf(cookie)) weights.push(await weigh(browser, cookie, page));
  await browser.close();
  print(weights);
  if (weights.some(isOver)) process.exitCode = 1;
});

async function pagesOf(cookie: string): Promise<{ path: string; isEditor: boolean }[]> {
  const html = await (await fetch(`${demoUrl}/w/mdg/plans`, { headers: { cookie } })).text();
  const plan = /\/w\/mdg\/plans\/[0-9a-f-]{36}/.exec(html)?.[0];
  if (!plan) throw new Error('The demo plan was not found.');
  const plain = [
    '/sign-in',
    '/home',
    '/account',
    '/w/mdg',
    '/w/mdg/plans',
    '/w/mdg/plans/new',
    '/w/mdg/members',
  ];
  plain.push('/w/mdg/institutions', '/w/mdg/activity', '/w/mdg/settings', `${plan}/import`);
  const dialogues = await (await fetch(`${demoUrl}/w/mdg/dialogues`, { headers: { cookie } })).text();
  const dialogue = /\/w\/mdg\/dialogues\/[0-9a-f-]{36}/.exec(dialogues)?.[0];
  if (!dialogue) throw new Error('The demo dialogues were not found.');
  plain.push(dialogue, `${dialogue}/minutes`);
  plain.push('/w/mdg/partners', '/w/mdg/mandates', '/account/tokens', '/api');
  return [
    ...plain.map((path) => ({ path, isEditor: false })),
    ...[plan, `${plan}/actions`, `${plan}/figures`].map((path) => ({ path, isEditor: true })),
  ];
}

async function weigh(
  browser: Browser,
  cookie: string,
  page: { path: string; isEditor: boolean },
): Promise<Weight> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  if (page.path !== '/sign-in') {
    const cookies = cookie.split('; ').map((pair) => pair.split('='));
    await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: demoUrl })));
  }
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

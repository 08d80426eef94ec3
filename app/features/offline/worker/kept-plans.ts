import { fallbackLanguage, type Language } from '#domain/languages';
import { assetsNamedIn, dataPathOf, planKey } from '../cache-policy';
import type { PageMessage } from '../messages';
import { keepAssets } from './assets';

/** Whose pages are kept, and in which language to speak. A worker is ended and begun at any time, so it is stored. */
interface WorkerState {
  accountId: string | null;
  language: Language;
}

export interface KeptPlan {
  path: string;
  title: string;
}

type KeepPlan = Extract<PageMessage, { type: 'keep_plan' }>;

const stateCache = 'concord-state';
const stateKey = '/state';
const titlesKey = '/kept-plans';
const pagesPrefix = 'concord-pages:';

export async function readState(): Promise<WorkerState> {
  const stored = await (await caches.open(stateCache)).match(stateKey);
  return stored ? ((await stored.json()) as WorkerState) : { accountId: null, language: fallbackLanguage };
}

export async function rememberLanguage(language: Language): Promise<void> {
  await writeState({ ...(await readState()), language });
}

async function writeState(state: WorkerState): Promise<void> {
  await (await caches.open(stateCache)).put(stateKey, Response.json(state));
}

/** The pages kept for the account in charge; null when nobody's are. */
export async function openPages(): Promise<Cache | null> {
  const { accountId } = await readState();
  return accountId ? caches.open(pagesPrefix + accountId) : null;
}

/** Forgets every kept page, whoever it was kept for. */
export async function forgetPlans(): Promise<void> {
  await writeState({ ...(await readState()), accountId: null });
  await deletePagesExcept(null);
}

/** Keeps a page, its data and the files that both need. */
export async function keepPlan(message: KeepPlan): Promise<void> {
  const { accountId, language } = message;
  await writeState({ accountId, language });
  await deletePagesExcept(accountId);
  const pages = await caches.open(pagesPrefix + accountId);
  const path = planKey(new URL(message.path, self.location.origin));
  const page = await fetch(path, { headers: { Accept: 'text/html' } });
  if (!page.ok || page.redirected) return;
  const html = await page.clone().text();
  await pages.put(path, page);
  const data = await fetch(dataPathOf(path));
  if (data.status === 200) await pages.put(dataPathOf(path), data);
  await rememberTitle(pages, { path, title: message.title });
  await keepAssets([...new Set([...assetsNamedIn(html), ...message.assets])]);
}

export async function listKeptPlans(): Promise<KeptPlan[]> {
  const pages = await openPages();
  const stored = await pages?.match(titlesKey);
  return stored ? ((await stored.json()) as KeptPlan[]) : [];
}

async function rememberTitle(pages: Cache, plan: KeptPlan): Promise<void> {
  const others = (await listKeptPlans()).filter((kept) => kept.path !== plan.path);
  await pages.put(titlesKey, Response.json([plan, ...others]));
}

async function deletePagesExcept(accountId: string | null): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(pagesPrefix));
  const others = names.filter((name) => accountId === null || name !== pagesPrefix + accountId);
  await Promise.all(others.map((name) => caches.delete(name)));
}

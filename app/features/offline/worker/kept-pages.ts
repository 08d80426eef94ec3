import { fallbackLanguage, type Language } from '#domain/languages';
import { assetsNamedIn, dataPathOf, keptKey } from '../cache-policy';
import type { PageMessage } from '../messages';
import { keepAssets } from './assets';

export interface KeptPage {
  path: string;
  title: string;
}

type KeepPage = Extract<PageMessage, { type: 'keep_page' }>;

// A worker is ended and begun at any time, so what it must remember is stored. Each fact has a place of its own:
// messages are obeyed side by side, and none may write back what another has changed.
const stateCache = 'concord-state';
const accountKey = '/account-id';
const languageKey = '/language-code';
const titlesKey = '/kept-plans';
const pagesPrefix = 'concord-pages:';

/** The language in which to speak. */
export async function readLanguage(): Promise<Language> {
  return ((await recall(languageKey)) as Language | null) ?? fallbackLanguage;
}

export function rememberLanguage(language: Language): Promise<void> {
  return remember(languageKey, language);
}

async function recall(key: string): Promise<string | null> {
  const stored = await (await caches.open(stateCache)).match(key);
  return stored ? stored.text() : null;
}

async function remember(key: string, value: string): Promise<void> {
  await (await caches.open(stateCache)).put(key, new Response(value));
}

/** The pages kept for the account in charge; null when nobody's are. */
export async function openPages(): Promise<Cache | null> {
  const accountId = await recall(accountKey);
  return accountId ? caches.open(pagesPrefix + accountId) : null;
}

/** Forgets every kept page, whoever it was kept for. */
export async function forgetPages(): Promise<void> {
  await (await caches.open(stateCache)).delete(accountKey);
  await deletePagesExcept(null);
}

/** Keeps a page, its data and the files that both need. */
export async function keepPage(message: KeepPage): Promise<void> {
  const { accountId, language } = message;
  await remember(accountKey, accountId);
  await remember(languageKey, language);
  await deletePagesExcept(accountId);
  const pages = await caches.open(pagesPrefix + accountId);
  const path = keptKey(new URL(message.path, self.location.origin));
  const page = await fetch(path, { headers: { Accept: 'text/html' } });
  if (!page.ok || page.redirected) return;
  const html = await page.clone().text();
  await pages.put(path, page);
  const data = await fetch(dataPathOf(path));
  if (data.status === 200) await pages.put(dataPathOf(path), data);
  await rememberTitle(pages, { path, title: message.title });
  await keepAssets([...new Set([...assetsNamedIn(html), ...message.assets])]);
}

export async function listKeptPages(): Promise<KeptPage[]> {
  const pages = await openPages();
  const stored = await pages?.match(titlesKey);
  return stored ? ((await stored.json()) as KeptPage[]) : [];
}

async function rememberTitle(pages: Cache, plan: KeptPage): Promise<void> {
  const others = (await listKeptPages()).filter((kept) => kept.path !== plan.path);
  await pages.put(titlesKey, Response.json([plan, ...others]));
}

async function deletePagesExcept(accountId: string | null): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(pagesPrefix));
  const others = names.filter((name) => accountId === null || name !== pagesPrefix + accountId);
  await Promise.all(others.map((name) => caches.delete(name)));
}

import type { Page } from '@playwright/test';
import { expect } from './test';

/** Waits until the service worker has the page, its data and every file that the page has loaded. */
export async function untilKept(page: Page, path: string): Promise<void> {
  await expect.poll(() => page.evaluate(isKept, path), { timeout: 30_000 }).toBe(true);
}

async function isKept(page: string): Promise<boolean> {
  if (!navigator.serviceWorker.controller) return false;
  const name = (await caches.keys()).find((key) => key.startsWith('concord-pages:'));
  if (!name) return false;
  const pages = await caches.open(name);
  const assets = await caches.open('concord-assets');
  const loaded = performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/assets/'));
  const kept = await Promise.all([
    ...['/kept-plans', page, `${page}.data`].map((path) => pages.match(path)),
    ...loaded.map((entry) => assets.match(entry.name)),
  ]);
  return kept.every((match) => match !== undefined);
}

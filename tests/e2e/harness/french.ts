import { expect, type Page } from '@playwright/test';
import { englishOn } from './english-words';

/** The page is in French, and no English text of the interface is on it. */
export async function expectFrench(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(await englishOn(page), `English on ${page.url()}`).toEqual([]);
}

/** Sets the language of the account itself: only on a server of one's own, since others sign in to it too. */
export async function speakFrench(page: Page, origin: string): Promise<void> {
  await page.request.post('/language', { form: { language: 'fr' }, headers: { Origin: origin } });
}

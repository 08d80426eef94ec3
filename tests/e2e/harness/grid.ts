import type { Locator, Page } from '@playwright/test';
import { planPath } from './pages';
import { expect } from './test';

/** Opens the demo plan's actions and gives the plan's address. */
export async function openGrid(page: Page, search = ''): Promise<string> {
  const path = await planPath(page);
  await page.goto(`${path}/actions${search}`);
  await expect(page.getByRole('grid')).toBeVisible({ timeout: 30_000 });
  return path;
}

export const row = (page: Page, title: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: title }) });

export async function addAction(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an action' }).click();
  await expect(page.getByRole('textbox', { name: 'Action', exact: true })).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(row(page, title)).toBeVisible();
}

export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((tsv) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', tsv);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

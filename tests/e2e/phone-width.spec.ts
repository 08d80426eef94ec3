import type { Page } from '@playwright/test';
import { speakFrench } from './harness/french';
import { administratorPages, detailPages, importPreviewPath, pagesOf, planPath } from './harness/pages';
import { expectSaved } from './harness/plan-text';
import { expect, test } from './harness/test';

// It sets accounts' languages and leaves an import behind: on a server of its own.
test.use({ serverOf: 'phone-width' });

test('no page scrolls sideways at 360 pixels, in French', async ({ as, concord }) => {
  test.slow();
  const viewport = { width: 360, height: 740 };
  const convenor = await as('planning', { viewport });
  await speakFrench(convenor, concord.url);
  const plan = await planPath(convenor);
  await expectNoSideways(convenor, {
    ...pagesOf(plan),
    ...(await detailPages(convenor)),
    'import-preview': await importPreviewPath(convenor, plan),
  });
  const administrator = await as('administrator', { viewport });
  await speakFrench(administrator, concord.url);
  await expectNoSideways(administrator, administratorPages);
});

test('the figures behind a chart scroll within their own frame on a phone', async ({ as }) => {
  const page = await as('planning', { viewport: { width: 360, height: 740 } });
  await page.goto(`${await planPath(page)}/figures`);
  // The figures that the server wrote give way to live ones, closed again, once the document has come.
  await expectSaved(page);
  const chart = page.getByRole('figure').first();
  await expect(async () => {
    await chart.locator('summary').click();
    await expect(chart.getByRole('table')).toBeVisible({ timeout: 1000 });
  }).toPass();
  expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
});

async function expectNoSideways(page: Page, pages: Record<string, string>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await expect(page.locator('h1').first()).toBeVisible();
    expect(await sidewaysBy(page), name).toBeLessThanOrEqual(0);
  }
}

/** How many pixels the page is wider than its window. */
function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

import type { Page } from '@playwright/test';
import { speakFrench } from './harness/french';
import {
  administratorPages,
  detailPages,
  importPreviewPath,
  pagesOf,
  planPath,
  visitorPages,
} from './harness/pages';
import { expectSaved } from './harness/plan-text';
import { expect, expectAccessible, test } from './harness/test';

// It sets an account's language and leaves an import behind: on a server of its own.
test.use({ allowedErrors: [/status of 404/], serverOf: 'accessibility' });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page of a convenor, ${colorScheme}`, async ({ as }) => {
    test.slow();
    const page = await as('planning', { colorScheme, reducedMotion: 'reduce' });
    await expectAllAccessible(page, Object.values(await everyPage(page)));
  });

  test(`axe finds nothing on any page of an observer, ${colorScheme}`, async ({ as }) => {
    test.slow();
    const page = await as('observer', { colorScheme, reducedMotion: 'reduce' });
    const plan = await planPath(page);
    const paths = [
      plan,
      `${plan}/actions`,
      `${plan}/figures`,
      '/w/mdg',
      '/w/mdg/members',
      '/w/mdg/institutions',
      '/w/mdg/partners',
      '/w/mdg/mandates',
    ];
    await expectAllAccessible(page, paths);
  });

  test(`axe finds nothing on any page of the administrator, ${colorScheme}`, async ({ as }) => {
    const page = await as('administrator', { colorScheme, reducedMotion: 'reduce' });
    await expectAllAccessible(page, Object.values(administratorPages));
  });

  test(`axe finds nothing on any page of a visitor, ${colorScheme}`, async ({ visitor }) => {
    await expectAllAccessible(await visitor({ colorScheme }), Object.values(visitorPages));
  });
}

test('no page scrolls sideways at 360 pixels, in French', async ({ as, concord }) => {
  test.slow();
  const viewport = { width: 360, height: 740 };
  const convenor = await as('planning', { viewport });
  await speakFrench(convenor, concord.url);
  await expectNoSideways(convenor, await everyPage(convenor));
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

async function everyPage(page: Page): Promise<Record<string, string>> {
  const plan = await planPath(page);
  return {
    ...pagesOf(plan),
    ...(await detailPages(page)),
    'import-preview': await importPreviewPath(page, plan),
  };
}

async function expectAllAccessible(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator('h1').first()).toBeVisible();
    await expectAccessible(page);
  }
}

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

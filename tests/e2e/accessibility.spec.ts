import type { Page } from '@playwright/test';
import {
  administratorPages,
  detailPages,
  importPreviewPath,
  pagesOf,
  planPath,
  visitorPages,
} from './harness/pages';
import { expect, expectAccessible, expectContrast, test } from './harness/test';

// It leaves an import behind: on a server of its own.
test.use({ allowedErrors: [/status of 404/], serverOf: 'accessibility' });

/** Nothing is measured in the middle of a change of colour. */
const calm = { reducedMotion: 'reduce' } as const;

for (const half of ['first', 'second'] as const)
  test(`axe finds nothing on any page of a convenor, light or dark: ${half} half`, async ({ as }) => {
    test.slow();
    const page = await as('planning', calm);
    const plan = await planPath(page);
    const pages = halfOf(Object.values(pagesOf(plan)), half);
    await expectAllAccessible(
      page,
      half === 'first' ? pages : [...pages, await importPreviewPath(page, plan)],
    );
  });

for (const half of ['first', 'second'] as const)
  test(`axe finds nothing on any page that lists lead a convenor to, light or dark: ${half} half`, async ({
    as,
  }) => {
    test.slow();
    const page = await as('planning', calm);
    await expectAllAccessible(page, halfOf(Object.values(await detailPages(page)), half));
  });

test('axe finds nothing on any page of an observer, light or dark', async ({ as }) => {
  test.slow();
  const page = await as('observer', calm);
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

test('axe finds nothing on any page of the administrator, light or dark', async ({ as }) => {
  await expectAllAccessible(await as('administrator', calm), Object.values(administratorPages));
});

test('axe finds nothing on any page of a visitor, light or dark', async ({ visitor }) => {
  await expectAllAccessible(await visitor(calm), Object.values(visitorPages));
});

function halfOf(paths: string[], half: 'first' | 'second'): string[] {
  const middle = Math.ceil(paths.length / 2);
  return half === 'first' ? paths.slice(0, middle) : paths.slice(middle);
}

async function expectAllAccessible(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await expect(page.locator('h1').first()).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page);
  }
}

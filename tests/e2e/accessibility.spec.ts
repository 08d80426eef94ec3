import { pagesOf, planPath, visitorPages } from './harness/pages';
import { expect, expectAccessible, test } from './harness/test';

test.use({ allowedErrors: [/status of 404/] });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page of a convenor, ${colorScheme}`, async ({ as }) => {
    test.slow();
    const page = await as('planning', { colorScheme, reducedMotion: 'reduce' });
    const plan = await planPath(page);
    for (const path of Object.values(pagesOf(plan))) {
      await page.goto(path);
      await expect(page.locator('h1').first()).toBeVisible();
      await expectAccessible(page);
    }
  });

  test(`axe finds nothing on any page of a visitor, ${colorScheme}`, async ({ visitor }) => {
    const page = await visitor({ colorScheme });
    for (const path of Object.values(visitorPages)) {
      await page.goto(path);
      await expect(page.locator('h1').first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('no page scrolls sideways at 360 pixels, in French', async ({ as }) => {
  test.slow();
  const page = await as('planning', { viewport: { width: 360, height: 740 } });
  await page.request.post('/language', {
    form: { language: 'fr' },
    headers: { Origin: new URL(page.url()).origin },
  });
  const plan = await planPath(page);
  for (const [name, path] of Object.entries(pagesOf(plan))) {
    await page.goto(path);
    await expect(page.locator('h1').first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, name).toBeLessThanOrEqual(0);
  }
});

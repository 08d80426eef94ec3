import type { Page } from '@playwright/test';
import { expectFrench, speakFrench } from './harness/french';
import { expect, expectAccessible, test } from './harness/test';

// It adds to the demo and sets an account's language: on a server of its own. Forms that need correcting are a 422.
test.use({ serverOf: 'cycles', allowedErrors: [/status of 422/] });

const cycleName = 'Pipeline 2027–2029';

/** As the bank's focal point does it: the cycle, then the rule from which its windows come. */
async function enterCycle(page: Page): Promise<void> {
  await page.goto('/w/mdg/cycles');
  await page.getByRole('link', { name: 'Add a cycle' }).click();
  await expect(page.getByRole('heading', { name: 'Add a funding cycle' })).toBeVisible();
  await expect(page.getByLabel('Partner', { exact: true }).locator('option')).toHaveCount(2);
  await page.getByLabel('Kind', { exact: true }).selectOption('project_pipeline');
  await page.getByLabel('Name of the cycle').fill(cycleName);
  await page.getByLabel('First day').fill('2027-01-01');
  await page.getByLabel('Last day').fill('2026-01-01');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It ends before it starts')).toBeVisible();
  await expect(page.getByLabel('Name of the cycle')).toHaveValue(cycleName);
  await page.getByLabel('Last day').fill('2029-12-31');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: cycleName, level: 1 })).toBeVisible();
}

async function setWindows(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Set a rule' }).click();
  await page.getByLabel('The first window opens on').fill('2027-03-01');
  await page.getByLabel('No window opens after').fill('2028-12-31');
  await page.getByLabel('It closes after').fill('6');
  await page.getByLabel('Decision, days after closing').fill('60');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set the rule and generate the dates' }).click();
}

test('a focal point enters a cycle with windows, and moves one of them with its reason', async ({ as }) => {
  const page = await as('worldBank');
  await enterCycle(page);
  await setWindows(page);
  const closing = page.getByRole('row', { name: /Window closes/ });
  await expect(closing).toHaveCount(2);
  const first = closing.first();
  await expect(first).toContainText('12 Apr 2027');
  await expect(first).toContainText('From the rule');

  await first.getByRole('link', { name: /^Change/ }).click();
  await page.getByLabel('Date', { exact: true }).fill('2027-04-30');
  await page.getByLabel('State of the date').selectOption('changed');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Say why the date or its state changes')).toBeVisible();
  await page.getByLabel('Reason for the change').fill('Easter');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(first).toContainText('30 Apr 2027');
  await expect(first).toContainText('Adjusted by hand');
  await first.getByText('1 earlier date').click();
  await expect(first.getByText('Easter – ')).toBeVisible();
  await expect(first.locator('s')).toHaveText('12 Apr 2027');
  await expectAccessible(page);

  // The rule moves the other window and leaves this one.
  await page.getByRole('link', { name: 'Change the rule' }).click();
  await page.getByLabel('It closes after').fill('7');
  await page.getByRole('button', { name: 'Set the rule and generate the dates' }).click();
  await expect(first).toContainText('30 Apr 2027');
  await expect(closing.last()).toContainText('19 Apr 2028');

  await first.getByRole('link', { name: /^Change/ }).click();
  await expect(page.getByText('The rule says 19 Apr 2027.', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Follow the rule again' }).click();
  await expect(first).toContainText('19 Apr 2027');
  await expect(first).toContainText('From the rule');
});

test('a convenor reads the timeline of the country by keyboard, in French', async ({ as, concord }) => {
  const page = await as('planning');
  await speakFrench(page, concord.url);
  await page.goto('/w/mdg/timeline?from=2026&to=2028');
  await expect(page.getByRole('heading', { name: 'Chronologie', level: 1 })).toBeVisible();
  await expectFrench(page);
  await expectAccessible(page);
  const chart = page.getByRole('figure', { name: 'Chronologie' });
  await expect(chart.getByText('Exercices, Madagascar')).toBeVisible();
  await expect(chart.getByText('1er janv. – 31 déc. 2027')).toBeVisible();
  await expect(
    chart.getByRole('link', { name: /Lettre d’allocation, mars 2026 \(Confirmée\)/ }),
  ).toBeVisible();

  const scrolled = page.getByRole('region', { name: /Graphique de la chronologie/ });
  await scrolled.focus();
  await page.keyboard.press('Tab');
  const firstCycle = chart.getByRole('link', { name: 'IDA21 (exercices 2026–2028)' });
  await expect(firstCycle).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'IDA21 (exercices 2026–2028)', level: 1 })).toBeVisible();
  await expectFrench(page);

  // The country's own years, and what the address says, stay when a filter changes.
  await page.goto('/w/mdg/timeline?from=2026&to=2028');
  await page.getByLabel('Années selon').selectOption('fiscal');
  await page.waitForURL(/by=fiscal/);
  expect(new URL(page.url()).searchParams.get('from')).toBe('2026');
  await page.getByRole('link', { name: 'Plus d’années' }).click();
  await page.waitForURL(/from=2025&to=2029|to=2029/);
});

/** Once the page's data has come so many times: after the form, then by the live refresh. */
function fetchedAnew(page: Page, times: number): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    page.on('requestfinished', (request) => {
      if (request.method() !== 'GET' || !request.url().includes('/calendar/feeds.data')) return;
      count += 1;
      if (count === times) resolve();
    });
  });
}

test('a calendar address is shown once, works without signing in, and ends when revoked', async ({
  as,
  visitor,
}) => {
  const page = await as('who');
  const isListening = page.waitForResponse((response) => response.url().endsWith('/w/mdg/live'));
  await page.goto('/w/mdg/calendar/feeds');
  await isListening;
  const isRefreshed = fetchedAnew(page, 2);
  await page.getByRole('button', { name: 'Make the address' }).click();
  const address = page.getByRole('textbox', { name: 'Calendar address' });
  await expect(address).toBeVisible();
  await expectAccessible(page);
  // The page hears of its own change and fetches its data anew; the address stays to be copied.
  await isRefreshed;
  await expect(page.getByRole('cell', { name: '14 days before' })).toBeVisible();
  await expect(address).toBeVisible();
  const url = await address.inputValue();
  const stranger = await visitor();
  const feed = await stranger.request.get(url);
  expect(feed.status()).toBe(200);
  expect(await feed.text()).toContain('BEGIN:VEVENT');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Calendar feeds' })).toBeVisible();
  await expect(address).toHaveCount(0);
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The address is revoked')).toBeVisible();
  expect((await stranger.request.get(url)).status()).toBe(404);
});

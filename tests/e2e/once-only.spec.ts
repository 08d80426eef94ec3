import type { Locator, Page } from '@playwright/test';
import { pastedRows } from '#tests/factories/matrices';
import { expect, test } from './harness/test';

// These tests add plans, and others look for the only one.
test.use({ serverOf: 'once-only' });

/** Two clicks in one go, before the page can have shown anything in between. */
async function clickTwice(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

async function createPlan(page: Page, title: string, start: RegExp): Promise<void> {
  await page.goto('/w/mdg/plans/new');
  await page.getByLabel('Title').fill(title);
  await page.getByRole('radio', { name: start }).check();
  await clickTwice(page.getByRole('button', { name: 'Create the plan' }));
  await expect(page).not.toHaveURL(/\/new$/);
}

test('a double click creates one plan and applies an import once', async ({ as }) => {
  const page = await as('planning');
  await createPlan(page, 'A plan clicked twice', /^An action matrix/);
  await expect(page).toHaveURL(/\/import$/);
  const address = page.url().replace(/\/import$/, '');
  await page.getByLabel('Copied rows').fill(pastedRows);
  await clickTwice(page.getByRole('button', { name: 'Read the rows' }));
  await expect(page.getByRole('heading', { name: 'Check the import' })).toBeVisible();
  const apply = page.getByRole('button', { name: /^Import \d+ actions$/ });
  const count = Number(/\d+/.exec((await apply.textContent()) ?? '')?.[0]);
  await clickTwice(apply);
  await expect(page).toHaveURL(`${address}/actions`);
  await expect(page.locator('.filter-count')).toHaveText(`${count} actions`);
  await page.goto('/w/mdg/plans');
  await expect(page.getByRole('link', { name: 'A plan clicked twice' })).toHaveCount(1);
});

test('a double click sends one invitation', async ({ as }) => {
  const page = await as('planning');
  await page.goto('/w/mdg/members');
  const pending = page.getByRole('table', { name: 'Open invitations' }).getByRole('row');
  const before = await pending.count();
  await page.goto('/w/mdg/members/invite');
  await page.getByLabel('Institution', { exact: true }).selectOption({ index: 1 });
  await clickTwice(page.getByRole('button', { name: 'Invite', exact: true }));
  await expect(page.getByRole('textbox', { name: 'Invitation link' })).toBeVisible();
  await page.goto('/w/mdg/members');
  // The header's row stands only where there is an invitation.
  await expect(pending).toHaveCount(before === 0 ? 2 : before + 1);
});

test('after the plan is created, back leads to the list and not to a second creation', async ({ as }) => {
  const page = await as('planning');
  await page.goto('/w/mdg/plans');
  const listed = page.getByRole('link', { name: 'A plan and the way back' });
  await page.getByRole('link', { name: 'New plan' }).click();
  await page.getByLabel('Title').fill('A plan and the way back');
  await page.getByRole('button', { name: 'Create the plan' }).click();
  await expect(page.getByRole('heading', { name: 'A plan and the way back', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/plans\/new$|\/plans$/);
  await page.goto('/w/mdg/plans');
  await expect(listed).toHaveCount(1);
});

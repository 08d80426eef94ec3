import type { Page } from '@playwright/test';
import { addAction, openGrid, row } from './harness/grid';
import { expect, expectAccessible, test } from './harness/test';

const drawerOf = (page: Page) => page.getByRole('complementary', { name: /^Action:/ });

/** Opens the drawer of the row that is focused. */
async function openDrawer(page: Page, title: string): Promise<void> {
  await row(page, title).getByRole('gridcell').nth(1).click();
  await row(page, title).locator('.open-action').click();
  await expect(drawerOf(page).getByRole('heading', { level: 2 })).toBeFocused();
}

test('a row is dragged to another place, and a column keeps the width it was given', async ({ as }) => {
  const page = await as('worldBank');
  await openGrid(page, '?group=none');
  const rows = page.locator('.grid-body .grid-row [data-column="1"] .cell-title');
  const [first, second, third] = await rows.allTextContents();
  await page.locator('.grid-body .grid-row').first().hover();
  const handle = await page.locator('.drag-handle').first().boundingBox();
  const target = await page.locator('.grid-body .grid-row').nth(2).boundingBox();
  if (!handle || !target) throw new Error('There is nothing to drag.');
  await page.mouse.move(handle.x + 4, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(handle.x + 4, target.y + target.height - 4, { steps: 6 });
  await expect(page.locator('.drop-line')).toBeVisible();
  await page.mouse.up();
  await expect(rows.nth(2)).toHaveText(first ?? '');
  await expect(rows.nth(0)).toHaveText(second ?? '');
  await expect(rows.nth(1)).toHaveText(third ?? '');

  const header = page.getByRole('columnheader', { name: /Lead/ });
  const before = await header.boundingBox();
  const edge = await header.locator('.resize-edge').boundingBox();
  if (!before || !edge) throw new Error('There is no edge to drag.');
  await page.mouse.move(edge.x + 4, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + 64, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  const widthOf = async () => (await header.boundingBox())?.width ?? 0;
  expect(await widthOf()).toBeCloseTo(before.width + 60, 0);
  await page.reload();
  await expect(header).toBeVisible({ timeout: 30_000 });
  expect(await widthOf()).toBeCloseTo(before.width + 60, 0);
});

test('objectives are added, named, moved and deleted in their dialog', async ({ as }) => {
  const page = await as('worldBank');
  await openGrid(page);
  await page.getByRole('button', { name: 'Objectives' }).click();
  const dialog = page.getByRole('dialog', { name: 'Objectives' });
  await dialog.getByRole('button', { name: 'Add an orientation' }).click();
  await page.keyboard.type('New orientation');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Add an axis below .*New orientation$/ }).click();
  await page.keyboard.type('New axis');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /^Delete .*New axis$/ })).toBeVisible();
  await dialog.getByRole('button', { name: /^Move .*New orientation up$/ }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^Delete .*New orientation$/ }).click();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(dialog.getByRole('button', { name: /New orientation/ })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: /^Delete .*New axis$/ })).toBeVisible();
});

test('what is being typed is kept when someone else changes the cell or deletes its action', async ({
  as,
}) => {
  const mine = await as('worldBank');
  const theirs = await as('ilo');
  await openGrid(mine, '?group=none');
  await openGrid(theirs, '?group=none');
  await addAction(mine, 'Contested action');
  const there = row(theirs, 'Contested action');
  const start = (page: Page) => row(page, 'Contested action').getByRole('gridcell').nth(6);
  await start(mine).click();
  await mine.keyboard.type('2027');
  await start(theirs).click();
  await theirs.keyboard.type('2029');
  await theirs.keyboard.press('Enter');
  await expect(mine.getByText('Meanwhile someone wrote “2029” here')).toBeVisible();
  await mine.keyboard.press('Enter');
  await expect(start(theirs)).toHaveText('2027');

  await openDrawer(mine, 'Contested action');
  await mine.getByRole('button', { name: 'Add a cost' }).click();
  await mine.getByLabel('Amount').fill('777000');
  await there.getByRole('gridcell').nth(1).click();
  await theirs.keyboard.press('Control+Delete');
  await expect(mine.getByText('This action is no longer in the plan')).toBeVisible();
  await expect(mine.locator('.rescued-texts')).toContainText('777000');
  await mine.getByRole('button', { name: 'Put away' }).click();
  await expect(mine.locator('.rescued-texts .notice')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the keyboard alone fills in an action in its drawer, ${colorScheme}`, async ({ as }) => {
    const page = await as('planning', { colorScheme, reducedMotion: 'reduce' });
    const title = `Drawer, ${colorScheme}`;
    await openGrid(page, '?group=none');
    await addAction(page, title);
    await openDrawer(page, title);
    const drawer = drawerOf(page);
    const type = async (label: string | RegExp, text: string) => {
      await drawer.getByLabel(label).last().focus();
      await page.keyboard.type(text);
    };
    const press = async (name: string) => {
      await drawer.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await type('Lead', 'MSANP');
    await press('Add a cost');
    await type('Amount', '1 250 000');
    await press('Add funding');
    await type('Source', 'WHO');
    await press('Add an indicator');
    await type('Indicator', 'People covered');
    await expect(drawer.getByRole('table')).toContainText('1,250,000');
    await expectAccessible(page);

    await type('Evidence', 'The decree is signed');
    // Esc in a field that holds nothing unsaved closes the drawer; what was typed into the form comes back with it.
    await drawer.getByRole('heading', { level: 2 }).focus();
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await openDrawer(page, title);
    await expect(drawer.getByLabel('Evidence')).toHaveValue('The decree is signed');
    await expect(drawer.getByLabel('Indicator')).toHaveValue('People covered');
    // Where nothing was reported yet, nothing is said unless it is chosen.
    const status = drawer.getByRole('combobox', { name: 'Status' });
    await expect(status).toHaveValue('');
    await status.focus();
    await page.keyboard.type('In progress');
    await expect(status).toHaveValue('in_progress');
    await page.context().setOffline(true);
    await press('Submit the report');
    await expect(page.getByRole('alert')).toContainText('The server did not answer');
    await page.context().setOffline(false);
    await press('Submit the report');
    await expect(drawer.getByRole('listitem').filter({ hasText: 'The decree is signed' })).toBeVisible();
    await expect(drawer.getByLabel('Evidence')).toHaveValue('');
  });
}

test('a report sent while its drawer is still opening leaves the drawer open', async ({ as }) => {
  const page = await as('planning');
  await openGrid(page, '?group=none');
  await addAction(page, 'Reported at once');
  await openDrawer(page, 'Reported at once');
  const drawer = drawerOf(page);
  await drawer.getByLabel('Lead').last().focus();
  await page.keyboard.type('MSANP');
  await drawer.getByRole('button', { name: 'Add a cost' }).focus();
  await drawer.getByLabel('Evidence').fill('The decree is signed');
  await drawer.getByRole('link', { name: 'Close' }).click();
  await expect(drawer).toHaveCount(0);
  await page.route(
    (url) => url.pathname.endsWith('.data') && url.searchParams.has('action'),
    (route) => (route.request().method() === 'GET' ? undefined : route.continue()),
  );
  await openDrawer(page, 'Reported at once');
  await drawer.getByRole('combobox', { name: 'Status' }).selectOption('in_progress');
  await page.context().setOffline(true);
  await drawer.getByRole('button', { name: 'Submit the report' }).click();
  await expect(page.getByRole('alert')).toContainText('The server did not answer');
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await drawer.getByRole('button', { name: 'Submit the report' }).click();
  await expect(drawer.getByRole('listitem').filter({ hasText: 'The decree is signed' })).toBeVisible();
});

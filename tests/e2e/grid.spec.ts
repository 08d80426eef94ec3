import { addAction, openGrid, paste, row } from './harness/grid';
import { planPath } from './harness/pages';
import { expect, expectAccessible, test } from './harness/test';

test('the keyboard alone adds an action and edits its cells', async ({ as }) => {
  const page = await as('worldBank');
  await openGrid(page);
  await page.getByRole('button', { name: 'Add an action' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Keyboard action');
  await page.keyboard.press('Tab');
  await page.keyboard.type('who');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(row(page, 'Keyboard action').getByRole('gridcell', { name: 'WHO' })).toBeFocused();
  for (let column = 0; column < 3; column++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Q2 2027');
  await expect(page.getByRole('status').filter({ hasText: '2027' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('soon');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1250000');
  await page.keyboard.press('Enter');
  const added = row(page, 'Keyboard action');
  await expect(added.getByRole('gridcell', { name: 'Q2 2027' })).toBeVisible();
  await expect(added.getByRole('gridcell', { name: 'soon' })).toHaveAttribute('aria-invalid', 'true');
  await expect(added.getByRole('gridcell', { name: '1,250,000', exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a range of three by four pastes, adds rows after asking, and is undone in one step', async ({ as }) => {
  const page = await as('worldBank');
  await openGrid(page, '?group=none');
  const count = page.locator('.filter-count');
  const before = Number.parseInt((await count.textContent()) ?? '', 10);
  await page.locator('.grid-row:not(.group-row) [data-column="1"]').nth(1).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await paste(page, 'Pasted one\t\tWHO\tMEF; ILO\nPasted two\t\tRed Cross\t\n"Pasted\nthree"\t\tMEF\tWHO\n');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Add 2 actions at the end?');
  await dialog.getByRole('button', { name: 'Add and paste' }).click();
  await expect(row(page, 'Pasted three')).toBeVisible();
  await expect(row(page, 'Pasted two').getByRole('gridcell').nth(1)).toBeFocused();
  await expect(row(page, 'Pasted two').getByRole('gridcell', { name: 'Red Cross' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await row(page, 'Pasted one').getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Pasted three')).toHaveCount(0);
  await expect(count).toHaveText(`${before} actions`);
});

test('an amount that is copied and pasted stays the same in a plan of another language', async ({ as }) => {
  const page = await as('worldBank');
  await openGrid(page, '?group=none');
  await addAction(page, 'Montant recopié');
  const cost = (nth: number) => row(page, 'Montant recopié').getByRole('gridcell').nth(nth);
  await cost(8).click();
  await page.keyboard.type('250000');
  await page.keyboard.press('Enter');
  await expect(cost(8)).toHaveText('250,000');
  await cost(8).click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  await expect(cost(9)).toHaveText('250,000');
});

test('undo takes back one’s own edits only, and others are seen in their cells', async ({ as }) => {
  const mine = await as('worldBank');
  const theirs = await as('ilo');
  await openGrid(mine, '?group=none');
  await openGrid(theirs, '?group=none');
  await addAction(mine, 'Action partagée');
  const here = row(mine, 'Action partagée');
  const there = row(theirs, 'Action partagée');
  await there.getByRole('gridcell').nth(1).click();
  await expect(here.getByText('is here')).toBeAttached();
  await theirs.keyboard.press('F2');
  await theirs.keyboard.type(', by the ILO');
  await theirs.keyboard.press('Enter');
  await expect(row(mine, 'Action partagée, by the ILO')).toBeVisible();

  await here.getByRole('gridcell').nth(3).click();
  await mine.keyboard.type('MEF');
  await mine.keyboard.press('Enter');
  await expect(there.getByRole('gridcell', { name: 'MEF', exact: true })).toBeVisible();
  await mine.keyboard.press('Control+z');
  await expect(there.getByRole('gridcell', { name: 'MEF', exact: true })).toHaveCount(0);
  await expect(row(mine, 'Action partagée, by the ILO')).toBeVisible();

  // Next come one's own words of the title, and then the action itself, in which the other has written.
  await mine.keyboard.press('Control+z');
  await expect(row(theirs, ', by the ILO')).toBeVisible();
  await mine.keyboard.press('Control+z');
  await expect(mine.getByText('Others have written in it, so it stays')).toBeVisible();
  await expect(row(mine, ', by the ILO')).toBeVisible();
  await expect(row(theirs, ', by the ILO')).toBeVisible();
});

test('filters, grouping and the drawer are in the address; back closes the drawer', async ({ as }) => {
  const page = await as('ilo');
  await openGrid(page);
  await page.getByRole('combobox', { name: 'Block' }).selectOption({ label: 'Financing' });
  await expect(page).toHaveURL(/block=financing/);
  await page.reload();
  await expect(page.locator('.filter-count')).toHaveText(/^\d+ of \d+ actions$/);
  await page.locator('.grid-row:not(.group-row) [data-column="1"]').nth(1).hover();
  await page.locator('.grid-row:not(.group-row) .open-action').first().click({ force: true });
  await expect(page).toHaveURL(/action=/);
  const drawer = page.getByRole('complementary', { name: /^Action:/ });
  await expect(drawer.getByRole('heading', { level: 2 })).toBeFocused();
  await expectAccessible(page);
  const address = page.url();
  await page.goBack();
  await expect(drawer).toHaveCount(0);
  await page.goto(address);
  // The server's own drawer is there first; the one that hears keys takes the focus.
  await expect(drawer.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('a total opens to the rows that it is made of', async ({ as }) => {
  const page = await as('who');
  await openGrid(page);
  await page
    .getByRole('row', { name: /^Total/ })
    .getByRole('button', { name: /^Total cost/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('table').first()).toContainText('Sum');
  await expectAccessible(page);
});

test('someone who only reads can copy and open, and finds nothing to edit with', async ({ as }) => {
  const page = await as('giz');
  await openGrid(page);
  await expect(page.getByRole('button', { name: 'Add an action' })).toHaveCount(0);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  await page.locator('.grid-row:not(.group-row) [data-column="1"]').nth(1).click();
  await page.keyboard.type('x');
  await expect(page.locator('.text-editor')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: /^Action:/ })).toBeVisible();
});

test('the lead institution reports on its action without JavaScript', async ({ as, browser, concord }) => {
  const page = await as('planning');
  const path = await openGrid(page, '?group=none');
  await page
    .locator('.grid-row:not(.group-row)')
    .filter({ hasText: 'MSANP' })
    .locator('.open-action')
    .first()
    .click({ force: true });
  await expect(page).toHaveURL(/action=/);
  const action = new URL(page.url()).searchParams.get('action');
  const context = await browser.newContext({
    baseURL: concord.url,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${path}/actions?action=${action}`);
  await plain.getByRole('combobox', { name: 'Status' }).selectOption('completed');
  await plain.getByRole('textbox', { name: 'Evidence' }).fill('Decree published in the official journal');
  await plain.getByRole('button', { name: 'Submit the report' }).click();
  await expect(plain.getByText('Decree published in the official journal')).toBeVisible();
  await context.close();
});

test('on a phone the actions are cards that open', async ({ as }) => {
  const page = await as('worldBank', { viewport: { width: 360, height: 740 } });
  const path = await planPath(page);
  await page.goto(`${path}/actions`);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Block' }).selectOption({ label: 'Financing' });
  await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible();
  await expectAccessible(page);
  await page.locator('.action-card button').first().click();
  const drawer = page.getByRole('complementary', { name: /^Action:/ });
  await expect(drawer).toBeVisible();
  await drawer.getByLabel('Description').fill('Written on a phone');
  await drawer.getByRole('link', { name: 'Close' }).click();
  await expect(drawer).toHaveCount(0);
  await expectAccessible(page);
});

test('two thousand actions scroll and take an edit at their end', async ({ as }) => {
  test.slow();
  const page = await as('worldBank');
  await openGrid(page, '?group=none');
  await page.locator('.grid-row:not(.group-row) [data-column="1"]').nth(1).click();
  for (const key of ['Control+End', 'ArrowUp', 'Home', 'ArrowRight']) await page.keyboard.press(key);
  const rows = Array.from({ length: 2_000 }, (_, index) => `Long list ${index}\t\tWHO\tMEF`);
  await paste(page, rows.join('\n'));
  await page.getByRole('alertdialog').getByRole('button', { name: 'Add and paste' }).click();
  await expect(page.locator('.filter-count')).toHaveText(/^2,?0\d\d actions$/);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', /^20\d\d$/);

  await page.locator('.plan-grid').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  const last = row(page, 'Long list 1999').getByRole('gridcell').nth(1);
  await last.click();
  await page.keyboard.press('F2');
  await page.keyboard.type(', edited');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Long list 1999, edited')).toBeVisible();
  // No more rows are drawn than the window shows, and some around it.
  expect(await page.getByRole('row').count()).toBeLessThan(90);
});

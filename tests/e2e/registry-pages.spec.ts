import { expect, test } from './harness/test';

test('on a phone filters wait behind a button that says how many are set, and lesser ways on behind a menu', async ({
  as,
}) => {
  const page = await as('planning', { viewport: { width: 360, height: 740 } });
  await page.goto('/w/mdg/commitments/facts?country=MG&kind=committed');
  await expect(page.getByLabel('Theme', { exact: true })).toBeHidden();
  await page.getByText('Filters (2)').click();
  await page.getByLabel('Theme', { exact: true }).selectOption({ index: 1 });
  await expect(page.getByText('Filters (3)')).toBeVisible();
  await expect(page.getByLabel('Theme', { exact: true })).toBeVisible();

  await page.goto('/w/mdg/commitments');
  await expect(page.getByRole('link', { name: 'All rows' })).toBeHidden();
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('link', { name: 'All rows' }).click();
  await expect(page.getByRole('heading', { name: 'Rows of commitments' })).toBeVisible();
});

test('without JavaScript the filters unfold on a phone, too', async ({ as }) => {
  const page = await as('planning', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await page.goto('/w/mdg/commitments/facts');
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('Kind', { exact: true }).selectOption('committed');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/kind=committed/);
});

test('a convenor says whose commitment it is, and sees the pasted rows as they were understood', async ({
  as,
}) => {
  const page = await as('planning');
  await page.goto('/w/mdg/commitments/new');
  await expect(page.getByLabel('Partner')).toHaveValue('');
  await page.goto('/w/mdg/commitments/paste');
  const partner = page.getByLabel('Partner');
  await expect(partner).toHaveValue('');
  await partner.selectOption({ index: 2 });
  const name = await partner.locator('option').nth(2).textContent();
  await page
    .locator('textarea[name=rows]')
    .fill('Activity\tKind\tAmount\tCurrency\tDate\nWards\tcommitted\t1,250\tUSD\t2026-02-28');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await expect(page.getByText(`Partner: ${name}`)).toBeVisible();
  const rows = page.getByRole('table', { name: 'The rows as they are understood' });
  await expect(rows.getByRole('row', { name: /Wards/ })).toContainText(/28 Feb 2026.*Committed.*USD\s1,250$/);
});

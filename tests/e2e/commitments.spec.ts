import type { Page } from '@playwright/test';
import { amountIn, sumOf } from './harness/amounts';
import { expectFrench, speakFrench } from './harness/french';
import { expect, expectAccessible, test } from './harness/test';

// Accounts are set to French and totals change: on a server of its own.
test.use({ serverOf: 'commitments' });

const title = 'Caisses mutuelles du Sud-Est';

async function enterCommitment(page: Page): Promise<void> {
  await page.goto('/w/mdg/commitments');
  await page.getByRole('link', { name: 'Saisir un engagement' }).click();
  await expect(page.getByRole('heading', { name: 'Saisir un engagement', level: 1 })).toBeVisible();
  await expectFrench(page);
  await expectAccessible(page);
  await page.getByLabel('Titre').fill(title);
  const sectors = page.getByLabel('Secteurs');
  await page.getByRole('combobox', { name: /^Ajouter un secteur/ }).fill('protection sociale');
  await page.getByRole('option', { name: /^16010 / }).click();
  await expect(sectors).toHaveValue(/^16010 \D+$/);
  await sectors.fill(`${await sectors.inputValue()} 60 %\n12110 40 %`);
  const amount = page.getByRole('group', { name: 'Montant 1' });
  await amount.getByLabel('Nature').selectOption('committed');
  await amount.getByLabel('Montant', { exact: false }).first().fill('1 250 000,50');
  await amount.getByLabel('Devise').selectOption('USD');
  await amount.getByLabel('Date ou premier jour').fill('2026-03-15');
  await page.getByRole('button', { name: 'Saisir', exact: true }).click();
  await expect(page.getByText('L’engagement a été saisi.')).toBeVisible();
}

test('a focal point enters a commitment, and a convenor opens the country’s total down to its rows, in French', async ({
  as,
  concord,
}) => {
  const focalPoint = await as('giz');
  await speakFrench(focalPoint, concord.url);
  await enterCommitment(focalPoint);
  await expect(focalPoint.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  await expectFrench(focalPoint);
  await expectAccessible(focalPoint);

  const convenor = await as('planning');
  await speakFrench(convenor, concord.url);
  await convenor.goto('/w/mdg/countries');
  await expectFrench(convenor);
  await expectAccessible(convenor);
  await convenor
    .getByRole('row', { name: /Madagascar/ })
    .getByRole('link', { name: 'Madagascar' })
    .click();
  await expect(convenor.getByRole('heading', { name: 'Madagascar', level: 1 })).toBeVisible();
  await expectFrench(convenor);
  await expectAccessible(convenor);

  const byYear = convenor.getByRole('region', { name: 'Engagements par année' }).first();
  const row = byYear.getByRole('row').filter({ has: convenor.getByRole('rowheader', { name: '2026' }) });
  const figure = row.getByRole('link').first();
  // Shown in whole units; the exact amount is in the title.
  const total = amountIn((await figure.locator('.numeric').getAttribute('title')) ?? '');
  await figure.click();
  await expect(convenor.getByRole('heading', { name: 'Lignes des engagements' })).toBeVisible();
  await expectFrench(convenor);
  await expectAccessible(convenor);
  const cells = convenor.locator('main table tbody tr td[data-label="USD"] .numeric');
  const amounts = (await cells.allTextContents()).map(amountIn);
  expect(amounts).toContain(750000.3);
  expect(sumOf(amounts)).toBe(total);

  await convenor.goto('/w/mdg/matrix');
  await expectFrench(convenor);
  await expectAccessible(convenor);
});

test('rows of a spreadsheet are checked all at once, and taken over when nothing is wrong', async ({
  as,
}) => {
  const page = await as('worldBank');
  await page.goto('/w/mdg/commitments/paste');
  const rows = page.locator('textarea[name=rows]');
  await rows.fill('Activity\tKind\tAmount\tCurrency\tDate\nWells\tgiven\tmany\tUSD\t2024-02-30');
  await page.locator('button[name=intent][value=preview]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('main table tbody tr')).toHaveCount(3);
  await expectAccessible(page);
  await rows.fill(
    'Activity\tKind\tAmount\tCurrency\tDate\tCountry\nWells\tcommitted\t-12,5 EUR\t\t2024-02-28\tMG',
  );
  await page.locator('button[name=intent][value=preview]').click();
  await page.locator('button[name=intent][value=confirm]').click();
  await page.waitForURL(/done=pasted/);
  await expect(page.getByRole('link', { name: 'Wells' })).toBeVisible();
});

test('an administrator imports rates, sees what changes first, and amounts are converted by them', async ({
  as,
}) => {
  const page = await as('administrator');
  await page.goto('/admin/exchange-rates');
  const csv =
    'Date,Rate,Currency,Frequency,Source,Country code\n2026-12-31,0.75,XDR,A,IMF,1E\n2026-12-31,x,EUR,A,IMF,U2';
  await page.locator('input[type=file]').setInputFiles({
    name: 'rates.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await page.locator('button[name=intent][value=upload]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.locator('button[name=intent][value=confirm]').click();
  await page.waitForURL(/done=imported/);
  await expectAccessible(page);
  const convenor = await as('planning');
  const facts = '/w/mdg/commitments/facts?kind=disbursed&currency=XDR&year=2026';
  await expect(async () => {
    await convenor.goto(facts);
    await expect(convenor.locator('.key-figure-value')).toContainText('9', { timeout: 1000 });
  }).toPass();
});

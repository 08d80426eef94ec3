import { malagasySheet, pastedRows } from '#tests/factories/matrices';
import { xlsxOf } from '#tests/factories/matrix-files';
import { planPath } from './harness/pages';
import { expect, expectAccessible, test } from './harness/test';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a French matrix is read, corrected, confirmed and stands in the grid', async ({ as }) => {
  const page = await as('budget', { locale: 'fr-FR' });
  const plan = await planPath(page);
  await page.goto(`${plan}/import`);
  await expectAccessible(page);
  await page.getByLabel('Fichier Excel (.xlsx) ou CSV').setInputFiles({
    name: 'matrice-csu.xlsx',
    mimeType: xlsx,
    buffer: Buffer.from(await xlsxOf(malagasySheet())),
  });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page.getByRole('heading', { name: 'Vérifier l’importation' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: /^Montant non compris/ }).click();
  const problems = page.getByRole('table', { name: 'Points à examiner' });
  await expect(problems.getByRole('cell', { name: 'à déterminer', exact: true })).toBeVisible();
  await expect(problems.getByRole('cell', { name: /Total conforme/ })).toHaveCount(0);

  await page.getByLabel(/colonne O, Observations/).selectOption({ label: 'Description' });
  await page.getByRole('button', { name: 'Appliquer les colonnes' }).click();
  await expect(page.getByText('Votre choix')).toBeVisible();

  await page.getByLabel('OSC').selectOption({ label: 'Conserver comme texte' });
  await page.getByRole('button', { name: 'Appliquer à toutes les lignes' }).click();
  await expect(page.getByLabel('OSC')).toHaveValue('keep');

  await page.getByRole('button', { name: 'Importer 5 actions' }).click();
  await expect(page).toHaveURL(/\/actions$/);
  await page.getByRole('searchbox', { name: 'Rechercher dans les actions' }).fill('agents des mutuelles');
  await expect(page.getByRole('grid').getByText('Former les agents des mutuelles')).toBeVisible();
});

test.describe('without JavaScript', () => {
  // The refusal's own status.
  test.use({ allowedErrors: [/status of 415/] });

  test('rows pasted from a spreadsheet can be imported without JavaScript, and a wrong file says why not', async ({
    as,
  }) => {
    const page = await as('planning', { javaScriptEnabled: false });
    const plan = await planPath(page);
    await page.goto(`${plan}/import`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'matrix.xlsx',
      mimeType: xlsx,
      buffer: Buffer.from('<html><table></table></html>'),
    });
    await page.getByRole('button', { name: 'Read the file' }).click();
    await expect(page.getByRole('alert')).toContainText('web page');
    await page.getByLabel('Copied rows').fill(pastedRows);
    await page.getByRole('button', { name: 'Read the rows' }).click();
    await expect(page.getByRole('heading', { name: 'Check the import' })).toBeVisible();
    const preview = page.getByRole('table', { name: 'As they will stand in the plan' });
    await expect(preview.getByRole('cell', { name: '… – 31 Dec 2026' })).toBeVisible();
    await page.getByRole('button', { name: 'Discard this import' }).click();
    await expect(page).toHaveURL(/\/import$/);
  });
});

test('a file that is too large is refused before it is sent', async ({ as }) => {
  const page = await as('budget', { locale: 'fr-FR' });
  await page.goto(`${await planPath(page)}/import`);
  const buffer = Buffer.alloc(11 * 1024 * 1024);
  await page
    .getByLabel('Fichier Excel (.xlsx) ou CSV')
    .setInputFiles({ name: 'trop.xlsx', mimeType: xlsx, buffer });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page.getByRole('alert')).toContainText('10 Mo');
  await expect(page).toHaveURL(/\/import$/);
});

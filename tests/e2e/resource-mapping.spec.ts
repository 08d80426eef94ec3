import { readFile } from 'node:fs/promises';
import { editWorkbook } from '#tests/factories/mapping-workbooks';
import { expectFrench, speakFrench } from './harness/french';
import { expect, expectAccessible, test } from './harness/test';

// Writes commitments and sets the account to French: on a server of its own.
test.use({ serverOf: 'resource-mapping' });

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test('a partner fills in the workbook, sees its mistakes, brings it back and is doubled by no second time, in French', async ({
  as,
  concord,
}) => {
  const page = await as('giz');
  await page.goto('/w/mdg/resource-mapping');
  await speakFrench(page, concord.url);
  await page.goto('/w/mdg/resource-mapping');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cartographie des ressources');
  await expectAccessible(page);
  await expectFrench(page);

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger le classeur' }).click();
  const path = await (await downloading).path();
  const typed = ['GIZ', 'Appui aux mutuelles', 'Mise en commun', 'Madagascar', 'Don', 'Engagé'];
  const filled = (amounts: (number | string)[]) => async () =>
    editWorkbook(await readFile(path), (rows) => {
      const empty = rows.findIndex((row) => String(row[0]).startsWith('new:'));
      return rows.map((row, n) => {
        const amount = amounts[n - empty];
        return amount === undefined ? row : [row[0] ?? null, ...typed, amount, 'EUR', '2026-03-31'];
      });
    });

  async function bring(write: () => Promise<Uint8Array>) {
    await page.goto('/w/mdg/resource-mapping');
    const file = { name: 'giz.xlsx', mimeType: sheet, buffer: Buffer.from(await write()) };
    await page.getByLabel('Classeur (.xlsx)').setInputFiles(file);
    await page.getByRole('button', { name: 'Lire le classeur' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vérifier le classeur');
  }

  await bring(filled([1000, 'beaucoup', 3000]));
  await expect(page.getByRole('cell', { name: /^Montant \(H\d+\)\s:.*beaucoup/ })).toBeVisible();
  await expect(page.getByText(/1 ligne est laissée de côté/)).toBeVisible();
  await expectAccessible(page);
  await expectFrench(page);
  await page.getByRole('button', { name: 'Enregistrer 2 lignes' }).click();
  await expect(page.getByText(/^Enregistré\s: 2\snouveaux engagements/)).toBeVisible();

  await bring(filled([1000, 2000, 3500]));
  await expect(page.getByRole('link', { name: 'Nouvelle (1)' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Modifiée (1)' })).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer 2 lignes' }).click();
  await expect(page.getByText(/^Enregistré\s: 1\snouvel engagement, 1\smodifié/)).toBeVisible();

  await bring(filled([1000, 2000, 3500]));
  await expect(page.getByRole('link', { name: 'Nouvelle (0)' })).toBeVisible();
  await page.getByRole('button', { name: 'Abandonner' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Abandonner' }).click();
  await expect(page.getByText('Abandonné. Le registre est inchangé.')).toBeVisible();
});

import { activitiesFile, completeActivity } from '#tests/factories/iati';
import { expect, expectAccessible, test } from './harness/test';

function fileOf(name: string, text: string) {
  return { name, mimeType: 'text/xml', buffer: Buffer.from(text) };
}

/** Of a publisher of its own, so that tests do not meet in one workspace. */
function activities(publisher: string, title: string): string {
  const own = (text: string) =>
    text.replaceAll('XM-TEST-1', publisher).replaceAll('Test Bank', `Bank ${publisher}`);
  const odd = completeActivity(`${publisher}-2`).replace('<activity-status code="2"/>', '<odd/>');
  return activitiesFile([own(completeActivity(`${publisher}-1`, { title })), own(odd)]);
}

test('an IATI file is read, looked at, matched, accepted, and found unchanged when it comes again', async ({
  as,
}) => {
  const page = await as('planning');
  const text = activities('XM-E2E-1', 'Rural clinics');
  await page.goto('/w/mdg/imports');
  await expectAccessible(page);
  await page.getByLabel('IATI file (XML)').setInputFiles(fileOf('bank.xml', text));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByText('To be reviewed')).toBeVisible();
  const records = page.getByRole('table', { name: 'Records of the file' });
  await expect(records.getByText('Rural clinics')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: /^Problems/ }).click();
  await expect(page.getByRole('cell', { name: /breaks the schema.*'odd'/ })).toBeVisible();
  await expectAccessible(page);

  await expect(page.getByText('1 organisation that reports records is not matched')).toBeVisible();
  await page.getByRole('link', { name: 'Match the organisations' }).click();
  await page
    .getByLabel('Institution that Bank XM-E2E-1 is')
    .selectOption({ label: 'Enter as a new institution' });
  await page.getByRole('button', { name: 'Confirm for Bank XM-E2E-1' }).click();
  await expect(page.getByRole('button', { name: 'Undo the match of Bank XM-E2E-1' })).toBeVisible();
  await expect(page.getByText('is not matched to an institution')).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Records', exact: true }).click();
  await page.getByRole('button', { name: 'Reject Clinics' }).click();
  await page.getByRole('button', { name: 'Apply 1 record' }).click();
  await expect(page.getByText('Records applied: 1')).toBeVisible();

  await page.goto('/w/mdg/imports');
  await page.getByLabel('IATI file (XML)').setInputFiles(fileOf('bank.xml', text));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(records.getByText('Unchanged')).toBeVisible();
});

test('a file that is no IATI is refused with its reason, in French', async ({ as }) => {
  const page = await as('budget', { locale: 'fr-FR' });
  await page.goto('/w/mdg/imports');
  await page.getByLabel('Fichier IITA (XML)').setInputFiles(fileOf('page.xml', '<html><body/></html>'));
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page.getByText('C’est du XML, mais pas de l’IITA').first()).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Choisir un autre fichier' }).click();
  await expect(page.getByLabel('Fichier IITA (XML)')).toBeVisible();
});

test('without JavaScript, a file is brought in, decided on field by field, and applied', async ({ as }) => {
  const page = await as('planning', { javaScriptEnabled: false });
  await page.goto('/w/mdg/imports');
  await page.locator('input[type=file]').setInputFiles(fileOf('second.xml', activities('XM-E2E-2', 'Wards')));
  await page.getByRole('button', { name: 'Read the file' }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('To be reviewed')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: 'Reject all records' }).click();
  await expect(page.getByRole('button', { name: 'Accept Wards' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel this import' }).click();
  await expect(page.getByText('Cancelled')).toBeVisible();
});

import { expectFrench, speakFrench } from './harness/french';
import { named, tabTo } from './harness/keyboard';
import { partnerPath } from './harness/pages';
import { expect, expectAccessible, test } from './harness/test';

// It sets accounts to French and changes records: on a server of its own.
test.use({ allowedErrors: [/status of 422/], serverOf: 'partners' });

test('a focal point adds a mandate of their institution by keyboard, and sees where it comes from', async ({
  as,
}) => {
  const page = await as('ilo');
  await page.goto(`${await partnerPath(page, 'OIT')}/mandates`);
  await tabTo(page, named(page, 'Add a mandate'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Add a mandate' })).toBeVisible();
  await tabTo(page, named(page, /^Theme/));
  await page.keyboard.type('Sickness');
  await tabTo(page, named(page, /^Where/));
  await page.keyboard.type('Madagascar');
  await tabTo(page, named(page, /^Instrument/));
  await page.keyboard.type('Technical');
  await tabTo(page, named(page, /^Role/));
  await page.keyboard.type('Impl');
  await tabTo(page, named(page, /^Approach/));
  await page.keyboard.type('Drafts the decree on cash benefits.');
  await expectAccessible(page);
  await tabTo(page, named(page, 'Save'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Sickness benefits' });
  await expect(row).toContainText('Drafts the decree on cash benefits.');
  await expect(row).toContainText('Madagascar');
  const sources = row.getByRole('button', { name: 'Sources of: Sickness benefits' });
  await sources.focus();
  await page.keyboard.press('Enter');
  await expect(row.getByText('Social protection, ILO for OIT')).toBeVisible();
  await expect(row.getByText('entered by hand')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.goto('/w/mdg/mandates');
  await page.getByRole('link', { name: /OIT, Sickness benefits/ }).click();
  await expect(
    page.getByRole('region', { name: '1 mandate: International Labour Organization' }),
  ).toContainText('Drafts the decree');
  await expectAccessible(page);
});

test('a convenor proposes, the partner rejects with a reason and accepts another, in French', async ({
  as,
  concord,
}) => {
  const [convenor, bank] = [await as('planning'), await as('worldBank')];
  for (const page of [convenor, bank]) await speakFrench(page, concord.url);
  const partner = await partnerPath(convenor, 'BM');

  const propose = async (instrument: string, reason: string) => {
    await convenor.goto(`${partner}/mandates`);
    await convenor.getByRole('link', { name: 'Achat stratégique' }).click();
    await convenor.getByLabel('Instrument', { exact: true }).selectOption({ label: instrument });
    await convenor.getByLabel('Motif').fill(reason);
    await expectFrench(convenor);
    await convenor.getByRole('button', { name: 'Envoyer la proposition' }).click();
    await expect(convenor.getByText('Votre proposition est envoyée.')).toBeVisible();
  };
  await propose('Don', 'La lettre d’accord parle d’un don.');
  await expectAccessible(convenor);

  await bank.goto(`${partner}/proposals`);
  const open = bank.getByRole('region', { name: '1 proposition en attente' });
  await expect(open.getByRole('row').filter({ hasText: 'Instrument' })).toContainText(
    /Prêt concessionnel\s*Don/,
  );
  await expectFrench(bank);
  await expectAccessible(bank);
  await open.getByText('Rejeter…').click();
  await open.getByLabel('Motif du rejet').fill('Le don finance un autre volet.');
  await open.getByRole('button', { name: 'Rejeter', exact: true }).click();
  await expect(bank.getByText('Rejetée. Les coordonnateurs voient votre motif.')).toBeVisible();
  await expectFrench(bank);

  await convenor.goto(`${partner}/proposals`);
  await expect(convenor.getByRole('region', { name: 'Déjà traitées' })).toContainText(
    'Le don finance un autre volet.',
  );
  await propose('Appui budgétaire', 'Le programme a changé de forme.');
  await bank.goto(`${partner}/proposals`);
  await bank.getByRole('button', { name: 'Accepter', exact: true }).click();
  await expect(bank.getByText('Acceptée et inscrite dans la fiche.')).toBeVisible();
  await bank.goto(`${partner}/mandates`);
  await expect(bank.getByRole('row').filter({ hasText: 'Achat stratégique' })).toContainText(
    'Appui budgétaire',
  );
});

test('a new partner is listed, its form says what is missing, and an empty record goes again', async ({
  as,
}) => {
  const page = await as('planning');
  await page.goto('/w/mdg/partners/add');
  const form = page.locator('form').filter({ has: page.locator('[name=nameFr]') });
  await form.getByLabel('Nature').selectOption('fund');
  await form.getByRole('button').click();
  await expect(form.getByText('Saisissez le nom dans au moins une langue.')).toBeVisible();
  await form.getByLabel('Nom en français').fill('Fonds des mutuelles');
  await form.getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fonds des mutuelles' })).toBeVisible();
  await expect(page.getByText('Fiche tenue par les coordonnateurs')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Retirer de la liste' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Retirer de la liste' }).click();
  await expect(page.getByText('L’institution ne figure plus parmi les partenaires.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Fonds des mutuelles' })).toHaveCount(0);
  await expectFrench(page);
});

test('a list is found again by its saved view, without JavaScript too', async ({ as, visitor }) => {
  const page = await as('budget');
  await page.goto('/w/mdg/partners?theme=coverage_extension');
  await page.getByText('Enregistrer ces filtres comme vue').click();
  await page.getByLabel('Nom de la vue').fill('Extension');
  await page.getByLabel('La partager avec tout l’espace').check();
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await expect(page.getByRole('button', { name: 'Vues enregistrées (1)' })).toBeVisible();
  await expectAccessible(page);
  await expectFrench(page);

  const plain = await visitor({ javaScriptEnabled: false });
  await plain.goto('/sign-in');
  await plain.locator('input[name=email]').fill('health@giz.example');
  await plain.locator('input[name=password]').fill('concord-demo');
  await plain.locator('input[name=password]').press('Enter');
  await plain.goto('/w/mdg/partners');
  await expect(plain.getByRole('rowheader', { name: /Gavi/ })).toHaveCount(1);
  await plain.getByRole('button', { name: 'Saved views (1)' }).click();
  await plain.getByRole('link', { name: 'Extension' }).click();
  await expect(plain.getByRole('rowheader')).toHaveCount(2);

  await plain.goto(`${await partnerPath(plain, 'GIZ')}/people/new`);
  await plain.getByLabel('Function').fill('Regional adviser');
  await plain.getByLabel(/^E-mail address/).fill('regional@giz.example.org');
  await plain.getByRole('button', { name: 'Save' }).click();
  await expect(plain.getByRole('row').filter({ hasText: 'Regional adviser' })).toContainText(
    'not shown to others',
  );
});

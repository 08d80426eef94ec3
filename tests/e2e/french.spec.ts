import type { Locator, Page } from '@playwright/test';
import { englishOn } from './harness/english-words';
import { expectFrench, speakFrench } from './harness/french';
import { planPath } from './harness/pages';
import { demoPassword, people } from './harness/people';
import { openText, readText, startParagraph } from './harness/plan-text';
import { expect, test } from './harness/test';

// The bank's account is set to French: on a server of its own.
test.use({ serverOf: 'french' });

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible();
  await expectFrench(page);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { name: 'Vos espaces de travail', level: 1 })).toBeVisible();
}

async function actFor(page: Page, acronym: string): Promise<void> {
  await page.getByRole('button', { name: /, au nom de : / }).click();
  await page.getByRole('button', { name: new RegExp(`^${acronym}`) }).click();
}

const french = (visitor: (options: { locale: string }) => Promise<Page>) => visitor({ locale: 'fr-FR' });

const isSaved = (page: Page) => page.getByText('Enregistré', { exact: true });

const row = (page: Page, title: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: title }) });

test('the search for English words finds them on an English page', async ({ visitor }) => {
  const page = await visitor({ locale: 'en-GB' });
  await page.goto('/sign-in');
  expect(await englishOn(page)).toEqual(expect.arrayContaining(['Sign in', 'Password']));
});

test('three institutions write the plan together, wholly in French', async ({ as, visitor, concord }) => {
  test.slow();
  await speakFrench(await as('worldBank'), concord.url);
  const [finance, social, bank] = [await french(visitor), await french(visitor), await french(visitor)];
  await Promise.all([
    signIn(finance, people.budget),
    signIn(social, people.socialProtection),
    signIn(bank, people.worldBank),
  ]);
  const together = [finance, social, bank];
  await expectFrench(finance);
  const plan = await planPath(finance);
  await expectFrench(finance);

  const sentences = [
    'Le budget de l’État porte la contribution des ménages indigents.',
    'Le registre social désigne les ménages bénéficiaires.',
    'La Banque décaisse sur résultats vérifiés.',
  ];
  for (const page of together) await startParagraph(page, await openText(page, plan));
  await Promise.all(together.map((page, index) => page.keyboard.type(sentences[index]!)));
  for (const page of together) {
    for (const sentence of sentences) await expect(page.locator('.plan-text')).toContainText(sentence);
    await expect(isSaved(page)).toBeVisible();
    await expectFrench(page);
  }
  for (const page of together) expect(await readText(page)).toBe(await readText(finance));

  for (const page of together) {
    await page.getByRole('link', { name: 'Actions', exact: true }).click();
    await expect(page.getByRole('grid', { name: 'Actions du plan' })).toBeVisible();
  }
  await editActionsTogether(finance, social, bank);

  await social.getByRole('link', { name: 'Texte', exact: true }).click();
  await actFor(social, 'CNaPS');
  await expect(social.getByText('Lecture seule', { exact: true })).toBeVisible();
  await expect(finance.getByRole('list', { name: 'Également présents' })).toContainText('CNaPS');
  await expectFrench(social);
  await actFor(social, 'MPPSPF');
  await expect(isSaved(social)).toBeVisible();
  await expect(social.locator('.plan-text[role=textbox]')).toBeVisible();

  await figuresOpenToRows(finance);
  await finance.getByRole('button', { name: /, au nom de : / }).click();
  await finance.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(finance.getByRole('heading', { name: 'Connexion' })).toBeVisible();
  await expectFrench(finance);
});

/** Two work on the cells of one action while the third adds another. */
async function editActionsTogether(finance: Page, social: Page, bank: Page): Promise<void> {
  const title = 'Affilier les ménages du registre social';
  await addAction(finance, title);
  const [ours, theirs] = [row(finance, title), row(social, title)];
  await theirs.getByRole('gridcell').nth(1).click();
  await expect(ours.getByText('est ici')).toBeAttached();
  await ours.locator('[data-column="5"]').click();
  await Promise.all([
    (async () => {
      await social.keyboard.press('F2');
      await social.keyboard.type(', district par district');
      await social.keyboard.press('Enter');
    })(),
    (async () => {
      await finance.keyboard.type('T2 2027');
      await finance.keyboard.press('Tab');
      await finance.keyboard.type('mars 2028');
      await finance.keyboard.press('Tab');
      await finance.keyboard.type('1 250 000,50');
      await finance.keyboard.press('Enter');
    })(),
    addAction(bank, 'Vérifier les résultats avant décaissement'),
  ]);
  for (const page of [finance, social, bank]) {
    await expect(row(page, 'Vérifier les résultats avant décaissement')).toBeAttached();
    const shared = row(page, `${title}, district par district`);
    for (const cell of [/^T2 2027$/, /^mars 2028$/, /^1\s250\s000,50?$/]) {
      await expect(shared.getByRole('gridcell', { name: cell })).not.toHaveCount(0);
    }
    await expect(isSaved(page)).toBeVisible();
    await expectFrench(page);
  }
}

async function addAction(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une action' }).click();
  await expect(page.getByRole('textbox', { name: 'Action', exact: true })).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
}

async function figuresOpenToRows(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Chiffres', exact: true }).click();
  await page
    .getByRole('link', { name: /^Coût, .*afficher les lignes$/ })
    .first()
    .click();
  await expect(page.getByRole('rowheader', { name: /^Somme de \d+ lignes?$/ })).toBeVisible();
  await expectFrench(page);
  await page.getByRole('link', { name: 'Fermer' }).click();
  await expect(page.getByRole('rowheader', { name: /^Somme de \d+ lignes?$/ })).toHaveCount(0);
}

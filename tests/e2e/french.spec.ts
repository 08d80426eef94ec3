import type { Locator, Page } from '@playwright/test';
import { englishOn } from './harness/english-words';
import { planPath } from './harness/pages';
import { demoPassword, people } from './harness/people';
import { openText, readText, startParagraph } from './harness/plan-text';
import { expect, test } from './harness/test';

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible();
  await expectFrench(page);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { name: 'Vos espaces de travail', level: 1 })).toBeVisible();
}

async function expectFrench(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  expect(await englishOn(page), `English on ${page.url()}`).toEqual([]);
}

async function actFor(page: Page, acronym: string): Promise<void> {
  await page.getByRole('button', { name: /, au nom de : / }).click();
  await page.getByRole('button', { name: new RegExp(`^${acronym}`) }).click();
}

const isSaved = (page: Page) => page.getByText('Enregistré', { exact: true });

const row = (page: Page, title: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: title }) });

test('the search for English words finds them on an English page', async ({ visitor }) => {
  const page = await visitor({ locale: 'en-GB' });
  await page.goto('/sign-in');
  expect(await englishOn(page)).toEqual(expect.arrayContaining(['Sign in', 'Password']));
});

test('two institutions write the plan together, wholly in French', async ({ visitor }) => {
  const [finance, social] = [await visitor({ locale: 'fr-FR' }), await visitor({ locale: 'fr-FR' })];
  await Promise.all([signIn(finance, people.budget), signIn(social, people.socialProtection)]);
  await expectFrench(finance);
  const plan = await planPath(finance);
  await expectFrench(finance);

  const texts = [await openText(finance, plan), await openText(social, plan)] as const;
  await startParagraph(finance, texts[0]);
  await startParagraph(social, texts[1]);
  await Promise.all([
    finance.keyboard.type('Le budget de l’État porte la contribution des ménages indigents.'),
    social.keyboard.type('Le registre social désigne les ménages bénéficiaires.'),
  ]);
  for (const page of [finance, social]) {
    await expect(page.locator('.plan-text')).toContainText('des ménages indigents.');
    await expect(page.locator('.plan-text')).toContainText('les ménages bénéficiaires.');
    await expect(isSaved(page)).toBeVisible();
    await expectFrench(page);
  }
  expect(await readText(finance)).toBe(await readText(social));

  for (const page of [finance, social]) {
    await page.getByRole('link', { name: 'Actions', exact: true }).click();
    await expect(page.getByRole('grid', { name: 'Actions du plan' })).toBeVisible();
  }
  await editOneActionTogether(finance, social);

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

async function editOneActionTogether(finance: Page, social: Page): Promise<void> {
  const title = 'Affilier les ménages du registre social';
  await finance.getByRole('button', { name: 'Ajouter une action' }).click();
  await expect(finance.getByRole('textbox', { name: 'Action', exact: true })).toBeFocused();
  await finance.keyboard.type(title);
  await finance.keyboard.press('Enter');
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
  ]);
  for (const page of [finance, social]) {
    const shared = row(page, `${title}, district par district`);
    for (const cell of [/^T2 2027$/, /^mars 2028$/, /^1\s250\s000,50?$/]) {
      await expect(shared.getByRole('gridcell', { name: cell })).not.toHaveCount(0);
    }
    await expect(isSaved(page)).toBeVisible();
    await expectFrench(page);
  }
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

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { activitiesFile, completeActivity, transactionText } from '#tests/factories/iati';
import { amountIn, sumOf } from './harness/amounts';
import { expectFrench, speakFrench } from './harness/french';
import { enterOn, named, tabTo, typeDate, typeInto } from './harness/keyboard';
import { expect, expectAccessible, test } from './harness/test';

// It adds to every part of the registry and sets accounts to French: on a server of its own.
test.use({ serverOf: 'registry-path' });

const cycleName = 'Revue du portefeuille 2027–2029';
const typedTitle = 'Mutuelles des Hautes Terres';
const importedTitle = 'Centres de santé du Sud';

test('a focal point enters what their institution offers and brings its file in; a convenor reads it and takes it along: by keyboard, in French', async ({
  as,
  concord,
}) => {
  test.slow();
  const focalPoint = await as('worldBank');
  await speakFrench(focalPoint, concord.url);
  await focalPoint.goto('/w/mdg');
  await enterOn(focalPoint, focalPoint.getByRole('link', { name: 'Partenaires', exact: true }));
  await test.step('a mandate', () => addMandate(focalPoint));
  await test.step('a cycle with windows', () => addCycle(focalPoint));
  await test.step('a commitment', () => addCommitment(focalPoint));
  await test.step('a file, reviewed and accepted', () => bringFile(focalPoint));

  const convenor = await as('planning');
  await speakFrench(convenor, concord.url);
  await convenor.goto('/w/mdg');
  await enterOn(convenor, convenor.getByRole('link', { name: 'Partenaires', exact: true }));
  await test.step('the timeline of the country', () => readTimeline(convenor));
  await test.step('a total down to its rows, as a workbook', () => openTotal(convenor));
});

/** In French, and clean for axe. */
async function expectSound(page: Page): Promise<void> {
  await expectFrench(page);
  await expectAccessible(page);
}

async function openSection(page: Page, name: string): Promise<void> {
  const sections = page.getByRole('navigation', { name: 'Parties du registre' });
  await enterOn(page, sections.getByRole('link', { name, exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function addMandate(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Partenaires', level: 1 })).toBeVisible();
  await expectSound(page);
  await enterOn(page, page.getByRole('rowheader').getByRole('link', { name: 'BM' }));
  await expect(page.getByRole('heading', { name: 'Banque mondiale', level: 1 })).toBeVisible();
  await expectSound(page);
  await enterOn(
    page,
    page.getByRole('navigation', { name: /^Fiche de/ }).getByRole('link', { name: 'Mandats' }),
  );
  await enterOn(page, page.getByRole('link', { name: 'Ajouter un mandat' }));
  await expect(page.getByRole('heading', { name: 'Ajouter un mandat' })).toBeVisible();
  await typeInto(page, page.getByLabel('Thème'), 'Protection de la mat');
  await typeInto(page, page.getByLabel('Où'), 'Madagascar');
  await typeInto(page, page.getByLabel('Instrument', { exact: true }), 'Don');
  await typeInto(page, page.getByLabel(/^Rôle/), 'Finan');
  await typeInto(page, page.getByLabel(/^Approche/), 'Finance les trois premières années.');
  await expectSound(page);
  await enterOn(page, page.getByRole('button', { name: 'Enregistrer' }));
  const row = page.getByRole('row').filter({ hasText: 'Finance les trois premières années.' });
  await expect(row).toContainText('Protection de la maternité');
  await expect(row).toContainText('Madagascar');
  await expectSound(page);
}

async function addCycle(page: Page): Promise<void> {
  await openSection(page, 'Cycles de financement');
  await expectSound(page);
  await enterOn(page, page.getByRole('link', { name: 'Ajouter un cycle' }));
  await expect(page.getByRole('heading', { name: 'Ajouter un cycle de financement' })).toBeVisible();
  await typeInto(page, page.getByLabel('Partenaire', { exact: true }), 'BM');
  await typeInto(page, page.getByLabel('Nature', { exact: true }), 'Portefeuille');
  await typeInto(page, page.getByLabel('Nom du cycle'), cycleName);
  await typeDate(page, page.getByLabel('Premier jour'), '2027-01-01');
  await typeDate(page, page.getByLabel('Dernier jour'), '2029-12-31');
  await expectSound(page);
  await enterOn(page, page.getByRole('button', { name: 'Enregistrer' }));
  await expect(page.getByRole('heading', { name: cycleName, level: 1 })).toBeVisible();
  await enterOn(page, page.getByRole('link', { name: 'Fixer une règle' }));
  await typeDate(page, page.getByLabel('La première fenêtre s’ouvre le'), '2027-03-01');
  await typeDate(page, page.getByLabel('Aucune fenêtre ne s’ouvre après le'), '2028-12-31');
  await typeInto(page, page.getByLabel('Décision, en jours après la clôture'), '60');
  await expectSound(page);
  await enterOn(page, page.getByRole('button', { name: 'Générer les dates' }));
  await expect(page.getByRole('row', { name: /Clôture de la fenêtre/ })).toHaveCount(2);
  await expectSound(page);
}

async function addCommitment(page: Page): Promise<void> {
  await openSection(page, 'Engagements');
  await enterOn(page, page.getByRole('link', { name: 'Saisir un engagement' }));
  await expect(page.getByRole('heading', { name: 'Saisir un engagement', level: 1 })).toBeVisible();
  await typeInto(page, page.getByLabel('Titre'), typedTitle);
  await expect(page.getByLabel(/^Pays/)).toHaveValue('Madagascar');
  await typeInto(page, page.getByLabel('Secteurs'), '16010 60 %\n12110 40 %');
  const amount = page.getByRole('group', { name: 'Montant 1' });
  await typeInto(page, amount.getByLabel('Nature'), 'Engag');
  await typeInto(page, amount.getByLabel(/^Montant/), '1 250 000,50');
  await typeInto(page, amount.getByLabel('Devise'), 'USD');
  await typeDate(page, amount.getByLabel('Date ou premier jour'), '2027-03-15');
  await expectSound(page);
  await enterOn(page, page.getByRole('button', { name: 'Saisir', exact: true }));
  await expect(page.getByText('L’engagement a été saisi.')).toBeVisible();
  await expect(page.getByRole('heading', { name: typedTitle, level: 1 })).toBeVisible();
  await expectSound(page);
}

/** Two activities of a publisher that nobody has heard of yet: the bank's, says its focal point. */
function fileOfBank(): Buffer {
  const committed = transactionText({
    type: '2',
    date: '2027-06-30',
    value: '<value value-date="2027-06-30">749999.75</value>',
  });
  const activities = [
    completeActivity('XM-TEST-1-1', { title: importedTitle, facts: committed }),
    completeActivity('XM-TEST-1-2', { title: 'Doublon' }),
  ];
  return Buffer.from(activitiesFile(activities));
}

async function bringFile(page: Page): Promise<void> {
  await openSection(page, 'Importations');
  await expectSound(page);
  const choosing = page.waitForEvent('filechooser');
  await enterOn(page, page.getByLabel('Fichier IITA (XML)'));
  await (await choosing).setFiles({ name: 'banque.xml', mimeType: 'text/xml', buffer: fileOfBank() });
  await enterOn(page, page.getByRole('button', { name: 'Lire le fichier' }));
  await expect(page.getByText('À vérifier')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Fiches du fichier' })).toContainText(importedTitle);
  await expectSound(page);

  await enterOn(page, page.getByRole('link', { name: 'Organisations', exact: true }));
  await typeInto(page, page.getByLabel('Institution correspondant à Test Bank'), 'Banque mondiale');
  await expectSound(page);
  await enterOn(page, page.getByRole('button', { name: 'Confirmer pour Test Bank' }));
  await expect(named(page, 'Annuler le rapprochement de Test Bank')).toBeVisible();
  await expectSound(page);

  await enterOn(page, page.getByRole('link', { name: 'Fiches', exact: true }));
  await enterOn(page, page.getByRole('button', { name: 'Rejeter Doublon' }));
  await expect(page.getByRole('button', { name: 'Accepter Doublon' })).toBeVisible();
  await enterOn(page, page.getByRole('button', { name: 'Enregistrer 1 fiche' }));
  await expect(page.getByText('Fiches enregistrées : 1')).toBeVisible();
  await expectSound(page);
}

async function readTimeline(page: Page): Promise<void> {
  await openSection(page, 'Chronologie');
  await expect(page.getByRole('heading', { name: 'Chronologie', level: 1 })).toBeVisible();
  const chart = page.getByRole('figure', { name: 'Chronologie' });
  await expect(chart.getByText('Exercices, Madagascar')).toBeVisible();
  await expect(chart.getByRole('link', { name: /^Ouverture de la fenêtre, 1er mars 2027/ })).toBeVisible();
  await expectSound(page);
  await enterOn(page, chart.getByRole('link', { name: cycleName }));
  await expect(page.getByRole('heading', { name: cycleName, level: 1 })).toBeVisible();
  await page.goBack();
  await enterOn(page, page.getByRole('link', { name: 'Madagascar : qui y est actif' }));
  await expect(page.getByRole('heading', { name: 'Madagascar', level: 1 })).toBeVisible();
  await expectSound(page);
}

async function openTotal(page: Page): Promise<void> {
  const years = page.getByRole('table', { name: 'Montants par année et par nature' });
  const row = years.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2027' }) });
  const figure = row.getByRole('link', { name: /2\s000\s000/ });
  // Shown in whole units; the exact amount is in the title.
  const total = amountIn((await figure.locator('.numeric').getAttribute('title')) ?? '');
  expect(total).toBe(sumOf([1_250_000.5, 749_999.75]));
  await enterOn(page, figure);
  await expect(page.getByRole('heading', { name: 'Lignes des engagements' })).toBeVisible();
  const cells = page.locator('main table tbody tr td[data-label="USD"] .numeric');
  expect(sumOf((await cells.allTextContents()).map(amountIn))).toBe(total);
  await expect(page.getByRole('link', { name: importedTitle })).toBeVisible();
  await expect(page.getByRole('link', { name: typedTitle })).toHaveCount(2);
  await expectSound(page);

  const downloading = page.waitForEvent('download');
  await tabTo(page, page.getByRole('link', { name: 'Exporter (XLSX)' }));
  await page.keyboard.press('Enter');
  const { sheets } = await readXlsx(await readFile(await (await downloading).path()));
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  expect(sumOf(rows.map((cells) => Number(cells[header.indexOf('USD')])))).toBe(total);
}

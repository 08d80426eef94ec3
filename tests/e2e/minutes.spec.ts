import type { Page } from '@playwright/test';
import { expectFrench } from './harness/french';
import { readText } from './harness/plan-text';
import { expect, expectAccessible, test } from './harness/test';

// It brings minutes to their end: on a server of its own. A deadline in the past is a 422.
test.use({ serverOf: 'minutes', allowedErrors: [/status of 422/] });

const phone = { viewport: { width: 360, height: 740 }, locale: 'fr-FR' };
const textIn = (page: Page) => page.locator('.plan-text[role=textbox]');
const widerThanWindow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('two people write the minutes of an item together, a delegation corrects them, and only convenors write on', async ({
  as,
}) => {
  test.slow();
  const convenor = await as('planning');
  await convenor.goto('/w/mdg/dialogues');
  await convenor.getByRole('link', { name: 'Ciblage des ménages et registre social' }).click();
  await convenor.getByRole('link', { name: 'Minutes', exact: true }).click();
  await convenor.getByRole('button', { name: 'Begin the minutes' }).press('Enter');
  await convenor.getByRole('link', { name: 'Write the minutes of “État du registre social”' }).click();
  await expect(textIn(convenor)).toBeVisible();
  const { pathname } = new URL(convenor.url());
  const delegate = await as('socialProtection', phone);

  await test.step('what one writes the other sees, on a phone and in French', async () => {
    await delegate.goto(pathname);
    await expect(delegate.getByText('Position des partenaires sur les données personnelles')).toHaveCount(0);
    await delegate
      .getByRole('link', { name: 'Rédiger le compte rendu de « État du registre social »' })
      .click();
    await expect(textIn(delegate)).toBeVisible();
    await textIn(convenor).focus();
    await convenor.keyboard.type('The register counts 1.9 million households.');
    await expect.poll(() => readText(delegate)).toContain('1.9 million households.');
    await textIn(delegate).focus();
    await delegate.keyboard.press('Control+End');
    await delegate.keyboard.press('Enter');
    await delegate.keyboard.type('Le MPPSPF le met à jour.');
    await expect.poll(() => readText(convenor)).toContain('Le MPPSPF le met à jour.');
    await expect(convenor.getByText('Saved', { exact: true })).toBeVisible();
    await expect(delegate.getByText('Enregistré', { exact: true })).toBeVisible();
    await expectFrench(delegate);
    for (const page of [convenor, delegate]) await expectAccessible(page);
    expect(await widerThanWindow(delegate)).toBeLessThanOrEqual(0);
  });

  await test.step('after the draft the delegation reads', async () => {
    await convenor.getByRole('button', { name: 'Close the draft and review it' }).press('Enter');
    await expect(delegate.getByText('En relecture', { exact: true })).toBeVisible();
    await expect(textIn(delegate)).toHaveCount(0);
    await expect.poll(() => readText(delegate)).toContain('Le MPPSPF le met à jour.');
    await expect(textIn(convenor)).toBeVisible();
  });

  await test.step('circulated, the delegation proposes a correction, which is answered with a reason', async () => {
    await convenor.getByRole('button', { name: 'Circulate for corrections' }).click();
    await expect(convenor.getByText('Open for corrections', { exact: true })).toBeVisible();
    await delegate.getByText('Proposer une correction').first().click();
    await delegate
      .getByRole('textbox', { name: 'Ce qui doit se lire autrement' })
      .first()
      .fill('Lire « 1,8 million ».');
    await delegate.getByRole('button', { name: 'Envoyer la correction' }).first().click();
    await expect(delegate.getByText('En attente de réponse')).toBeVisible();
    await expect(convenor.getByText('Lire « 1,8 million ».')).toBeVisible();
    await expect(convenor.getByText(/once every correction has been answered/)).toBeVisible();
    await expectAccessible(convenor);
    await convenor.getByRole('radio', { name: /^Accept/ }).check();
    await convenor.getByRole('textbox', { name: 'Reason' }).fill('As the register says');
    await convenor.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(delegate.getByText('As the register says')).toBeVisible();
    await expect(convenor.getByText(/once the deadline has passed/)).toBeVisible();
    await expectFrench(delegate);
    await expectAccessible(delegate);
  });

  await test.step('the convenor answers anew, mends the deadline, and takes the minutes back with what was said', async () => {
    await convenor.getByText('Answer anew', { exact: true }).click();
    await convenor.getByRole('radio', { name: 'Do not accept' }).check();
    await convenor.getByRole('textbox', { name: 'Reason' }).fill('The register was updated');
    await convenor.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect(delegate.getByText('Non retenue', { exact: true })).toBeVisible();
    await expect(delegate.getByText('As the register says')).toHaveCount(0);
    await convenor.getByText('Change the deadline', { exact: true }).click();
    await convenor.getByRole('textbox', { name: 'Corrections until' }).fill('2020-01-01');
    await convenor.getByRole('button', { name: 'Set the deadline' }).click();
    await expect(convenor.getByText('Choose a time that is still to come.')).toBeVisible();
    await expectAccessible(convenor);
    await convenor.getByRole('textbox', { name: 'Corrections until' }).fill('2099-05-04');
    await convenor.getByRole('button', { name: 'Set the deadline' }).click();
    await expect(delegate.getByText(/jusqu’au .*4 mai 2099/)).toBeVisible();
    await convenor.getByRole('button', { name: 'Take back for review' }).click();
    await convenor.getByRole('alertdialog').getByRole('button', { name: 'Take back for review' }).click();
    await expect(delegate.getByText('En relecture', { exact: true })).toBeVisible();
    await expect(delegate.getByText('The register was updated')).toBeVisible();
    await expect(delegate.getByText('Proposer une correction')).toHaveCount(0);
    await expectFrench(delegate);
    await expectAccessible(convenor);
  });
});

test('locked minutes are read with their fingerprint, and their report is taken along as a document', async ({
  as,
}) => {
  const delegate = await as('budget', phone);
  await delegate.goto('/w/mdg/dialogues');
  await delegate.getByRole('link', { name: 'Partage des coûts des soins de santé primaires' }).click();
  await delegate.getByRole('link', { name: 'Compte rendu', exact: true }).click();
  await expect(delegate.getByText('Arrêté', { exact: true })).toBeVisible();
  await expect(delegate.getByText(/Texte définitif, révision \d+, SHA-256/)).toHaveCount(3);
  await expect(delegate.getByRole('link', { name: /^(Rédiger|Suivre)/ })).toHaveCount(0);
  const convenor = await as('planning');
  const { pathname } = new URL(delegate.url());
  await convenor.goto(pathname.replace('/minutes', '/edit'));
  await expect(convenor.getByText(/^Final since/)).toBeVisible();
  expect(new URL(convenor.url()).pathname).toBe(pathname);
  await expect(convenor.getByRole('link', { name: 'Console', exact: true })).toHaveCount(0);
  await expectFrench(delegate);
  await expectAccessible(delegate);
  expect(await widerThanWindow(delegate)).toBeLessThanOrEqual(0);
  for (const [name, ending] of [
    ['Document Word – Français', 'docx'],
    ['PDF – Français', 'pdf'],
    ['Données (JSON)', 'json'],
  ] as const) {
    await delegate.getByRole('button', { name: 'Rapport' }).click();
    const download = delegate.waitForEvent('download');
    await delegate.getByRole('link', { name: new RegExp(`^${name.replace(/[()]/g, '\\$&')}`, 'i') }).click();
    expect((await download).suggestedFilename()).toMatch(new RegExp(`^MDG-\\d{4}-01 .*\\.${ending}$`));
  }
});

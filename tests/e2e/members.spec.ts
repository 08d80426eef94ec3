import type { Page } from '@playwright/test';
import { expectFrench, speakFrench } from './harness/french';
import { planPath } from './harness/pages';
import { expectSaved, openText, readText, startParagraph } from './harness/plan-text';
import { expect, expectAccessible, test } from './harness/test';

// Whoever is cut off is answered 404, which the browser notes on its own account.
// The convenor's account is set to French: on a server of its own.
test.use({ allowedErrors: [/status of 404/], serverOf: 'members' });

/** Invites by link from the members page, as a convenor does it; returns the link. */
async function inviteByLink(convenor: Page, institution: RegExp, role: string): Promise<string> {
  await convenor.goto('/w/mdg/members');
  await convenor.getByRole('link', { name: 'Inviter quelqu’un' }).click();
  await expect(convenor.getByRole('heading', { name: 'Inviter quelqu’un' })).toBeVisible();
  const select = convenor.getByLabel('Institution', { exact: true });
  const option = select.locator('option').filter({ hasText: institution });
  await select.selectOption((await option.getAttribute('value')) ?? '');
  await convenor.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await convenor.getByRole('button', { name: 'Inviter', exact: true }).click();
  const link = convenor.getByRole('textbox', { name: 'Lien d’invitation' });
  await expect(link).toBeVisible();
  return link.inputValue();
}

async function acceptAsNewPerson(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rejoindre');
  await expectAccessible(page);
  await page.getByLabel('Votre nom').fill(name);
  await page
    .getByLabel('Adresse électronique')
    .fill(`${name.toLowerCase().replaceAll(/\W+/g, '.')}@new.example`);
  await page.getByLabel('Mot de passe').fill('a long enough one');
  await page.getByRole('button', { name: 'Créer le compte et rejoindre' }).click();
  await page.waitForURL('**/w/mdg');
}

test('someone invited joins and writes; once the membership is ended they are cut off at once, in French', async ({
  as,
  visitor,
  concord,
}) => {
  const name = 'Santé, UNICEF';
  const convenor = await as('planning');
  await speakFrench(convenor, concord.url);
  const link = await inviteByLink(convenor, /UNICEF/, 'Rédacteur');
  await convenor.getByRole('link', { name: 'Membres' }).first().click();
  await expect(convenor.getByRole('heading', { name: 'Membres', level: 1 })).toBeVisible();

  const newcomer = await visitor({ locale: 'fr-FR' });
  await acceptAsNewPerson(newcomer, link, name);
  await expect(newcomer.getByRole('heading', { level: 1 })).toBeVisible();
  // The convenor's page shows the newcomer without being reloaded.
  const entry = convenor.getByRole('link', { name, exact: true });
  await expect(entry).toBeVisible();

  const plan = await planPath(newcomer);
  const text = await openText(newcomer, plan);
  await startParagraph(newcomer, text);
  await newcomer.keyboard.type('La nouvelle venue écrit. ');
  await expectSaved(newcomer);
  const witness = await as('budget');
  await openText(witness, plan);
  await expect(witness.locator('.plan-text')).toContainText('La nouvelle venue écrit.');

  await entry.click();
  await convenor.getByRole('button', { name: 'Mettre fin à l’adhésion' }).click();
  const confirm = convenor.getByRole('alertdialog').getByRole('button', { name: 'Mettre fin à l’adhésion' });
  const notice = newcomer.getByRole('alert').filter({ hasText: 'Vous n’avez plus accès à ce plan' });
  const isSent = convenor.waitForRequest((request) => request.method() === 'POST').then(() => Date.now());
  await Promise.all([confirm.click(), notice.waitFor()]);
  const tookMs = Date.now() - (await isSent);
  process.stdout.write(`  cut off ${tookMs} ms after the click\n`);
  await expectAccessible(newcomer);
  await expectFrench(newcomer);

  await expect(newcomer.getByRole('toolbar', { name: 'Outils de texte' })).toHaveCount(0);
  await newcomer.locator('.plan-text').click();
  await newcomer.keyboard.type('Après la fin. ');
  await expect(convenor.getByText('L’adhésion a pris fin')).toBeVisible();
  // What another types arrives: had the newcomer's words been let through, they would stand before these.
  await startParagraph(convenor, await openText(convenor, plan));
  await convenor.keyboard.type('Le ministère continue.');
  await expect(witness.locator('.plan-text')).toContainText('Le ministère continue.');
  expect(await readText(witness)).not.toContain('Après la fin.');

  const pages = ['/w/mdg', plan, `${plan}/actions`, `${plan}/figures`, '/w/mdg/members', '/w/mdg/activity'];
  for (const path of [...pages, `${plan}.data`, `${plan}/export?format=csv`, '/w/mdg/members.csv']) {
    expect((await newcomer.request.get(path)).status(), path).toBe(404);
  }
  await newcomer.getByRole('link', { name: 'Aller à mes espaces de travail' }).click();
  await newcomer.waitForURL('**/home');
  await expect(newcomer.getByText('Vous n’êtes encore membre d’aucun espace')).toBeVisible();
  await expectFrench(newcomer);
});

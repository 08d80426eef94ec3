import type { Page } from '@playwright/test';
import { planPath } from './harness/pages';
import { expectSaved, openText, readText, startParagraph } from './harness/plan-text';
import { expect, expectAccessible, test } from './harness/test';

// Whoever is cut off is answered 404, which the browser notes on its own account.
test.use({ allowedErrors: [/status of 404/] });

/** Invites by link from the members page, as a convenor does it; returns the link. */
async function inviteByLink(convenor: Page, institution: RegExp, role: string): Promise<string> {
  await convenor.goto('/w/mdg/members');
  await convenor.getByRole('link', { name: 'Invite someone' }).click();
  await expect(convenor.getByRole('heading', { name: 'Invite someone' })).toBeVisible();
  const select = convenor.getByLabel('Institution', { exact: true });
  const option = select.locator('option').filter({ hasText: institution });
  await select.selectOption((await option.getAttribute('value')) ?? '');
  await convenor.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await convenor.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = convenor.getByRole('textbox', { name: 'Invitation link' });
  await expect(link).toBeVisible();
  return link.inputValue();
}

async function acceptAsNewPerson(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Join');
  await expectAccessible(page);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(`${name.toLowerCase().replaceAll(/\W+/g, '.')}@new.example`);
  await page.getByLabel('Password').fill('a long enough one');
  await page.getByRole('button', { name: 'Create the account and join' }).click();
  await page.waitForURL('**/w/mdg');
}

test('someone invited joins and writes; once the membership is ended they are cut off at once', async ({
  as,
  visitor,
}) => {
  const name = 'Health desk of UNICEF';
  const convenor = await as('planning');
  const link = await inviteByLink(convenor, /UNICEF/, 'Drafter');
  await convenor.getByRole('link', { name: 'Members' }).first().click();
  await expect(convenor.getByRole('heading', { name: 'Members', level: 1 })).toBeVisible();

  const newcomer = await visitor();
  await acceptAsNewPerson(newcomer, link, name);
  await expect(newcomer.getByRole('heading', { level: 1 })).toBeVisible();
  // The convenor's page shows the newcomer without being reloaded.
  const entry = convenor.getByRole('link', { name, exact: true });
  await expect(entry).toBeVisible();

  const plan = await planPath(newcomer);
  const text = await openText(newcomer, plan);
  await startParagraph(newcomer, text);
  await newcomer.keyboard.type('The newcomer writes. ');
  await expectSaved(newcomer);
  const witness = await as('ilo');
  await openText(witness, plan);
  await expect(witness.locator('.plan-text')).toContainText('The newcomer writes.');

  await entry.click();
  await convenor.getByRole('button', { name: 'End membership' }).click();
  const confirm = convenor.getByRole('alertdialog').getByRole('button', { name: 'End membership' });
  const notice = newcomer.getByRole('alert').filter({ hasText: 'You no longer have access to this plan' });
  const isSent = convenor.waitForRequest((request) => request.method() === 'POST').then(() => Date.now());
  await Promise.all([confirm.click(), notice.waitFor()]);
  const tookMs = Date.now() - (await isSent);
  process.stdout.write(`  cut off ${tookMs} ms after the click\n`);
  await expectAccessible(newcomer);

  await expect(newcomer.getByRole('toolbar', { name: 'Text tools' })).toHaveCount(0);
  await newcomer.locator('.plan-text').click();
  await newcomer.keyboard.type('After the end. ');
  await expect(convenor.getByText('The membership has ended')).toBeVisible();
  // What another types arrives: had the newcomer's words been let through, they would stand before these.
  await startParagraph(convenor, await openText(convenor, plan));
  await convenor.keyboard.type('The convenor goes on.');
  await expect(witness.locator('.plan-text')).toContainText('The convenor goes on.');
  expect(await readText(witness)).not.toContain('After the end.');

  const pages = ['/w/mdg', plan, `${plan}/actions`, `${plan}/figures`, '/w/mdg/members', '/w/mdg/activity'];
  for (const path of [...pages, `${plan}.data`, `${plan}/export?format=csv`, '/w/mdg/members.csv']) {
    expect((await newcomer.request.get(path)).status(), path).toBe(404);
  }
  await newcomer.getByRole('link', { name: 'Go to my workspaces' }).click();
  await newcomer.waitForURL('**/home');
  await expect(newcomer.getByText('You are not a member of any workspace yet')).toBeVisible();
});

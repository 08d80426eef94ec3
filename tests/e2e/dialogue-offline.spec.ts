import type { Locator, Page } from '@playwright/test';
import { expectFrench } from './harness/french';
import { untilKept } from './harness/kept-page';
import { demoPassword, people } from './harness/people';
import { phone, plan, putProposal, takePosition } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// It runs dialogues: on a server of its own. A refusal (409, 401) and a stream that leads to the page for signing in
// are noted by the browser itself.
test.use({
  serverOf: 'dialogue-offline',
  allowedErrors: [/status of (401|409|503)|EventSource's response/],
});

/** Plans a dialogue whose item is under way with a proposal open; gives its address. */
async function openSitting(convenor: Page): Promise<string> {
  const dialogue = await plan(convenor);
  await convenor.getByRole('link', { name: 'Console' }).click();
  await convenor.getByRole('button', { name: 'Open: Sharing of costs' }).click();
  await convenor.getByText('Put a proposal', { exact: true }).click();
  await putProposal(convenor, 'Partners bear half of the costs.', 'Save as a draft');
  await expect(convenor.getByRole('button', { name: 'Close and establish the verdict' })).toBeVisible();
  return dialogue;
}

const waitsFor = (page: Page, words: string): Locator => page.getByRole('status').filter({ hasText: words });

async function expectNoSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test('a phone goes on without a network, also closed and opened again, and what it did counts once, in French', async ({
  as,
}) => {
  test.slow();
  const convenor = await as('planning');
  const dialogue = await openSitting(convenor);
  const page = await as('budget', { ...phone, locale: 'fr-FR' });
  const context = page.context();
  await page.goto(`${dialogue}/take-part`);
  await takePosition(page, 'Soutien');
  await expect(convenor.locator('.stands-step', { hasText: 'MEF' })).toBeVisible();
  await untilKept(page, `${dialogue}/take-part`);

  await context.setOffline(true);
  await test.step('each act is shown at once, as unsent', async () => {
    await page.getByRole('button', { name: 'Demander la parole' }).dblclick();
    await expect(waitsFor(page, '1 saisie pas encore envoyée')).toBeVisible();
    const waiting = page.getByRole('list', { name: 'Liste des orateurs' }).getByRole('listitem');
    await expect(waiting).toHaveCount(1);
    await expect(waiting).toContainText('Pas encore envoyé');
    await takePosition(page, 'Désaccord sérieux', 'Hors de notre mandat');
    await takePosition(page, 'Blocage', 'Hors de notre mandat');
    await expect(waitsFor(page, '2 saisies pas encore envoyées')).toBeVisible();
    await expect(page.getByRole('article').getByText('Pas encore envoyé').first()).toBeVisible();
    await page.getByRole('button', { name: 'Accepter', exact: true }).click();
    await page.getByRole('button', { name: /^Retirer\s: Réponse à l’invitation\s: Accepté/ }).click();
    await expect(waitsFor(page, '2 saisies pas encore envoyées')).toBeVisible();
    await expectFrench(page);
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  await page.close({ runBeforeUnload: false });
  const reopened = await context.newPage();
  await test.step('closed and opened again it is still there', async () => {
    await reopened.goto(`${dialogue}/take-part`);
    await expect(waitsFor(reopened, '2 saisies pas encore envoyées')).toBeVisible();
    await expect(reopened.getByRole('article').getByText('Hors de notre mandat').first()).toBeVisible();
    await expect(reopened.getByRole('heading', { name: 'Sharing of costs' })).toBeVisible();
  });
  await expect(convenor.getByText('Hors de notre mandat')).toHaveCount(0);

  await context.setOffline(false);
  await test.step('on return both count, once', async () => {
    await expect(convenor.getByText('Hors de notre mandat')).toBeVisible();
    const waiting = convenor.getByRole('list', { name: 'Speakers list' }).getByRole('listitem');
    await expect(waiting).toHaveCount(1);
    await expect(waiting).toContainText('MEF');
    await expect(waitsFor(reopened, 'pas encore')).toHaveCount(0);
    await expect(reopened.getByText('Pas encore envoyé')).toHaveCount(0);
    await convenor.getByText('Earlier positions', { exact: true }).click();
    await expect(convenor.getByRole('article').locator('ol').getByRole('listitem')).toHaveCount(2);
    await expectFrench(reopened);
  });
});

test('a console without a network marks who comes, and says plainly what cannot wait', async ({ as }) => {
  test.slow();
  const convenor = await as('planning');
  const dialogue = await openSitting(convenor);
  const context = convenor.context();
  await convenor.reload();
  await untilKept(convenor, `${dialogue}/console`);
  await context.setOffline(true);
  await convenor.getByRole('button', { name: 'MEF: Present', exact: true }).click();
  await convenor.getByRole('button', { name: 'BM: Remote', exact: true }).press('Enter');
  await expect(convenor.getByRole('button', { name: 'MEF: Present', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(waitsFor(convenor, '2 entries not sent yet')).toBeVisible();
  await expectAccessible(convenor);
  await convenor.getByRole('button', { name: 'Suspend: Sharing of costs' }).click();
  await expect(convenor.getByRole('alert')).toContainText('The server did not answer');

  await convenor.reload();
  await expect(waitsFor(convenor, '2 entries not sent yet')).toBeVisible();
  await expect(convenor.getByRole('button', { name: 'BM: Remote', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await context.setOffline(false);
  const room = await as('observer');
  await room.goto(`${dialogue}/room`);
  await expect(room.getByText(/2 of 4|2 institutions présentes sur 4/)).toBeVisible();
  await expect(waitsFor(convenor, 'not sent yet')).toHaveCount(0);
});

test('a position that comes too late is refused in words, and what was entered stays until it is read', async ({
  as,
}) => {
  test.slow();
  const convenor = await as('planning');
  const dialogue = await openSitting(convenor);
  const bank = await as('worldBank', phone);
  await bank.goto(`${dialogue}/take-part`);
  await takePosition(bank, 'Support');
  await expect(convenor.locator('.stands-step', { hasText: 'BM' })).toBeVisible();
  await bank.context().setOffline(true);
  await takePosition(bank, 'Block', 'Beyond our mandate');
  await expect(waitsFor(bank, '1 entry not sent yet')).toBeVisible();
  await convenor.getByRole('button', { name: 'Close and establish the verdict' }).click();
  await expect(convenor.getByText('Enter the decision').first()).toBeVisible();

  await bank.context().setOffline(false);
  const refused = bank.getByRole('alert').filter({ hasText: 'Not accepted' });
  await expect(refused).toContainText('The proposal was closed before this arrived.');
  await expect(refused).toContainText('Position on proposal 1: Block');
  await expect(refused).toContainText('Beyond our mandate');
  await expectAccessible(bank);
  await expectNoSideways(bank);
  await bank.reload();
  await expect(refused).toContainText('Beyond our mandate');
  await refused.getByRole('button', { name: /^Understood/ }).click();
  await expect(refused).toHaveCount(0);
  await bank.reload();
  await expect(bank.getByRole('heading', { name: 'Sharing of costs' })).toBeVisible();
  await expect(refused).toHaveCount(0);
  expect(await convenor.getByText('Beyond our mandate').count()).toBe(0);
});

test('signed out meanwhile, what waits is kept until the person has signed in again', async ({ as }) => {
  test.slow();
  const convenor = await as('planning');
  const dialogue = await openSitting(convenor);
  const ilo = await as('ilo', phone);
  await ilo.goto(`${dialogue}/take-part`);
  await expect(ilo.getByRole('button', { name: 'Request the floor' })).toBeVisible();
  await untilKept(ilo, `${dialogue}/take-part`);
  await ilo.context().setOffline(true);
  await ilo.getByRole('button', { name: 'Request the floor' }).click();
  await expect(waitsFor(ilo, '1 entry not sent yet')).toBeVisible();
  await ilo.context().clearCookies();
  await ilo.context().setOffline(false);
  await expect(waitsFor(ilo, 'Your session has ended.')).toBeVisible();
  await expectAccessible(ilo);
  await ilo.getByRole('link', { name: 'Sign in' }).click();
  await ilo.locator('input[name=email]').fill(people.ilo);
  await ilo.locator('input[name=password]').fill(demoPassword);
  await ilo.locator('input[name=password]').press('Enter');
  await ilo.waitForURL(`**${dialogue}/take-part`);
  const waiting = convenor.getByRole('list', { name: 'Speakers list' }).getByRole('listitem');
  await expect(waiting).toContainText('OIT');
  await expect(waitsFor(ilo, 'not sent yet')).toHaveCount(0);
});

test('what a delegate has written and not sent stays in sight when the proposal is closed, in French', async ({
  as,
}) => {
  test.slow();
  const convenor = await as('planning');
  const dialogue = await openSitting(convenor);
  const finance = await as('budget', { ...phone, locale: 'fr-FR' });
  const bank = await as('worldBank', phone);
  await finance.goto(`${dialogue}/take-part`);
  await bank.goto(`${dialogue}/take-part`);
  const reason = finance.getByRole('article').last().getByRole('textbox');
  await reason.fill('Le plafond du budget est dépassé');
  await takePosition(bank, 'Support');
  await convenor.getByRole('button', { name: 'Close and establish the verdict' }).click();
  await expect(finance.getByText(/^La proposition a été close ou retirée avant/)).toBeVisible();
  await expect(reason).toHaveValue('Le plafond du budget est dépassé');
  await expect(reason).toBeDisabled();
  // Who has sent theirs is left with nothing to do.
  await expect(bank.getByRole('article')).toHaveCount(0);
  await expectFrench(finance);
  await expectAccessible(finance);
  await expectNoSideways(finance);
});

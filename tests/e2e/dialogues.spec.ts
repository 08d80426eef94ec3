import type { Locator } from '@playwright/test';
import { expectFrench } from './harness/french';
import { phone, plan, putProposal, takePosition } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// It plans and runs a dialogue: on a server of its own. A position without its reason is answered 422, which the
// browser notes on its own account.
test.use({ serverOf: 'dialogues', allowedErrors: [/status of 422/] });

test('a sitting from the opening of an item to a decision in the register, on a console, a phone and a wall', async ({
  as,
}) => {
  test.slow();
  const convenor = await as('planning');
  const dialogue = await plan(convenor);

  const bank = await as('worldBank', phone);
  const finance = await as('budget', { ...phone, locale: 'fr-FR' });
  const room = await as('observer', { viewport: { width: 1280, height: 720 } });
  await bank.goto(`${dialogue}/take-part`);
  await bank.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(bank.getByText('Accepted', { exact: true })).toBeVisible();
  await finance.goto(`${dialogue}/take-part`);
  await room.goto(`${dialogue}/room`);
  await convenor.getByRole('link', { name: 'Console' }).click();

  await test.step('the item opens on every screen', async () => {
    await convenor.getByRole('button', { name: 'Open: Sharing of costs' }).press('Enter');
    for (const page of [bank, finance, room])
      await expect(page.getByRole('heading', { name: 'Sharing of costs' })).toBeVisible();
    await expect(convenor.getByRole('button', { name: 'Suspend: Sharing of costs' })).toBeFocused();
    const bankHere = convenor.getByRole('button', { name: 'BM: Remote' });
    const bankAt = await topOf(bankHere);
    await convenor.getByRole('button', { name: 'MEF: Present' }).click();
    await expect(convenor.getByText(/^Present since/)).toBeVisible();
    expect(await topOf(bankHere)).toBe(bankAt);
    await bankHere.click();
    await expect(room.getByText(/2 (of|sur) 4|2 institutions présentes sur 4/)).toBeVisible();
  });

  await test.step('the floor is asked for on a phone and given from the console', async () => {
    await bank.getByRole('button', { name: 'Request the floor' }).dblclick();
    await finance.getByRole('button', { name: 'Motion d’ordre' }).click();
    const waiting = convenor.getByRole('list', { name: 'Speakers list' }).getByRole('listitem');
    await expect(waiting).toHaveCount(2);
    await expect(waiting.first()).toContainText('MEF');
    await convenor.getByRole('button', { name: 'Move BM up' }).press('Enter');
    await expect(waiting.first()).toContainText('BM');
    await convenor.getByRole('button', { name: 'Give the floor to BM' }).press('Enter');
    await expect(bank.getByText('Has the floor', { exact: true })).toBeVisible();
    await expect(room.locator('.room-speaker')).toContainText('BM');
    await expectFrench(finance);
    for (const page of [bank, convenor, room]) await expectAccessible(page);
  });

  await test.step('one objection, and the proposal is not adopted', async () => {
    await convenor.getByText('Put a proposal', { exact: true }).click();
    await putProposal(convenor, 'Partners bear half of the costs.', 'Save as a draft');
    await takePosition(finance, 'Soutien');
    await expect(finance.getByText('Votre position, modifiable jusqu’à la clôture')).toBeVisible();
    await takePosition(bank, 'Block');
    await expect(bank.getByText('Below support, say why.')).toBeVisible();
    await takePosition(bank, 'Block', 'Beyond our mandate');
    await expect(room.getByText('Beyond our mandate')).toBeVisible();
    await expect(room.locator('.room')).toHaveCSS('block-size', '720px'); // Nothing is below the fold.
    await expectAccessible(bank);
    await expectFrench(finance);
    await convenor.getByRole('button', { name: 'Close and establish the verdict' }).click();
    await expect(convenor.getByText('BM formally objects.')).toBeVisible();
  });

  await test.step('amended, it is adopted by consensus with a reservation', async () => {
    await convenor.getByRole('link', { name: 'Amend', exact: true }).click();
    await expect(convenor.getByRole('button', { name: 'Save the amended proposal' })).toBeVisible();
    await putProposal(convenor, 'Partners bear a quarter of the costs.', 'Save the amended proposal');
    await expect(bank.getByText('amends proposal 1')).toBeVisible();
    await takePosition(finance, 'Soutien');
    await takePosition(bank, 'Support with reservations', 'Pending our board');
    await expect(convenor.getByText('Pending our board')).toBeVisible();
    await convenor.getByRole('button', { name: 'Close and establish the verdict' }).click();
    await convenor.getByLabel('Budget implication').fill('MGA 35 billion');
    await convenor.getByRole('button', { name: 'Enter the decision' }).click();
    await expect(convenor.getByText(/^MDG\/2026\/\d\d\/D1$/)).toBeVisible();
    await expectAccessible(convenor);
  });

  await finance.goto('/w/mdg/decisions');
  const decision = finance.getByRole('listitem').filter({ hasText: 'Partners bear a quarter' });
  await expect(decision.getByRole('heading')).toHaveText(/^MDG\/2026\/\d\d\/D1$/);
  await expect(decision).toContainText('Pending our board');
  await expectFrench(finance);
  await expectAccessible(finance);
  const sideways = () => finance.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await sideways()).toBeLessThanOrEqual(0);
});

test('an item of the convenors alone is on nobody else’s page, in no data and not on the wall', async ({
  as,
}) => {
  const title = 'Position des partenaires sur les données personnelles';
  const convenor = await as('planning');
  await convenor.goto('/w/mdg/dialogues');
  await expectAccessible(convenor);
  await convenor.getByRole('link', { name: 'Ciblage des ménages et registre social' }).click();
  await expect(convenor.getByText(title)).toBeVisible();
  await expectAccessible(convenor);
  const { pathname } = new URL(convenor.url());
  const member = await as('socialProtection');
  for (const path of [pathname, `${pathname}/take-part`, `${pathname}/room`, '/w/mdg/activity']) {
    for (const asked of [path, `${path}.data`]) {
      const response = await member.request.get(asked);
      expect([asked, response.status()]).toEqual([asked, 200]);
      expect(await response.text()).not.toContain(title);
    }
  }
  expect(await (await convenor.request.get(`${pathname}/room`)).text()).not.toContain(title);
});

/** From the top of the page, however far it is scrolled. */
function topOf(element: Locator): Promise<number> {
  return element.evaluate((node) => node.getBoundingClientRect().top + window.scrollY);
}

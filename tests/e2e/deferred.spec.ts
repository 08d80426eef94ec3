import { expectFrench } from './harness/french';
import { lastMail } from './harness/outbox';
import { phone, plan, putProposal, takePosition } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// A decision is deferred and taken up: on a server of its own. A refused form is noted by the browser itself.
test.use({ serverOf: 'deferred', allowedErrors: [/status of 422/] });

test('a deferred decision is put off, taken up by a later dialogue, and its action asked for by mail', async ({
  as,
  concord,
}) => {
  test.slow();
  const convenor = await as('planning');
  const bank = await as('worldBank', phone);
  const first = await plan(convenor);
  await test.step('one objects, and it is entered as deferred', async () => {
    await convenor.getByRole('link', { name: 'Console' }).click();
    await convenor.getByRole('button', { name: 'Open: Sharing of costs' }).click();
    await convenor.getByText('Put a proposal', { exact: true }).click();
    await putProposal(convenor, 'Partners bear half of the costs.', 'Save as a draft');
    await bank.goto(`${first}/take-part`);
    await takePosition(bank, 'Block', 'Beyond our mandate');
    await expect(convenor.getByText('Beyond our mandate')).toBeVisible();
    await convenor.getByRole('button', { name: 'Close and establish the verdict' }).click();
    const summary = convenor.locator('summary', { hasText: 'Enter as deferred' });
    await summary.click();
    await convenor.getByRole('button', { name: 'Enter as deferred' }).click();
    await expect(convenor.getByText(/^MDG\/2026\/\d\d\/D1$/)).toBeVisible();
  });
  const second = await plan(convenor);

  await test.step('it gets another date, and comes on the agenda of the next dialogue', async () => {
    await convenor.goto('/w/mdg/decisions?state=deferred');
    await convenor.getByRole('link', { name: /^MDG\/2026\/\d\d\/D1$/ }).click();
    await convenor.getByLabel('New review date').fill('2020-06-30');
    await convenor.getByRole('textbox', { name: 'Reason' }).fill('No costing yet');
    await convenor.getByRole('button', { name: 'Set the review date' }).click();
    await expect(convenor.getByText('Choose a date after today.')).toBeVisible();
    await convenor.getByLabel('New review date').fill('2099-06-30');
    await expectAccessible(convenor);
    await convenor.getByRole('button', { name: 'Set the review date' }).press('Enter');
    await expect(convenor.getByText(/^Review date set on .*: No costing yet$/)).toBeVisible();
    await expect(convenor.getByRole('textbox', { name: 'Reason' })).toHaveValue('');
    const to = convenor.getByRole('combobox', { name: 'Dialogue' });
    const id = second.split('/').at(-1) ?? '';
    await to.selectOption(id);
    await convenor.getByRole('button', { name: 'Put on the agenda' }).press('Enter');
    await expect(convenor.getByText('On the agenda again since')).toBeVisible();
    await expect(convenor.getByRole('button', { name: 'Put on the agenda' })).toHaveCount(0);
    await expectAccessible(convenor);
    const finance = await as('budget', { ...phone, locale: 'fr-FR' });
    await finance.goto(new URL(convenor.url()).pathname);
    await expect(finance.getByText('De nouveau à l’ordre du jour depuis le')).toBeVisible();
    await expectFrench(finance);
    await expectAccessible(finance);
    expect(
      await finance.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  });
  const deferred = new URL(convenor.url()).pathname;

  await test.step('what is adopted there takes its place', async () => {
    await convenor.goto(`${second}/console`);
    await convenor.getByRole('button', { name: /^Open: MDG\// }).click();
    await convenor.getByRole('button', { name: 'Open for positions' }).click();
    await bank.goto(`${second}/take-part`);
    await takePosition(bank, 'Support');
    await convenor.getByRole('button', { name: 'Close and establish the verdict' }).click();
    await convenor.getByRole('button', { name: 'Enter the decision' }).click();
    await expect(convenor.getByText(/^MDG\/2026\/\d\d\/D1$/).first()).toBeVisible();
    await convenor.goto(deferred);
    await expect(convenor.getByText(/^by MDG\/2026\/\d\d\/D1$/)).toBeVisible();
    await expect(convenor.getByText(/No costing yet$/)).toBeVisible();
  });

  await test.step('its lead is asked by mail, and the convenor hears the answer', async () => {
    await convenor.goto('/w/mdg/decisions');
    const decision = convenor.getByRole('listitem').filter({ hasText: 'Partners bear half' }).first();
    await decision.getByRole('link', { name: /^MDG\// }).click();
    await convenor.getByRole('textbox', { name: 'Title of the action' }).fill('Publish the key');
    const ledBy = convenor.getByRole('combobox', { name: 'Led by' });
    await ledBy.selectOption(await ledBy.locator('option', { hasText: /^BM/ }).getAttribute('value'));
    await convenor.getByRole('button', { name: 'Add to the plan and ask' }).click();
    const asked = await lastMail(concord.dataDir, 'follow-up-asked');
    await bank.goto(/http:\/\/localhost:\d+\/w\/mdg\/decisions\/[\w-]+/.exec(asked)?.[0] ?? '');
    await bank.locator('summary', { hasText: 'Decline' }).click();
    await bank.getByRole('textbox', { name: /^Reason/ }).fill('Not before 2028');
    await bank.getByRole('button', { name: /^Decline for/ }).click();
    await expect(bank.getByText('Declined by the lead')).toBeVisible();
    expect(await lastMail(concord.dataDir, 'follow-up-declined')).toContain('Not before 2028');
  });
});

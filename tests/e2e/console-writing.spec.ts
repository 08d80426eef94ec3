import { plan, putProposal } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// A dialogue is run by two convenors: on a server of its own. A refused form is noted by the browser itself.
test.use({ serverOf: 'console-writing', allowedErrors: [/status of 422/] });

test('what a convenor writes stays while another one goes on, and positions are recorded one after the other', async ({
  as,
}) => {
  test.slow();
  const [writer, other] = [await as('planning'), await as('planning')];
  const dialogue = await plan(other);
  const text = writer.getByRole('textbox', { name: 'Text of the proposal' });
  const writersTitle = (title: string) => writer.getByRole('heading', { name: title, exact: true });

  await test.step('another proposal and the next item leave the text where it is', async () => {
    await other.goto(`${dialogue}/console`);
    await other.getByRole('button', { name: 'Open: Sharing of costs' }).click();
    await writer.goto(`${dialogue}/console`);
    await writer.getByText('Put a proposal', { exact: true }).click();
    await text.fill('Partners bear half');
    await other.getByText('Put a proposal', { exact: true }).click();
    await other.getByRole('checkbox', { name: 'Hide positions until closing' }).check();
    await putProposal(other, 'Partners bear a third.', 'Save as a draft');
    await expect(other.getByRole('textbox', { name: 'Text of the proposal' })).toHaveValue('');
    await expect(writer.getByText('Partners bear a third.').first()).toBeVisible();
    await expect(text).toHaveValue('Partners bear half');
    await other.getByRole('button', { name: 'Close: Sharing of costs' }).click();
    await other.getByRole('button', { name: 'Open: Ouverture' }).click();
    await expect(other.getByRole('heading', { name: 'Ouverture', exact: true })).toBeVisible();
    await expect(writer.getByRole('link', { name: 'Look at “Ouverture”' })).toBeVisible();
    await expect(text).toHaveValue('Partners bear half');
    await expectAccessible(writer);
  });

  await test.step('it stays when the network does not take it', async () => {
    await writer.context().setOffline(true);
    await writer.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(writer.getByRole('button', { name: 'Save as a draft' })).toBeEnabled();
    await expect(writer.getByText(/did not answer/).first()).toBeVisible();
    await expect(text).toHaveValue('Partners bear half');
    await writer.context().setOffline(false);
  });

  await test.step('it is there on the way back from an item with another text, and sent once', async () => {
    await writer.getByRole('link', { name: 'Look at “Ouverture”' }).press('Enter');
    await expect(writersTitle('Ouverture')).toBeVisible();
    await writer.locator('summary:visible', { hasText: 'Put a proposal' }).click();
    await text.fill('We begin at nine');
    const rule = writer.getByRole('combobox', { name: 'How it is decided' });
    await rule.selectOption('silence');
    await writer.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(writer.getByText('Give a date.')).toBeVisible();
    await rule.selectOption('consensus');
    await writer.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(writer.getByText('We begin at nine')).toHaveCount(1);
    await expect(text).toHaveValue('');
    await writer.getByRole('link', { name: 'Look at “Sharing of costs”' }).click();
    await expect(text).toHaveValue('Partners bear half');
    await writer.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(writer.getByText('Partners bear half')).toHaveCount(1);
    await expect(text).toHaveValue('');
  });

  await test.step('hidden positions of two absent institutions are recorded without leaving the page', async () => {
    await writer.getByText('Record the position of an absent institution').click();
    for (const [institution, answered] of [
      [/^BM/, 1],
      [/^OIT/, 2],
    ] as const) {
      const choice = writer.getByRole('combobox', { name: 'Institution' }).last();
      await choice.selectOption(
        await choice.locator('option', { hasText: institution }).getAttribute('value'),
      );
      await writer.getByRole('radio', { name: 'Support', exact: true }).check();
      await writer.getByRole('textbox', { name: /^On what basis/ }).fill('By telephone');
      await writer.getByRole('button', { name: 'Record', exact: true }).click();
      await expect(writer.getByRole('textbox', { name: /^On what basis/ })).toHaveValue('');
      await expect(writer.getByText(new RegExp(`^${answered} of 4`)).first()).toBeVisible();
    }
  });
});

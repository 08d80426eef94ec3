import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expectFrench } from './harness/french';
import { untilKept } from './harness/kept-page';
import { lastMail, linkIn } from './harness/outbox';
import { readText } from './harness/plan-text';
import { phone, plan, putProposal, takePosition } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// It runs a dialogue to its end: on a server of its own.
test.use({
  serverOf: 'whole-dialogue',
  allowedErrors: [/status of 503/],
});

const title = 'Publier la clé de répartition';

test('a dialogue from its letters to its report, on a console, two phones, one without a network for a while, and a wall', async ({
  as,
  visitor,
  concord,
}) => {
  test.setTimeout(480_000);
  const convenor = await as('planning');
  const dialogue = await plan(convenor);
  const bank = await as('worldBank', phone);
  const finance = await as('budget', { ...phone, locale: 'fr-FR' });
  const room = await as('observer', { viewport: { width: 1920, height: 1080 } });

  await test.step('invited by mail, an institution answers by the link', async () => {
    await convenor.goto(`${dialogue}/letters`);
    await convenor.getByRole('checkbox', { name: 'Social protection, ILO (OIT)' }).check();
    await convenor.getByRole('button', { name: 'Add those chosen' }).press('Enter');
    await convenor.getByRole('button', { name: 'Send 1 mail…' }).press('Enter');
    await convenor.getByRole('alertdialog').getByRole('button', { name: 'Send' }).press('Enter');
    await expect(convenor.getByText('Everyone knows how things stand.')).toBeVisible();
    const guest = await visitor({ ...phone, locale: 'fr-FR' });
    await guest.goto(linkIn(await lastMail(concord.dataDir, 'letter-invitation'), 'letters'));
    await guest.getByRole('button', { name: 'Accepter' }).press('Enter');
    await expect(guest.getByText('la participation de l’institution est transmise')).toBeVisible();
  });

  await test.step('opened, with a quorum, on every screen', async () => {
    for (const page of [bank, finance]) await page.goto(`${dialogue}/take-part`);
    await room.goto(`${dialogue}/room`);
    await convenor.getByRole('link', { name: 'Console' }).press('Enter');
    await convenor.getByRole('button', { name: 'Open: Sharing of costs' }).press('Enter');
    for (const page of [bank, finance, room])
      await expect(page.getByRole('heading', { name: 'Sharing of costs' })).toBeVisible();
    for (const name of ['MSANP: Present', 'MEF: Present', 'BM: Remote'])
      await convenor.getByRole('button', { name, exact: true }).press('Enter');
    await expect(room.getByText(/3 (of|sur) 4|3 institutions présentes sur 4/)).toBeVisible();
    for (const page of [convenor, bank, room]) await expectAccessible(page);
  });

  await test.step('a phone without a network asks for the floor, which counts once it is back', async () => {
    await untilKept(finance, `${dialogue}/take-part`);
    await finance.context().setOffline(true);
    await finance.getByRole('button', { name: 'Demander la parole' }).press('Enter');
    await expect(finance.getByText('1 saisie pas encore envoyée').first()).toBeVisible();
    await bank.getByRole('button', { name: 'Request the floor' }).press('Enter');
    const waiting = convenor.getByRole('list', { name: 'Speakers list' }).getByRole('listitem');
    await expect(waiting).toHaveCount(1);
    await finance.context().setOffline(false);
    await expect(waiting).toHaveCount(2);
    await convenor.getByRole('button', { name: 'Give the floor to BM' }).press('Enter');
    await expect(room.locator('.room-speaker')).toContainText('BM');
    await expectFrench(finance);
  });

  await test.step('one objects, and amended it is adopted by consensus with a reservation', async () => {
    await convenor.getByText('Put a proposal', { exact: true }).press('Enter');
    await putProposal(convenor, 'Partners bear half of the costs.', 'Save as a draft');
    await takePosition(finance, 'Soutien');
    await takePosition(bank, 'Block', 'Beyond our mandate');
    await expect(room.getByText('Beyond our mandate')).toBeVisible();
    await convenor.getByRole('button', { name: 'Close and establish the verdict' }).press('Enter');
    await expect(convenor.getByText('BM formally objects.')).toBeVisible();
    await convenor.getByRole('link', { name: 'Amend', exact: true }).press('Enter');
    await expect(convenor.getByRole('button', { name: 'Save the amended proposal' })).toBeVisible();
    await putProposal(convenor, 'Partners bear a quarter of the costs.', 'Save the amended proposal');
    await takePosition(finance, 'Soutien');
    await takePosition(bank, 'Support with reservations', 'Pending our board');
    await expect(convenor.getByText('Pending our board')).toBeVisible();
    await convenor.getByRole('button', { name: 'Close and establish the verdict' }).press('Enter');
    await convenor.getByRole('button', { name: 'Enter the decision' }).press('Enter');
    await expect(convenor.getByText(/^MDG\/2026\/\d\d\/D1$/)).toBeVisible();
  });

  await test.step('it becomes an action of the plan, which its lead accepts', async () => {
    await convenor.goto('/w/mdg/decisions');
    const decision = convenor.getByRole('listitem').filter({ hasText: 'Partners bear a quarter' });
    await decision.getByRole('link', { name: /^MDG\// }).press('Enter');
    await convenor.getByRole('textbox', { name: 'Title of the action' }).fill(title);
    const ledBy = convenor.getByRole('combobox', { name: 'Led by' });
    const ministry = await ledBy.locator('option', { hasText: /^MEF/ }).getAttribute('value');
    await ledBy.selectOption(ministry);
    await convenor.getByRole('button', { name: 'Add to the plan and ask' }).press('Enter');
    await expect(convenor.getByText('Awaiting the lead')).toHaveCount(1);
    await finance.goto(new URL(convenor.url()).pathname);
    await finance.getByRole('button', { name: 'Accepter au nom de MEF' }).press('Enter');
    await expect(convenor.getByText('Accepted by the lead')).toHaveCount(1);
    await expectFrench(finance);
    await expectAccessible(finance);
  });

  await test.step('two write the minutes, and they are locked', async () => {
    const textIn = (page: typeof convenor) => page.locator('.plan-text[role=textbox]');
    await convenor.goto(`${dialogue}/console`);
    await convenor.getByRole('button', { name: 'End the sitting' }).press('Enter');
    await expect(convenor.getByText('Held', { exact: true })).toBeVisible();
    await convenor.goto(`${dialogue}/minutes`);
    await convenor.getByRole('link', { name: 'Write the minutes of “Sharing of costs”' }).press('Enter');
    await expect(textIn(convenor)).toBeVisible();
    await finance.goto(`${dialogue}/minutes`);
    await finance
      .getByRole('link', { name: 'Rédiger le compte rendu de « Sharing of costs »' })
      .press('Enter');
    await expect(textIn(finance)).toBeVisible();
    await textIn(convenor).focus();
    await convenor.keyboard.type('The costs were discussed.');
    await expect.poll(() => readText(finance)).toContain('The costs were discussed.');
    await textIn(finance).focus();
    await finance.keyboard.press('Control+End');
    await finance.keyboard.press('Enter');
    await finance.keyboard.type('Le MEF est d’accord.');
    await expect.poll(() => readText(convenor)).toContain('Le MEF est d’accord.');
    await expect(convenor.getByText('Saved', { exact: true })).toBeVisible();
    await expect(finance.getByText('Enregistré', { exact: true })).toBeVisible();
    await convenor.getByRole('button', { name: 'Close the draft and review it' }).press('Enter');
    await convenor.getByRole('button', { name: 'Circulate for corrections' }).press('Enter');
    await expect(convenor.getByText('Open for corrections', { exact: true })).toBeVisible();
    letDeadlinePass(concord.dataDir, dialogue);
    await convenor.reload();
    await convenor.getByRole('button', { name: 'Lock the minutes' }).press('Enter');
    await convenor.getByRole('alertdialog').getByRole('button', { name: 'Lock for good' }).press('Enter');
    await expect(convenor.getByText('Locked', { exact: true })).toBeVisible();
    await expect(finance.getByText('Arrêté', { exact: true })).toBeVisible();
    await expectAccessible(convenor);
  });

  await test.step('the report is taken along', async () => {
    await finance.getByRole('button', { name: 'Rapport' }).press('Enter');
    const download = finance.waitForEvent('download');
    await finance.getByRole('link', { name: /^PDF – Français/ }).press('Enter');
    expect((await download).suggestedFilename()).toMatch(/^MDG-2026-\d\d .*\.pdf$/);
  });
});

/** The days that delegations have for corrections are over. */
function letDeadlinePass(dataDir: string, dialogue: string): void {
  const db = new Database(join(dataDir, 'concord.sqlite'), { fileMustExist: true });
  db.prepare(
    `UPDATE dialogue_minutes SET minutes = json_set(minutes, '$.deadlineMs', 1) WHERE dialogue_id = ?`,
  ).run(dialogue.split('/').at(-1));
  db.close();
}

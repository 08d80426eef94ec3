import { expectFrench } from './harness/french';
import { lastMail, linkIn } from './harness/outbox';
import { phone, plan } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// A dialogue is planned: on a server of its own.
test.use({ serverOf: 'letters' });

test('an institution is invited by mail and answers on a phone without an account, in French', async ({
  as,
  visitor,
  concord,
}) => {
  const convenor = await as('planning');
  const dialogue = await plan(convenor);
  await convenor.goto(`${dialogue}/letters`);
  await expect(convenor.getByText('No letter yet')).toBeVisible();
  await convenor.getByRole('combobox', { name: 'Institution' }).selectOption({ label: 'World Bank' });
  await convenor.getByRole('textbox', { name: 'Name or function' }).fill('Mme la Représentante résidente');
  await convenor.getByRole('textbox', { name: 'E-mail' }).fill('representante@example.org');
  await convenor.getByRole('combobox', { name: 'Language of the letter' }).selectOption('fr');
  await convenor.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(convenor.getByText('not sent yet')).toBeVisible();
  await convenor.getByRole('textbox', { name: 'Your own words' }).fill('La salle ouvre à 8 heures.');
  await convenor.getByRole('button', { name: 'Save', exact: true }).click();
  await convenor.getByText('How the letter reads').click();
  await expect(convenor.getByText('La salle ouvre à 8 heures.').last()).toBeVisible();
  await expectAccessible(convenor);
  await convenor.getByRole('button', { name: 'Send 1 mail…' }).click();
  await convenor.getByRole('alertdialog').getByRole('button', { name: 'Send' }).press('Enter');
  await expect(convenor.getByText('Everyone knows how things stand.')).toBeVisible();

  const mail = await lastMail(concord.dataDir, 'letter-invitation');
  expect(mail).toContain('method=REQUEST');
  const letter = linkIn(mail, 'letters');
  const guest = await visitor({ ...phone, locale: 'fr-FR' });
  await guest.goto(letter);
  await expect(guest.getByText('La salle ouvre à 8 heures.')).toBeVisible();
  await expectFrench(guest);
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Accepter' }).press('Enter');
  await expect(guest.getByText('la participation de l’institution est transmise')).toBeVisible();
  await guest.getByRole('textbox', { name: 'Nom' }).fill('Voahangy R.');
  await guest.getByRole('button', { name: 'Ajouter à la délégation' }).press('Enter');
  await expect(guest.getByRole('listitem').filter({ hasText: 'Voahangy R.' })).toBeVisible();
  await expectFrench(guest);
  await expectAccessible(guest);
  expect(await guest.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
    0,
  );

  await convenor.reload();
  await expect(convenor.getByRole('table').getByText('takes part', { exact: true })).toBeVisible();
  await convenor.goto(dialogue);
  await expect(convenor.getByText('Voahangy R.')).toBeVisible();
});

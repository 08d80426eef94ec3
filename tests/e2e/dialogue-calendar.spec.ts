import type { Page } from '@playwright/test';
import { expectFrench } from './harness/french';
import { lastMail, linkIn } from './harness/outbox';
import { expect, expectAccessible, test } from './harness/test';

// A webinar is added to the demo, and cancelled: on a server of its own.
test.use({ serverOf: 'dialogue-calendar' });

const phone = { viewport: { width: 360, height: 740 }, locale: 'fr-FR' };
const title = 'Webinaire sur la couverture santé';
const email = 'voahangy@example.org';
const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
const month = day.slice(0, 7);

async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('a webinar is published, registered for on a phone without JavaScript, found in the month, and cancelled', async ({
  as,
  visitor,
  concord,
}) => {
  const convenor = await as('planning');
  await convenor.goto('/w/mdg/dialogues/new');
  await convenor.getByRole('textbox', { name: 'Title' }).fill(title);
  await convenor.getByRole('combobox', { name: 'Kind' }).selectOption('webinar');
  await convenor
    .getByRole('textbox', { name: /^Purpose/ })
    .fill('Présenter les résultats du dialogue national');
  await convenor.getByLabel('Date').fill(day);
  await convenor.getByRole('textbox', { name: /^Link to join/ }).fill('https://meet.example/salle');
  await convenor.getByRole('button', { name: 'Plan this dialogue' }).click();
  const item = convenor.getByRole('textbox', { name: 'Item' });
  await item.fill('Ouverture de la séance');
  await convenor.getByRole('button', { name: 'Add an item' }).click();
  await expect(convenor.getByText('Ouverture de la séance').first()).toBeVisible();
  await item.fill('Préparation interne');
  await convenor.getByRole('radio', { name: 'Convenors only' }).check();
  await convenor.getByRole('button', { name: 'Add an item' }).click();
  await expect(convenor.getByText('Préparation interne').first()).toBeVisible();

  await convenor.getByRole('link', { name: 'Public page' }).click();
  await expect(convenor.getByText('1 item is not shown.')).toBeVisible();
  await convenor.getByRole('button', { name: 'Make the page public' }).click();
  const address = convenor.getByRole('textbox', { name: 'Address of the public page' });
  const url = await address.inputValue();
  await convenor.getByRole('textbox', { name: 'Title' }).fill('Note de synthèse');
  await convenor.getByRole('textbox', { name: 'Link', exact: true }).fill('https://example.org/note.pdf');
  await convenor.getByRole('button', { name: 'Add the link' }).click();
  await expect(convenor.getByRole('link', { name: 'Note de synthèse' })).toBeVisible();
  await expectAccessible(convenor);
  await convenor.getByRole('link', { name: 'Registrations' }).click();
  await convenor.getByRole('spinbutton', { name: /^Number of places/ }).fill('20');
  await convenor.getByRole('button', { name: 'Open registration' }).click();
  await expect(convenor.getByRole('button', { name: 'End registration' })).toBeVisible();
  await expectAccessible(convenor);

  const reader = await visitor(phone);
  await reader.goto(url);
  await expect(reader.getByRole('heading', { name: title })).toBeVisible();
  await expect(reader.getByText('Ouverture de la séance')).toBeVisible();
  await expect(reader.getByText('Préparation interne')).toHaveCount(0);
  await expect(reader.getByRole('link', { name: 'Note de synthèse' })).toBeVisible();
  await expect(reader.getByText('20 places disponibles')).toBeVisible();
  await expectFrench(reader);
  await expectAccessible(reader);
  await expectNoSideways(reader);

  const plain = await visitor({ ...phone, javaScriptEnabled: false });
  await plain.goto(url);
  await plain.getByRole('textbox', { name: 'Nom', exact: true }).fill('Voahangy R.');
  await plain.getByRole('textbox', { name: 'Fonction' }).fill('Formatrice');
  await plain.getByRole('textbox', { name: 'Institution' }).fill('CNaPS');
  await plain.getByRole('textbox', { name: 'Adresse électronique' }).fill(email);
  await plain.getByRole('checkbox').check();
  await plain.getByRole('button', { name: 'S’inscrire' }).click();
  await expect(plain.getByText('Une confirmation vous est envoyée par courriel')).toBeVisible();
  const own = linkIn(await lastMail(concord.dataDir, 'registration'), 'registrations');

  await convenor.reload();
  await expect(convenor.getByRole('rowheader', { name: 'Voahangy R.' })).toBeVisible();
  const present = convenor.getByRole('button', { name: 'Voahangy R.: Present' });
  await present.click();
  await expect(present).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(convenor);

  await reader.goto(own);
  await expect(reader.getByRole('link', { name: 'Rejoindre en ligne' })).toBeVisible();
  await expectFrench(reader);
  await expectAccessible(reader);
  await reader.getByRole('button', { name: 'Annuler mon inscription' }).click();
  await expect(reader.getByRole('heading', { name: 'Votre inscription est annulée' })).toBeVisible();
  await expectFrench(reader);

  await convenor.goto('/w/mdg/dialogues');
  await convenor.getByRole('link', { name: 'Month', exact: true }).click();
  await expect(convenor.locator('td[aria-current=date]')).toHaveCount(1);
  await convenor.goto(`/w/mdg/dialogues?view=month&month=${month}`);
  const grid = convenor.getByRole('table');
  await expect(grid.getByRole('columnheader')).toHaveText(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  await expectAccessible(convenor);
  await grid.getByRole('link', { name: title }).click();

  await convenor.getByRole('link', { name: 'Prepare' }).click();
  await convenor.getByRole('textbox', { name: 'Reason' }).fill('La salle est prise');
  await convenor.getByRole('button', { name: 'Cancel the dialogue' }).click();
  await expect(convenor.getByText('This dialogue is cancelled')).toBeVisible();
  await expect(convenor.getByRole('button', { name: 'Take back the cancellation' })).toBeVisible();
  await expectAccessible(convenor);

  await reader.goto(url);
  await expect(reader.getByText('Ce dialogue n’aura pas lieu')).toBeVisible();
  await expect(reader.getByText('Les inscriptions sont closes')).toBeVisible();
  const member = await as('socialProtection', phone);
  await member.goto(`/w/mdg/dialogues?view=month&month=${month}`);
  await expect(member.getByRole('table')).toHaveCount(0);
  await expect(member.getByRole('listitem').filter({ hasText: title }).last()).toContainText('annulé');
  await expectFrench(member);
  await expectAccessible(member);
  await expectNoSideways(member);

  await convenor.getByRole('button', { name: 'Take back the cancellation' }).click();
  await expect(convenor.getByText('This dialogue is cancelled')).toHaveCount(0);
  await reader.reload();
  await expect(reader.getByText('Ce dialogue n’aura pas lieu')).toHaveCount(0);
});

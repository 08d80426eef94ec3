import { expectFrench } from './harness/french';
import { expect, expectAccessible, test } from './harness/test';

// An action is added to the demo's plan: on a server of its own.
test.use({ serverOf: 'follow-ups' });

const phone = { viewport: { width: 360, height: 740 }, locale: 'fr-FR' };
const title = 'Publier la liste des ménages exonérés';

test('a decision becomes an action of the plan, which its lead accepts on a phone, by keyboard and in French', async ({
  as,
}) => {
  const convenor = await as('planning');
  await convenor.goto('/w/mdg/decisions');
  await convenor.getByRole('link', { name: /^MDG\/\d{4}\/01\/D1$/ }).click();
  await expect(convenor.getByText('Awaiting the lead')).toHaveCount(1);
  await convenor.getByRole('textbox', { name: 'Title of the action' }).fill(title);
  const ledBy = convenor.getByRole('combobox', { name: 'Led by' });
  const ministry = await ledBy.locator('option', { hasText: /^MPPSPF/ }).getAttribute('value');
  await ledBy.selectOption(ministry);
  await convenor.getByRole('button', { name: 'Add to the plan and ask' }).click();
  await expect(convenor.getByText('Awaiting the lead')).toHaveCount(2);
  await expectAccessible(convenor);

  const lead = await as('socialProtection', phone);
  await lead.goto('/w/mdg/decisions');
  await expect(lead.getByText('Votre institution est invitée à prendre en charge 1 action')).toBeVisible();
  await expectFrench(lead);
  await expectAccessible(lead);
  await lead.getByRole('link', { name: title }).press('Enter');
  await lead.getByRole('button', { name: 'Accepter au nom de MPPSPF' }).press('Enter');
  await expect(lead.getByText('Acceptée par le responsable')).toHaveCount(2);
  await expect(lead.getByRole('button', { name: /^Accepter/ })).toHaveCount(0);
  await expectFrench(lead);
  await expectAccessible(lead);
  expect(await lead.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  await expect(convenor.getByText('Accepted by the lead')).toHaveCount(2);
  await convenor.getByRole('link', { name: title }).click();
  const drawer = convenor.getByRole('complementary', { name: /^Action:/ });
  await expect(drawer.getByRole('link', { name: /^MDG\/\d{4}\/01\/D1$/ })).toBeVisible();
  await expect(drawer.getByText('Accepted by the lead')).toBeVisible();
  await expectAccessible(convenor);
});

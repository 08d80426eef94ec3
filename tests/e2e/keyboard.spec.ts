import { expectFrench } from './harness/french';
import { expectFocusVisible, named, tabTo } from './harness/keyboard';
import { planPath } from './harness/pages';
import { expectSaved } from './harness/plan-text';
import { expect, test } from './harness/test';

test('by keyboard alone an action is opened, described, given a cost and closed again, in French', async ({
  as,
}) => {
  const title = 'Ouverte sans souris';
  const page = await as('socialProtection');
  await page.goto(`${await planPath(page)}/actions`);
  await expect(page.getByRole('grid', { name: 'Actions du plan' })).toBeVisible();
  await tabTo(page, named(page, /^Ajouter une action$/));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Action', exact: true })).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: title }) });
  await expect(row).toBeVisible();
  await page.keyboard.press('ArrowUp');
  const cell = row.getByRole('gridcell', { name: title });
  await expect(cell).toBeFocused();
  await page.keyboard.press('Control+Shift+Enter');
  const drawer = page.getByRole('complementary', { name: new RegExp(`^Action\\s: ${title}$`) });
  await expect(drawer.getByRole('heading', { level: 2 })).toBeFocused();

  await tabTo(page, named(page, /^Description/));
  await page.keyboard.type('Rédigée au clavier.');
  await tabTo(page, named(page, /^Ajouter un coût$/));
  await page.keyboard.press('Enter');
  const costs = drawer.getByRole('listitem').filter({ has: page.getByLabel('Exercice') });
  await expect(costs).toHaveCount(1);
  await expect(costs.getByLabel('Montant')).toBeFocused();
  await expectFocusVisible(page);
  await page.keyboard.type('45000');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(cell).toBeFocused();
  await expectFocusVisible(page);
  await expect(row.getByRole('gridcell', { name: /^45\s000$/ })).toBeVisible();
  await expectSaved(page);
  await expectFrench(page);
});

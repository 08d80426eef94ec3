import { expectFrench } from './harness/french';
import { phone, plan } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// A dialogue is run: on a server of its own. A refused form is noted by the browser itself.
test.use({ serverOf: 'agenda-materials', allowedErrors: [/status of 422/] });

test('an item has papers and quotes a plan, and participants have both in hand when it comes up, in French', async ({
  as,
}) => {
  test.slow();
  const convenor = await as('planning');
  const dialogue = await plan(convenor);

  await test.step('a paper and an action of the plan are put under an item by keyboard', async () => {
    await convenor.getByRole('link', { name: 'Papers for “Sharing of costs”: 0' }).press('Enter');
    await convenor.locator('summary', { hasText: 'Add a paper' }).press('Enter');
    const card = convenor.getByRole('region', { name: 'Papers for “Sharing of costs”' });
    await card.getByLabel('Title').fill('Costing 2027');
    await card.getByLabel('Link').fill('https://example.org/costing.pdf');
    await card.getByRole('button', { name: 'Add the link' }).press('Enter');
    await expect(card.getByRole('link', { name: 'Costing 2027' })).toBeVisible();
    await card.getByRole('button', { name: 'Quote a plan' }).press('Enter');
    const parts = card.getByRole('combobox', { name: /^Passage or action of a plan/ });
    await card.getByRole('button', { name: 'Quote it' }).press('Enter');
    await expect(card.getByText('Choose one.')).toBeVisible();
    await parts.selectOption(
      await parts.locator('optgroup[label$=": actions"] option').first().getAttribute('value'),
    );
    await card.getByRole('button', { name: 'Quote it' }).press('Enter');
    await expect(card.getByText('Unchanged in the plan since')).toBeVisible();
    await expect(convenor.getByRole('link', { name: 'Papers for “Sharing of costs”: 2' })).toBeVisible();
    await expectAccessible(convenor);
  });

  await test.step('they are there when the item is opened, for those invited', async () => {
    const [finance, who] = [await as('budget', { ...phone, locale: 'fr-FR' }), await as('who', phone)];
    await finance.goto(`${dialogue}/take-part`);
    await who.goto(`${dialogue}/take-part`);
    await convenor.goto(`${dialogue}/console`);
    await convenor.getByRole('button', { name: 'Open: Sharing of costs' }).click();
    for (const page of [finance, who])
      await expect(page.getByRole('link', { name: /^Feuille de route .* 2026–2030/ })).toBeVisible();
    await expect(finance.getByRole('link', { name: 'Costing 2027' })).toBeVisible();
    await expect(who.getByRole('link', { name: 'Costing 2027' })).toHaveCount(0);
    await expectFrench(finance);
    await expectAccessible(finance);
    expect(
      await finance.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  });
});

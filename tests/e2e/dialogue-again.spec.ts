import { expectFrench } from './harness/french';
import { phone, putProposal } from './harness/sitting';
import { expect, expectAccessible, test } from './harness/test';

// A dialogue is copied, run and ended: on a server of its own.
test.use({ serverOf: 'dialogue-again' });

test('a dialogue goes on from a former one, quotes the plan, and its institutions say whether they were heard', async ({
  as,
}) => {
  test.slow();
  const convenor = await as('planning');

  await test.step('copied, it begins with the last decisions and the state of their actions', async () => {
    await convenor.goto('/w/mdg/dialogues');
    await convenor.getByRole('link', { name: 'Partage des coûts des soins de santé primaires' }).click();
    await convenor.getByRole('link', { name: 'Duplicate', exact: true }).click();
    await expect(convenor.getByText(/Taken over .* 3 agenda items and 7 invited institutions/)).toBeVisible();
    await convenor.getByLabel('Date', { exact: true }).fill('2027-03-10');
    await convenor
      .getByRole('combobox', { name: 'Start from' })
      .selectOption({ label: 'Technical dialogue' });
    await convenor.getByRole('button', { name: 'Start from this' }).click();
    // What was typed stays; what came with the former choice does not.
    await expect(convenor.getByText(/Taken over/)).toHaveCount(0);
    await expect(convenor.getByLabel('Date', { exact: true })).toHaveValue('2027-03-10');
    await convenor.goBack();
    await expect(convenor.getByText(/Taken over/)).toBeVisible();
    await convenor.getByLabel('Date', { exact: true }).fill('2027-03-10');
    await convenor.getByRole('checkbox', { name: /^Begin with the decisions of/ }).check();
    await expectAccessible(convenor);
    await convenor.getByRole('button', { name: 'Plan this dialogue' }).click();
    await convenor.waitForURL('**/edit');
    await expect(convenor.getByRole('heading', { name: '1. Follow-up of the last decisions' })).toBeVisible();
  });
  const dialogue = new URL(convenor.url()).pathname.replace(/\/edit$/, '');

  await test.step('an item is dragged into its place, and the times follow', async () => {
    // Tall enough for both: the mouse does not scroll.
    await convenor.setViewportSize({ width: 1280, height: 2400 });
    const second = convenor.getByRole('listitem').filter({ hasText: 'Conditions de décaissement' });
    const first = convenor.getByRole('listitem').filter({ hasText: 'Exécution budgétaire' });
    const handle = second.locator('.agenda-handle');
    await convenor.evaluate(() => scrollTo(0, 0));
    const place = await first.first().boundingBox();
    const from = await handle.boundingBox();
    if (!place || !from) throw new Error('both items are on the page');
    await convenor.mouse.move(from.x + 5, from.y + 5);
    await convenor.mouse.down();
    await convenor.mouse.move(place.x + 20, place.y + 2, { steps: 8 });
    await convenor.mouse.up();
    await expect(convenor.getByRole('heading', { name: '2. Conditions de décaissement' })).toBeVisible();
    await convenor.reload();
    await expect(convenor.getByRole('heading', { name: '2. Conditions de décaissement' })).toBeVisible();
    await expectAccessible(convenor);
  });

  await test.step('its first item shows the decisions, its proposal what the plan says', async () => {
    await convenor.goto(dialogue);
    await expect(convenor.getByRole('link', { name: /^MDG\/\d{4}\/01\/D1$/ }).first()).toBeVisible();
    await expectAccessible(convenor);
    await convenor.getByRole('link', { name: 'Console' }).click();
    const title = 'Exécution budgétaire du premier semestre';
    await convenor.getByRole('button', { name: `Open: ${title}` }).click();
    await expect(convenor.getByRole('heading', { name: title, exact: true })).toBeVisible();
    await convenor.getByText('Put a proposal', { exact: true }).click();
    const parts = convenor.getByRole('combobox', { name: 'Passage or action of a plan that it is about' });
    await convenor.getByRole('button', { name: 'Quote a plan' }).click();
    await parts.selectOption(
      await parts.locator('optgroup[label$=": text"] option').first().getAttribute('value'),
    );
    await putProposal(convenor, 'This passage stays as it is.', 'Save as a draft');
    await expect(convenor.getByText('Unchanged in the plan since')).toHaveCount(1);
    await convenor.getByRole('button', { name: 'Quote a plan' }).click();
    await parts.selectOption(
      await parts.locator('optgroup[label$=": actions"] option').first().getAttribute('value'),
    );
    await putProposal(convenor, 'This action goes on.', 'Save as a draft');
    await expect(convenor.getByText('Unchanged in the plan since')).toHaveCount(2);
    await expectAccessible(convenor);
    await convenor.getByRole('button', { name: 'End the sitting' }).click();
    await expect(convenor.getByText('Ended').first()).toBeVisible();
  });

  await test.step('after the end an institution says that it was heard in part, and is answered', async () => {
    const finance = await as('budget', { ...phone, locale: 'fr-FR' });
    await finance.goto(dialogue);
    await finance.getByRole('link', { name: 'Répondre' }).click();
    await finance.getByRole('radio', { name: 'En partie' }).check();
    await finance.getByRole('textbox', { name: /^Ce qui n’a pas été entendu/ }).fill('Le calendrier');
    await finance.getByRole('button', { name: 'Envoyer' }).press('Enter');
    await expect(finance.getByText(/Votre institution a répondu/)).toBeVisible();
    await expectFrench(finance);
    await expectAccessible(finance);
    expect(
      await finance.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);

    await convenor.goto(`${dialogue}/feedback`);
    await convenor
      .getByRole('textbox', { name: /^What is done about it/ })
      .fill('The dates will be discussed in May.');
    await convenor
      .getByRole('button', { name: /^(Send|Reply)/ })
      .last()
      .click();
    await expectAccessible(convenor);
    await finance.reload();
    await expect(finance.getByText('The dates will be discussed in May.')).toBeVisible();
  });

  await test.step('participation counts it', async () => {
    await convenor.goto('/w/mdg/participation');
    const row = convenor.getByRole('row').filter({ hasText: 'Economy and Finance' });
    // It was heard in the dialogue that the demo holds, and in this one in part.
    await expect(row).toContainText('2 of 2');
    await expect(row).toContainText('75%');
    await row.getByRole('link').click();
    await expect(convenor.getByRole('heading', { level: 1 })).toContainText('Economy and Finance');
    await expect(convenor.getByRole('row')).toHaveCount(4);
    await expectAccessible(convenor);
  });
});

import type { Page } from '@playwright/test';
import { expectFrench } from './harness/french';
import { untilKept } from './harness/kept-page';
import { planPath } from './harness/pages';
import { expectSaved, openText, readText, startParagraph } from './harness/plan-text';
import { expect, test } from './harness/test';

// The offline page is an answer of 503.
test.use({ allowedErrors: [/status of 503/] });

test('edits made offline survive closing the browser, and merge on return, in French on a phone', async ({
  as,
}) => {
  const [ours, theirs] = await Promise.all([
    as('budget', { viewport: { width: 360, height: 740 } }),
    as('socialProtection'),
  ]);
  const plan = await planPath(ours);
  const text = await openText(ours, plan);
  await untilKept(ours, plan);
  const context = ours.context();
  await context.setOffline(true);
  await startParagraph(ours, text);
  await ours.keyboard.type('Écrit dans l’avion');
  await expectAllKept(ours);
  await expectNoSideways(ours);
  await expectFrench(ours);
  await ours.close({ runBeforeUnload: false });

  const theirText = await openText(theirs, plan);
  await startParagraph(theirs, theirText);
  await theirs.keyboard.type('Écrit entre-temps au ministère');
  await expectSaved(theirs);

  const reopened = await context.newPage();
  await reopened.goto(plan);
  await expect(reopened.locator('.plan-text')).toContainText('Écrit dans l’avion');
  await expect(keptHere(reopened)).toBeVisible();
  await expectFrench(reopened);

  await context.setOffline(false);
  await expectSaved(reopened);
  await expect(theirText).toContainText('Écrit dans l’avion');
  await expect(reopened.locator('.plan-text')).toContainText('Écrit entre-temps au ministère');
  expect(await readText(reopened)).toBe(await readText(theirs));
  await expectFrench(reopened);
});

/** All that was typed is on the disk of this device, and the page says so. */
async function expectAllKept(page: Page): Promise<void> {
  const made = await page.evaluate(
    () => Object.entries(localStorage).find(([key]) => key.includes(':unsaved:'))?.[1],
  );
  await expect(
    page.getByText(new RegExp(`^Hors ligne\\s: ${made} modifications conservées`)).first(),
  ).toBeVisible();
}

test('the page says that edits are kept on the device once they are, in French', async ({ as }) => {
  const page = await as('budget');
  const plan = await planPath(page);
  const text = await openText(page, plan);
  await untilKept(page, plan);
  await page.context().setOffline(true);
  // A slow disk: whoever is to write waits for this.
  await page.evaluate(async () => {
    const name = (await indexedDB.databases())
      .map((one) => one.name ?? '')
      .find((one) => /^concord:/.test(one));
    const opening = indexedDB.open(name ?? '');
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const store = opening.result.transaction(['updates'], 'readwrite').objectStore('updates');
    const hold = () => {
      if (document.body.dataset.isHeld) store.count().onsuccess = hold;
    };
    document.body.dataset.isHeld = 'yes';
    hold();
  });
  await startParagraph(page, text);
  await page.keyboard.type('Pas encore');
  await expect(page.getByText('Enregistrement…').first()).toBeVisible();
  await expect(keptHere(page)).toHaveCount(0);
  await page.evaluate(() => delete document.body.dataset.isHeld);
  await expectAllKept(page);
  await page.context().setOffline(false);
  await expectSaved(page);
});

const keptHere = (page: Page) =>
  page.getByText(/^Hors ligne\s: \d+ modifications conservées sur cet appareil$/).first();

async function expectNoSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test('a page that is not kept says so in the person’s language, and names the plans that are', async ({
  as,
}) => {
  const page = await as('budget');
  const plan = await planPath(page);
  await page.request.post('/language', {
    form: { language: 'fr' },
    headers: { Origin: new URL(page.url()).origin },
  });
  await page.goto(plan);
  await untilKept(page, plan);
  const title = await page.locator('h1').textContent();
  await page.context().setOffline(true);
  await page.goto('/w/mdg/members').catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'Vous êtes hors ligne' })).toBeVisible();
  await page.getByRole('link', { name: title ?? '' }).click();
  await expect(page.locator('.plan-text')).toBeVisible();
  await page.context().setOffline(false);
});

test('offline, a link to a page that is not kept leads to words and not back to the plan', async ({ as }) => {
  const page = await as('budget');
  const plan = await planPath(page);
  await openText(page, plan);
  await untilKept(page, plan);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Membres' }).first().click();
  await expect(page.getByRole('heading', { name: 'Vous êtes hors ligne' })).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('link', { name: 'Réessayer' }).click();
  await expect(page.getByRole('heading', { name: 'Membres', level: 1 })).toBeVisible();
});

test('signing out with unsent edits asks first, then clears this device', async ({ as }) => {
  const page = await as('worldBank', { storageState: undefined });
  const plan = await planPath(page);
  const text = await openText(page, plan);
  await untilKept(page, plan);
  await page.context().setOffline(true);
  await startParagraph(page, text);
  await page.keyboard.type('x');
  await expect(page.getByText(/^Offline: \d+ edits? kept on this device$/).first()).toBeVisible();
  await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form[action="/sign-out"]');
    form?.requestSubmit();
  });
  const dialog = page.getByRole('alertdialog', { name: 'Sign out and lose what was not sent?' });
  await expect(dialog).toContainText(/\d entr(y|ies) on this device/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(text).toContainText('x');
  await page.context().setOffline(false);
  await expectSaved(page);
});

test('when the browser lost part of its copy, the person is told, and the rest is saved', async ({ as }) => {
  const page = await as('planning');
  const plan = await planPath(page);
  const text = await openText(page, plan);
  await untilKept(page, plan);
  const context = page.context();
  await context.setOffline(true);
  const before = await keptRows(page);
  await startParagraph(page, text);
  await page.keyboard.type('Lost');
  await expect.poll(async () => (await keptRows(page)).length).toBeGreaterThan(before.length + 1);
  const [firstNew] = (await keptRows(page)).filter((row) => !before.includes(row));
  await page.evaluate(withKeptRows, firstNew);
  await page.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const reopened = await context.newPage();
  const reopenedText = await openText(reopened, plan);
  const notice = reopened.getByRole('alert').filter({ hasText: 'Some edits made on this device were lost' });
  await expect(notice).toBeVisible();
  await startParagraph(reopened, reopenedText);
  await reopened.keyboard.type('Written after the loss');
  await expectSaved(reopened);
  await notice.getByRole('button', { name: 'Understood' }).click();
  await reopened.reload();
  await expect(reopenedText).toContainText('Written after the loss');
  await expectSaved(reopened);
  await expect(notice).toHaveCount(0);
});

function keptRows(page: Page): Promise<number[]> {
  return page.evaluate(withKeptRows, undefined);
}

/** The keys of the edits that this browser keeps of its one open plan, less the one to be lost. */
async function withKeptRows(lost: number | undefined): Promise<number[]> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const databases = await indexedDB.databases();
  const name = databases.map((database) => database.name ?? '').find((each) => each.startsWith('concord:'));
  const database = await settled(indexedDB.open(name ?? ''));
  const rows = database.transaction('updates', 'readwrite').objectStore('updates');
  if (lost !== undefined) await settled(rows.delete(lost));
  const keys = await settled(rows.getAllKeys());
  database.close();
  return keys as number[];
}

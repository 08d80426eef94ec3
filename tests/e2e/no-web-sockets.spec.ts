import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { planPath } from './harness/pages';
import { expectSaved, openText, readText, startParagraph } from './harness/plan-text';
import { expect, test } from './harness/test';

/** A firewall that answers the opening of a WebSocket with an error. */
async function refuseWebSockets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    class RefusedWebSocket extends EventTarget {
      static readonly OPEN = 1;
      readonly OPEN = 1;
      readyState = 0;
      onerror: ((event: Event) => void) | null = null;
      onclose: ((event: CloseEvent) => void) | null = null;
      constructor() {
        super();
        setTimeout(() => {
          this.readyState = 3;
          const closed = new CloseEvent('close', { code: 1006 });
          this.dispatchEvent(closed);
          this.onerror?.(new Event('error'));
          this.onclose?.(closed);
        });
      }
      send() {}
      close() {}
    }
    Object.assign(window, { WebSocket: RefusedWebSocket });
  });
}

/** A proxy that takes a WebSocket and holds back all that comes through it. */
async function holdBackWebSockets(page: Page): Promise<void> {
  await page.routeWebSocket(/\/sync\//, () => undefined);
}

const hint = (page: Page) =>
  page.getByRole('button', { name: /^(A slower way to the server|Liaison plus lente)$/ });

test('where WebSockets are refused two people write together all the same, and a hint says why it is slower', async ({
  as,
}) => {
  const [behind, free] = await Promise.all([
    as('planning', { viewport: { width: 360, height: 740 } }),
    as('budget'),
  ]);
  await refuseWebSockets(behind);
  const plan = await planPath(free);
  const theirText = await openText(behind, plan);
  const ourText = await openText(free, plan);
  await expect(hint(behind)).toBeVisible();
  await expect(hint(free)).toHaveCount(0);

  await startParagraph(behind, theirText);
  await behind.keyboard.type('Written behind a firewall.');
  await expectSaved(behind);
  await expect(ourText).toContainText('Written behind a firewall.');
  await startParagraph(free, ourText);
  await free.keyboard.type('And answered from outside.');
  await expect(theirText).toContainText('And answered from outside.');
  await expect.poll(() => readText(behind)).toBe(await readText(free));

  await hint(behind).click();
  await expect(behind.getByText(/as usual|comme d’habitude/)).toBeVisible();
  expect((await new AxeBuilder({ page: behind }).analyze()).violations).toEqual([]);
});

test('where WebSockets open and bring nothing, the page finds its way within seconds, and the next page at once', async ({
  as,
}) => {
  const page = await as('worldBank');
  await holdBackWebSockets(page);
  const plan = await planPath(page);
  const text = await openText(page, plan);
  await expect(hint(page)).toBeVisible();
  await page.reload();
  await expect(text).toBeVisible();
  await expect(hint(page)).toBeVisible({ timeout: 4_000 });
  await startParagraph(page, text);
  await page.keyboard.type('Kept over the other way.');
  await expectSaved(page);
});

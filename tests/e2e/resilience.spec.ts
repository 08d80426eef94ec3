import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { expectFrench } from './harness/french';
import { planPath } from './harness/pages';
import { expectSaved, openText, readText, startParagraph } from './harness/plan-text';
import { expect, test } from './harness/test';

test('what anyone saw before a power cut is there after it, in French', async ({ as, concord }) => {
  test.slow();
  const [ours, theirs] = await Promise.all([as('budget'), as('socialProtection')]);
  const plan = await planPath(ours);
  const ourText = await openText(ours, plan);
  await openText(theirs, plan);
  for (const round of [1, 2, 3]) {
    await startParagraph(ours, ourText);
    const sentence = `Tour ${round} : le courant se coupe pendant que cette phrase est saisie jusqu’au bout.`;
    const typing = ours.keyboard.type(sentence, { delay: 8 });
    await expect(theirs.locator('.plan-text')).toContainText(`Tour ${round} : le c`);
    await concord.kill();
    const seen = await readText(theirs);
    await typing;
    await concord.start();
    await expectSaved(ours);
    await expect(theirs.locator('.plan-text')).toContainText(`Tour ${round} : le courant se coupe`);
    const after = await readText(theirs);
    expect(holdsInOrder(after, seen), `round ${round}`).toBe(true);
    await expect(theirs.locator('.plan-text')).toContainText(sentence);
    expect(await readText(ours)).toBe(await readText(theirs));
    await expectFrench(ours);
  }
  const third = await as('ilo');
  await openText(third, plan);
  expect(await readText(third)).toBe(await readText(ours));
});

test('an observer changes nothing, by the page or by a hand-made client, in French', async ({ as }) => {
  const [observer, drafter] = await Promise.all([as('observer'), as('budget')]);
  const plan = await planPath(drafter);
  await openText(drafter, plan);
  const before = await readText(drafter);
  await observer.goto(plan);
  await expect(observer.getByText('Lecture seule', { exact: true })).toBeVisible();
  await expect(observer.getByRole('toolbar')).toHaveCount(0);
  await observer.locator('.plan-text > p').first().click();
  await observer.keyboard.type('Pas permis');
  await expectFrench(observer);
  const provider = await handMadeClient(observer, plan);
  provider.doc.getXmlFragment('narrative').insert(0, [new Y.XmlElement('paragraph')]);
  const text = new Y.XmlText('Écrit par qui ne peut que lire');
  (provider.doc.getXmlFragment('narrative').get(0) as Y.XmlElement).insert(0, [text]);
  // The server has read the frame once it has answered what was asked after it.
  await resync(provider);
  expect(await readText(drafter)).toBe(before);
  const fresh = await as('ilo');
  await openText(fresh, plan);
  expect(await readText(fresh)).toBe(before);
  provider.destroy();
});

test('another country’s convenor finds neither the pages nor the document', async ({ as }) => {
  const [foreigner, planning] = await Promise.all([as('burundi'), as('planning')]);
  const plan = await planPath(planning);
  const address = await socketAddress(planning, plan);
  for (const path of [plan, `${plan}/actions`, `${plan}.data`, '/w/mdg', '/w/mdg/members']) {
    expect((await foreigner.request.get(path)).status(), path).toBe(404);
  }
  const cookie = await cookieOf(foreigner);
  const socket = new WebSocket(address, { headers: { Cookie: cookie, Origin: originOf(address) } });
  const refusal = await new Promise<number | undefined>((resolve, reject) => {
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.once('open', () => reject(new Error('the socket was let in')));
    socket.once('error', () => undefined);
  });
  expect(refusal).toBe(404);
});

/** Whether every character of `part` is in `whole`, in order: people only added, so nothing seen may be missing. */
function holdsInOrder(whole: string, part: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The address of the document's socket, as the page itself opens it. */
async function socketAddress(page: Page, plan: string): Promise<string> {
  const opened = page.waitForEvent('websocket', (socket) => socket.url().includes('/sync/'));
  await page.goto(plan);
  return (await opened).url();
}

async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

function originOf(address: string): string {
  return new URL(address).origin.replace(/^ws/, 'http');
}

/** A stock client that knows nothing of what the page would refuse. */
async function handMadeClient(page: Page, plan: string): Promise<WebsocketProvider> {
  const address = new URL(await socketAddress(page, plan));
  const cookie = await cookieOf(page);
  class SignedIn extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { Cookie: cookie, Origin: originOf(address.href) } });
    }
  }
  const room = address.pathname.replace('/sync/', '');
  const provider = new WebsocketProvider(`${address.origin}/sync`, room, new Y.Doc(), {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  await untilSynced(provider);
  return provider;
}

async function untilSynced(provider: WebsocketProvider): Promise<void> {
  if (provider.synced) return;
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
}

/** Leaves and joins again, which ends with an answer to the newest state vector. */
async function resync(provider: WebsocketProvider): Promise<void> {
  provider.disconnect();
  provider.connect();
  await untilSynced(provider);
}

import { planPath } from './harness/pages';
import { expectSaved, openText, startParagraph } from './harness/plan-text';
import { expect, test } from './harness/test';

test('while the server has not answered, the page says that it is saving, and asks before it is closed', async ({
  as,
}) => {
  const [ours, theirs] = await Promise.all([as('planning'), as('worldBank')]);
  const held: (() => void)[] = [];
  let isSlow = false;
  // The network carries what is sent, and nothing comes back for a while.
  await ours.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (isSlow) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  const plan = await planPath(ours);
  const text = await openText(ours, plan);
  await openText(theirs, plan);
  await startParagraph(ours, text);
  await expectSaved(ours);
  isSlow = true;
  await ours.keyboard.type('Sent over a slow line.');
  await expect(theirs.locator('.plan-text')).toContainText('Sent over a slow line.');
  await expect(ours.getByText('Saving…', { exact: true })).toBeVisible();
  await expect(ours.getByText('Saved', { exact: true })).toHaveCount(0);
  const asked = ours.waitForEvent('dialog');
  const closing = ours.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  isSlow = false;
  for (const send of held) send();
  await expectSaved(ours);
});

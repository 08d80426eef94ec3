import { expect, test } from './harness/test';

// A sitting begins and the server is killed: on a server of its own.
test.use({
  serverOf: 'sitting-returns',
  allowedErrors: [/status of 502/],
});

test('a page that follows a sitting comes back by itself after a refusal, and after a power cut', async ({
  as,
  concord,
}) => {
  const convenor = await as('planning');
  await convenor.goto('/w/mdg/dialogues');
  await convenor.getByRole('link', { name: 'Ciblage des ménages et registre social' }).click();
  await expect(convenor.getByRole('link', { name: 'Console' })).toBeVisible();
  const dialogue = new URL(convenor.url()).pathname;
  await convenor.goto(`${dialogue}/console`);

  const bank = await as('worldBank');
  await bank.route('**/live', (route) => route.fulfill({ status: 502, body: 'restarting' }));
  const refused = bank.waitForResponse((answer) => answer.status() === 502);
  await bank.goto(`${dialogue}/take-part`);
  await refused;
  await bank.unroute('**/live');
  const opened = convenor.getByRole('button', { name: /^Open: / }).first();
  const title = (await opened.getAttribute('aria-label'))?.replace('Open: ', '') ?? '';
  await opened.click();
  await expect(bank.getByRole('heading', { name: title })).toBeVisible();

  await concord.kill();
  await concord.start();
  await convenor.reload();
  await convenor.getByRole('button', { name: `Close: ${title}` }).click();
  await expect(bank.getByRole('heading', { name: title })).toHaveCount(0);
});

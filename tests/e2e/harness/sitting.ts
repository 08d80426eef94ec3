import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './test';

export const phone = { viewport: { width: 360, height: 740 } };

/** Plans a dialogue of one item to which four institutions are invited; gives its address. */
export async function plan(convenor: Page): Promise<string> {
  await convenor.goto('/w/mdg/dialogues/new');
  await convenor.getByLabel('Title').fill('Contributions 2027');
  await convenor.getByLabel('Date', { exact: true }).fill('2026-12-10');
  await convenor.getByRole('button', { name: 'Plan this dialogue' }).click();
  await convenor.waitForURL('**/edit');
  for (const title of ['Ouverture', 'Sharing of costs']) {
    await convenor.getByRole('textbox', { name: 'Item', exact: true }).fill(title);
    await convenor.getByRole('button', { name: 'Add an item' }).click();
    await expect(convenor.getByRole('heading', { name: title })).toBeVisible();
  }
  // By keyboard, and the times follow.
  await convenor.getByRole('button', { name: 'Move “Sharing of costs” up' }).press('Enter');
  await expect(convenor.getByRole('heading', { name: '1. Sharing of costs' })).toBeVisible();
  for (const acronym of ['MSANP', 'MEF', 'BM', 'OIT'])
    await convenor.getByRole('checkbox', { name: new RegExp(`^${acronym} –`) }).check();
  await convenor.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(convenor.getByRole('button', { name: 'Take back the invitation of MEF' })).toBeVisible();
  await expectAccessible(convenor);
  return new URL(convenor.url()).pathname.replace(/\/edit$/, '');
}

/** Takes a position on the open proposal, from the page in a delegate's hand. */
export async function takePosition(page: Page, step: string, reason = ''): Promise<void> {
  const proposal = page.getByRole('article').last();
  await proposal.getByRole('radio', { name: step, exact: true }).check();
  await proposal.getByRole('textbox').fill(reason);
  await proposal.getByRole('button', { name: /Take this position|Prendre cette position/ }).click();
}

/** Puts a proposal from the console and opens it for positions. */
export async function putProposal(convenor: Page, text: string, submit: string): Promise<void> {
  // Of the amendment where one is begun: it comes first.
  await convenor.getByRole('textbox', { name: 'Text of the proposal' }).first().fill(text);
  await convenor.getByRole('button', { name: submit }).click();
  await convenor.getByRole('button', { name: 'Open for positions' }).click();
}

import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the text of a plan and waits until it is there to be written in. */
export async function openText(page: Page, plan: string): Promise<Locator> {
  await page.goto(plan);
  const text = page.locator('.plan-text[role=textbox]');
  await expect(text).toBeVisible();
  await expectSaved(page);
  return text;
}

/** Some of the demo's people read French. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^(Saved|Enregistré)$/)).toBeVisible();
}

/** The text without the carets of others. */
export function readText(page: Page): Promise<string> {
  return page.locator('.plan-text').evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.others-caret')) caret.remove();
    return [...copy.children].map((block) => block.textContent ?? '').join('\n');
  });
}

/** Begins a new paragraph at the end of the text, which those of others may come after who begin theirs meanwhile. */
export async function startParagraph(page: Page, text: Locator): Promise<void> {
  await text.focus();
  // A browser tells of a moved caret a moment later; a person does not press the next key before that.
  await expect(async () => {
    await page.keyboard.press('Control+End');
    expect((await placeOfCaret(text)).blocksAfter).toBe(0);
  }).toPass();
  const before = await placeOfCaret(text);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => {
      const now = await placeOfCaret(text);
      return now.blocks > before.blocks && now.isEmptyBlock;
    })
    .toBe(true);
}

/** How many blocks there are and come after the one with the caret, and whether nothing is written in that one. */
function placeOfCaret(
  text: Locator,
): Promise<{ blocks: number; blocksAfter: number; isEmptyBlock: boolean }> {
  return text.evaluate((element) => {
    const caret = getSelection()?.focusNode ?? null;
    const blocks = [...element.children];
    const own = blocks.findIndex((block) => block.contains(caret));
    const words = blocks[own]?.cloneNode(true) as HTMLElement | undefined;
    for (const label of words?.querySelectorAll('.others-caret') ?? []) label.remove();
    return {
      blocks: blocks.length,
      blocksAfter: own === -1 ? Number.NaN : blocks.length - 1 - own,
      isEmptyBlock: words?.textContent === '',
    };
  });
}

/** Pastes HTML as the clipboard would. */
export async function pasteHtml(text: Locator, html: string): Promise<void> {
  await text.evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

/** What a page sends that could change the document: updates, and answers with anything in them. */
export function watchWrites(page: Page): () => number {
  let writes = 0;
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const [type, step, ...rest] = typeof payload === 'string' ? [] : payload;
      const isEmptyAnswer = step === 1 && rest.join() === '2,0,0';
      if (type === 0 && (step === 2 || (step === 1 && !isEmptyAnswer))) writes += 1;
    });
  });
  return () => writes;
}

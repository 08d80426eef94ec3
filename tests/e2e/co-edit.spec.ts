import type { Page } from '@playwright/test';
import { planPath } from './harness/pages';
import type { PersonName } from './harness/people';
import { expectSaved, openText, readText, startParagraph } from './harness/plan-text';
import { expect, test } from './harness/test';

interface Institution {
  who: PersonName;
  acronym: string;
  sentence: string;
  rows: { title: string; amount: string; shown: string }[];
}

const institutions: Institution[] = [
  {
    who: 'planning',
    acronym: 'MSANP',
    sentence: 'Together: the ministry of health opens forty health centres a year.',
    rows: [
      { title: 'Together health one', amount: '11000', shown: '11,000' },
      { title: 'Together health two', amount: '12000', shown: '12,000' },
    ],
  },
  {
    who: 'ilo',
    acronym: 'OIT',
    sentence: 'Together: the office advises on the law and its decrees.',
    rows: [
      { title: 'Together law one', amount: '21000', shown: '21,000' },
      { title: 'Together law two', amount: '22000', shown: '22,000' },
    ],
  },
  {
    who: 'worldBank',
    acronym: 'BM',
    sentence: 'Together: the bank pays upon verified results.',
    rows: [
      { title: 'Together results one', amount: '31000', shown: '31,000' },
      { title: 'Together results two', amount: '32000', shown: '32,000' },
    ],
  },
];

const row = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: title }) });

async function writeSentence(page: Page, sentence: string): Promise<void> {
  await page.getByRole('link', { name: 'Text', exact: true }).click();
  const text = page.locator('.plan-text[role=textbox]');
  await expect(text).toBeVisible();
  await startParagraph(page, text);
  await page.keyboard.type(sentence, { delay: 10 });
}

/** The table of actions, narrowed to those of this test. */
async function openActions(page: Page): Promise<void> {
  if (page.url().includes('/actions')) return;
  await page.getByRole('link', { name: 'Actions', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search the actions' }).fill('Together');
  await expect(page).toHaveURL(/Together/);
}

/** Types a title and an amount into a new row, by the keys one would use. */
async function addRow(page: Page, { title, amount }: Institution['rows'][number]): Promise<void> {
  await openActions(page);
  await page.getByRole('button', { name: 'Add an action' }).click();
  await expect(page.getByRole('textbox', { name: 'Action', exact: true })).toBeFocused();
  await page.keyboard.type(title, { delay: 10 });
  await page.keyboard.press('Enter');
  await row(page, title).locator('[data-column="7"]').click();
  await page.keyboard.type(amount);
  await page.keyboard.press('Enter');
}

/** Goes on with a title that someone else has begun. */
async function appendToTitle(page: Page, title: string, words: string): Promise<void> {
  await row(page, title).locator('[data-column="1"]').click();
  await page.keyboard.press('F2');
  await page.keyboard.type(words, { delay: 10 });
  await page.keyboard.press('Enter');
}

/** The cells of some actions, without the marks of who else is there. */
function readRows(page: Page, titles: string[]): Promise<string[][]> {
  return Promise.all(
    titles.map((title) =>
      row(page, title)
        .getByRole('gridcell')
        .evaluateAll((cells) =>
          cells.map((cell) => {
            const copy = cell.cloneNode(true) as HTMLElement;
            for (const visitor of copy.querySelectorAll('.cell-visitor')) visitor.remove();
            return copy.textContent ?? '';
          }),
        ),
    ),
  );
}

/** The rows of the exported table that this test wrote. */
async function exportedRows(page: Page, plan: string): Promise<string[]> {
  const csv = await (await page.request.get(`${plan}/export?as=csv`)).text();
  return csv.split(/\r?\n/).filter((line) => line.includes('Together '));
}

function expectAllEqual(values: unknown[]): void {
  for (const value of values) expect(value).toEqual(values[0]);
}

test('three institutions edit the text and the table at once, and all see the same', async ({ as }) => {
  test.slow();
  const pages = await Promise.all(institutions.map(({ who }) => as(who)));
  const plan = await planPath(pages[0]!);
  for (const page of pages) await openText(page, plan);
  for (const [index, page] of pages.entries()) {
    const others = institutions.filter((_, other) => other !== index);
    const here = page.getByRole('list', { name: 'Also here now' });
    for (const { acronym } of others) await expect(here).toContainText(acronym);
  }

  // In turns one writes in the text while the other two fill the table.
  for (const turn of [0, 1, 2]) {
    await Promise.all(
      institutions.map(({ sentence, rows }, index) => {
        const page = pages[index]!;
        return turn === index
          ? writeSentence(page, sentence)
          : addRow(page, rows[(turn - index + 3) % 3 === 1 ? 0 : 1]!);
      }),
    );
  }
  for (const page of pages) await openActions(page);
  const begun = (index: number) => institutions[(index + 1) % 3]!.rows[0]!.title;
  for (const [index, page] of pages.entries()) await expect(row(page, begun(index))).toBeVisible();
  await Promise.all(pages.map((page, index) => appendToTitle(page, begun(index), ', agreed')));

  const expected = institutions.flatMap(({ rows: [one, two] }) => [
    { title: `${one!.title}, agreed`, shown: one!.shown },
    two!,
  ]);
  for (const page of pages) {
    for (const { title, shown } of expected) {
      await expect(row(page, title).getByRole('gridcell', { name: shown }).first()).toBeVisible();
    }
    await expectSaved(page);
  }
  const titles = expected.map(({ title }) => title);
  await expect(async () => {
    expectAllEqual(await Promise.all(pages.map((page) => readRows(page, titles))));
  }).toPass();
  const files = await Promise.all(pages.map((page) => exportedRows(page, plan)));
  expectAllEqual(files);
  expect(files[0]).toHaveLength(expected.length);
  for (const { title } of expected) expect(files[0]?.join('\n')).toContain(title);

  for (const page of pages) {
    await page.getByRole('link', { name: 'Text', exact: true }).click();
    for (const { sentence } of institutions) await expect(page.locator('.plan-text')).toContainText(sentence);
    await expectSaved(page);
  }
  expectAllEqual(await Promise.all(pages.map(readText)));
});

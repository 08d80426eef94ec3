import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { makeFormat } from '#app/i18n/make-format';
import type { ActionId } from '#domain/ids';
import { type Language, languages } from '#domain/languages';
import { parseAmount } from '#domain/money';
import { addAction, addLine, moneyOfLine, readPlan } from '#domain/plans';
import { makeFacts } from './action-facts';
import { type CellReading, exportText } from './cell-text';
import { yearColumns } from './columns';
import { copiedCell, readCopied, writeCopied } from './copied-cells';
import { InstitutionDirectory } from './institution-directory';
import { planPaste } from './paste';
import type { PlanContext } from './plan-context';
import { PlanEdits } from './plan-edits';
import { serialiseTsv } from './tsv';
import { writeCells } from './write-cells';

const years = [2026, 2027].map((year) => ({
  year,
  start: `${year}-01-01`,
  end: `${year}-12-31`,
  isInterim: false,
}));
const words = { codes: [], label: (code: string) => code, codeOf: () => null };
const columns = yearColumns(years, { extraHeaders: [], hasOtherYears: true });
const at = (key: string) => columns.findIndex((column) => column.key === key);
type Line = [year: string, amount: string, currency: string];

const contextIn = (language: Language): PlanContext => ({
  reading: { language, calendars: [] },
  currency: 'MGA',
  today: '2026-06-01',
  years,
  directory: new InstitutionDirectory([]),
  blocks: words,
  themes: words,
  reports: new Map(),
});

/** A plan in a language with one action, read by someone in another. */
function open(plan: Language, reader: Language, ...lines: Line[]) {
  const doc = new Y.Doc();
  const id = 'a' as ActionId;
  addAction(doc, { id, title: 'Former' });
  lines.forEach(([year, amount, currency], index) => {
    addLine(doc, id, 'costs', { id: String(index), year, amount, currency });
  });
  const context = contextIn(plan);
  const reading: CellReading = {
    context,
    facts: makeFacts(context),
    format: makeFormat(reader),
    numberOf: () => '',
    objectiveOf: () => undefined,
    gapWords: (gap, write) => write(gap),
    statusLabel: (status) => status,
  };
  return { id, doc, reading, action: () => readPlan(doc).actions[0]! };
}
type Opened = ReturnType<typeof open>;

function copy({ action, reading }: Opened, ...keys: string[]): string {
  return writeCopied([keys.map((key) => copiedCell(action(), columns[at(key)]!, reading))]);
}

function paste({ doc, id, reading: { context } }: Opened, copied: string, key: string): void {
  const range = { top: 0, bottom: 0, first: at(key), last: at(key) };
  const rows = readCopied(copied, context.reading) ?? [];
  const { cells } = planPaste({ rows, range, columns, isAction: [true] });
  const target = { edits: new PlanEdits(doc, {}), context, objectives: [] };
  writeCells(
    target,
    cells.map(({ column, text }) => ({ actionId: id, column: columns[column]!, text })),
  );
}

const costs = ({ action, reading }: Opened) =>
  action().costs.map((line) => {
    const money = moneyOfLine(line, reading.context.reading);
    return money.state === 'read' ? `${line.year} ${money.amount} ${money.currency}` : line.amount;
  });

describe('amounts copied and pasted', () => {
  it('stay the same, whatever the languages of the plans and of the reader', () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** 12n });
    const language = fc.constantFrom(...languages);
    fc.assert(
      fc.property(
        digits,
        fc.nat({ max: 4 }),
        language,
        language,
        language,
        (value, places, from, to, reader) => {
          const text = String(value).padStart(places + 1, '0');
          const amount = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
          const typed = from === 'en' ? amount : amount.replace('.', ',');
          const source = open(from, reader, ['2026', typed, 'USD']);
          const target = open(to, reader);
          paste(target, copy(source, 'cost:2026'), 'cost:2027');
          expect(costs(target)).toEqual([`2027 ${amount} USD`]);
        },
      ),
      { seed: 20261129, numRuns: 500 },
    );
  });

  it.each(languages)('are not a thousandth in a French plan that is read in %s', (reader) => {
    const plan = open('fr', reader, ['2026', '250000', 'MGA']);
    paste(plan, copy(plan, 'cost:2026'), 'cost:2027');
    expect(costs(plan)).toEqual(['2026 250000 MGA', '2027 250000 MGA']);
  });

  it.each(['total', 'gap', 'other_years'])('come out of a computed cell exactly too: %s', (key) => {
    const plan = open('fr', 'en', ['2031', '1234,125', 'USD']);
    paste(plan, copy(plan, key), 'cost:2027');
    expect(costs(plan)).toEqual(['2031 1234.125 USD', '2027 1234.125 USD']);
  });

  it('keep their own currencies where a row has several', () => {
    const plan = open('fr', 'fr', ['2026', '5', 'USD'], ['2027', '7 000', 'MGA']);
    const other = open('en', 'fr', ['2027', '1', 'EUR']);
    paste(other, copy(plan, 'cost:2026', 'cost:2027', 'other_years', 'currency'), 'cost:2026');
    expect(costs(other).sort()).toEqual(['2026 5 USD', '2027 7000 MGA']);
  });

  it('are read in their own language also where their currency is missing', () => {
    const plan = open('en', 'en', ['2026', '1,234', '']);
    const other = open('fr', 'en');
    paste(other, copy(plan, 'cost:2026'), 'cost:2026');
    expect(costs(other)).toEqual(['2026 1234 MGA']);
  });

  it('stay as they were typed where they do not read, and clear where there are none', () => {
    const plan = open('fr', 'en', ['2026', 'à préciser', 'MGA']);
    paste(plan, copy(plan, 'cost:2026'), 'cost:2027');
    expect(costs(plan)).toEqual(['à préciser', 'à préciser']);
    const empty = open('fr', 'en');
    paste(plan, copy(empty, 'cost:2026'), 'cost:2027');
    expect(costs(plan)).toEqual(['à préciser']);
  });
});

it('a spreadsheet gets an amount as a plain number, with the reader’s decimal mark', () => {
  const text = (reader: Language) => {
    const { action, reading } = open('fr', reader, ['2026', '250 000,5', 'MGA']);
    return serialiseTsv([[exportText(action(), columns[at('cost:2026')]!, reading)]]);
  };
  expect(languages.map(text).sort()).toEqual(['250000,5', '250000,5', '250000.5']);
});

it('that number is read alike in every language, where it comes back as text alone', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10 ** 6 }),
      fc.nat({ max: 4 }),
      fc.constantFrom(...languages),
      (value, places, reader) => {
        const amount = (value / 10 ** places).toFixed(places);
        const { action, reading } = open('en', reader, ['2026', amount, 'MGA']);
        const text = exportText(action(), columns[at('cost:2026')]!, reading);
        for (const language of languages)
          expect(Number(parseAmount(text, language)?.amount)).toBe(Number(amount));
      },
    ),
    { seed: 20261130, numRuns: 500 },
  );
});

it('what other pages put on the clipboard by the same name is not taken', () => {
  const reading = contextIn('fr').reading;
  const strange = ['', 'x', '[]', '[[]]', '[[5]]', '{"a":1}', '[[{"amount":"-5","currency":"USD"}]]'];
  for (const data of [...strange, '[[{"amount":"1e9","currency":null}]]', '[["a"],"b"]'])
    expect(readCopied(data, reading), data).toBeNull();
});

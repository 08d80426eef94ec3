import { countryOf, readDate, readShares, readSignedAmount, themeOfWord } from './paste-values';
import { answerOf, certaintyOfWord, kindOfWord, type PasteField } from './paste-words';
import type { RowContext, RowProblem } from './read-rows';
import type { FactRecord, ShareRecord } from './types';

type Report = (problem: Omit<RowProblem, 'line'>) => void;
type Cells = (field: PasteField) => string;

/** One row: its fact, and the countries, sectors and themes that it names. */
export function readFactRow(
  cell: Cells,
  context: RowContext,
  report: Report,
): { fact: Omit<FactRecord, 'shares'>; shares: ShareRecord[] } {
  if (cell('title') === '') report({ field: 'title', code: 'missing', found: '' });
  const kind = kindOfWord(cell('kind'));
  if (!kind) report({ field: 'kind', code: cell('kind') ? 'unknown' : 'missing', found: cell('kind') });
  const certainty = certaintyOfWord(cell('certainty'));
  if (cell('certainty') && !certainty)
    report({ field: 'certainty', code: 'unknown', found: cell('certainty') });
  return {
    fact: {
      kind: kind ?? 'other',
      ...readMoney(cell, context, report),
      ...readDates(cell, report),
      providerId: null,
      receiverId: null,
      providerName: '',
      receiverName: '',
      certainty,
      instrument: null,
      isOnPlan: readAnswer('onPlan', cell, report),
      isOnBudget: readAnswer('onBudget', cell, report),
      isOnTreasury: readAnswer('onTreasury', cell, report),
      isRevised: false,
      note: cell('note'),
      details: {},
    },
    shares: readAllShares(cell, context, report),
  };
}

function readMoney(cell: Cells, context: RowContext, report: Report) {
  const amountText = cell('amount');
  const read = readSignedAmount(amountText, context.language);
  if (!read) report({ field: 'amount', code: amountText ? 'unread' : 'missing', found: amountText });
  const written = cell('currency').toUpperCase();
  if (written && !/^[A-Z]{3}$/.test(written))
    report({ field: 'currency', code: 'unknown', found: cell('currency') });
  const currency = written || read?.currency || context.currency;
  if (!currency) report({ field: 'currency', code: 'missing', found: '' });
  return { amount: read?.amount ?? null, amountText: read?.amount ?? amountText, currency };
}

/** The value date, where no column has it, is the day that the row is of: the first of its period. */
function readDates(cell: Cells, report: Report) {
  const read = (field: 'date' | 'start' | 'end' | 'valueDate') => {
    const text = cell(field);
    const date = text === '' ? null : readDate(text);
    if (text !== '' && !date) report({ field, code: 'unread', found: text });
    return date;
  };
  const [date, start, end, valueDate] = [read('date'), read('start'), read('end'), read('valueDate')];
  if (!date && !start && !cell('date') && !cell('start'))
    report({ field: 'date', code: 'missing', found: '' });
  const periodStart = start?.start ?? date?.start ?? null;
  const periodEnd = end?.end ?? start?.end ?? date?.end ?? null;
  if (periodStart && periodEnd && periodEnd < periodStart)
    report({ field: 'end', code: 'reversed', found: cell('end') });
  return { periodStart, periodEnd, valueDate: valueDate?.start ?? periodStart };
}

function readAnswer(field: 'onPlan' | 'onBudget' | 'onTreasury', cell: Cells, report: Report) {
  const answer = answerOf(cell(field));
  if (cell(field) && answer === null) report({ field, code: 'unknown', found: cell(field) });
  return answer;
}

function readAllShares(cell: Cells, { themeWords }: RowContext, report: Report): ShareRecord[] {
  const read = (field: 'country' | 'sector' | 'theme', codeOf: (name: string) => string | null) =>
    readShares(cell(field)).flatMap(({ name, percentage }): ShareRecord[] => {
      const code = codeOf(name);
      if (code) return [{ kind: field, vocabulary: '', code, percentage, details: {} }];
      report({ field, code: 'unknown', found: name });
      return [];
    });
  return [
    ...read('country', countryOf),
    ...read('sector', (name) => /^\d{5}/.exec(name)?.[0] ?? null),
    ...read('theme', (name) => themeOfWord(name, themeWords)),
  ];
}

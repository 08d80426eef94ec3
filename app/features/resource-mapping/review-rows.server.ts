import { makeFormat } from '#app/i18n/make-format';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import { pageOf } from '#domain/lists/page';
import { letterOf } from '#domain/plans/matrix';
import {
  type ChoiceColumn,
  type ComparedRow,
  type MappingColumn,
  type MappingWords,
  type RowState,
  rowStates,
} from '#domain/resource-mapping';
import type { MappingPreview } from '#server/features/resource-mapping';
import { mappingWords } from './words.server';

export interface ReviewedRow {
  row: number;
  state: RowState;
  partner: string;
  activity: string;
  amount: string;
  changes: { column: MappingColumn; before: string; after: string }[];
  errors: { column: MappingColumn | null; problem: string; text: string; cell: string }[];
}

const pageSize = 100;

/** The rows of a workbook that are looked at now, in words. */
export function reviewRows({
  preview,
  params,
  partners,
  language,
}: {
  preview: MappingPreview;
  params: URLSearchParams;
  partners: readonly InstitutionLabel[];
  language: Language;
}) {
  const asked = params.get('state');
  const state = rowStates.find((one) => one === asked) ?? null;
  const wanted = state ? preview.rows.filter((row) => row.state === state) : preview.rows;
  const page = pageOf(wanted, { page: Number(params.get('page') ?? 1), size: pageSize });
  const { money, decimal } = makeFormat(language);
  const say = wordsFor(mappingWords(language, partners), decimal);
  const names = new Map(partners.map(({ id, names: all }) => [id, institutionName(all, language)]));
  return {
    state,
    pageSize,
    ...page,
    rows: page.rows.map((row) => inWords(row, { say, names, places: preview.places, money })),
  };
}

type Say = (column: MappingColumn, value: string) => string;

/** Codes as their labels, amounts as the reader writes them; everything else as it is. */
function wordsFor({ choices }: MappingWords, decimal: (text: string) => string): Say {
  const labels = new Map<string, string>();
  for (const [column, list] of Object.entries(choices)) {
    for (const { code, label } of list) labels.set(`${column}/${code}`, label);
  }
  const one = (column: ChoiceColumn | MappingColumn, code: string) => labels.get(`${column}/${code}`) ?? code;
  return (column, value) => {
    if (column === 'amount') return decimal(value);
    if (!(column in choices)) return value;
    const labelled = value.split('; ').map((code) => one(column, code));
    return labelled.join('; ');
  };
}

function inWords(
  { row, state, values, changes, errors }: ComparedRow,
  {
    say,
    names,
    places,
    money,
  }: {
    say: Say;
    names: ReadonlyMap<string, string>;
    places: MappingPreview['places'];
    money: (amount: string, currency: string) => string;
  },
): ReviewedRow {
  return {
    row,
    state,
    partner: names.get(values.partner) ?? '',
    activity: values.activity,
    amount: values.amount && money(values.amount, values.currency),
    changes: state === 'changed' || state === 'new' ? changes.map((change) => sayChange(change, say)) : [],
    errors: errors.map((error) => ({
      ...error,
      cell: error.column ? `${letterOf(places[error.column] ?? 0)}${row}` : '',
    })),
  };
}

function sayChange({ column, before, after }: ReviewedRow['changes'][number], say: Say) {
  return { column, before: say(column, before), after: say(column, after) };
}

import type { Cell } from '../plans/matrix';
import { fold } from '../plans/matrix/table';
import { type ChoiceColumn, type MappingColumn, mappingColumns } from './columns';

export interface Choice {
  /** What is kept: an id or a code. */
  code: string;
  /** As it stands in the drop-down list. */
  label: string;
  /** Other words for it that are understood too. */
  others?: readonly string[];
}

/** A workbook's words in one language. */
export interface MappingWords {
  sheet: string;
  listsSheet: string;
  header: Record<MappingColumn, string>;
  hint: Record<MappingColumn, string>;
  choices: Record<ChoiceColumn, readonly Choice[]>;
  /** Said where a cell holds none of its list. */
  errorTitle: string;
  error: string;
}

/** The cell of the first column's header: which workbook it is, and when it was made. */
const markHeader = /^concord:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

export function headerMark(madeAt: string): string {
  return `concord:${madeAt}`;
}

export function readHeaderMark(cell: Cell | undefined): string | null {
  return markHeader.exec(String(cell ?? '').trim())?.[1] ?? null;
}

/** What words mean, whatever language they are in: null for nothing, 'ambiguous' for two things. */
export interface Lexicon {
  columnOf(header: string): MappingColumn | null;
  codeOf(column: ChoiceColumn, text: string): string | null | 'ambiguous';
}

/** A dictionary of all languages' words; a label comes before another word for something else. */
export function makeLexicon(languages: readonly MappingWords[]): Lexicon {
  const headers = new Map<string, MappingColumn>();
  const labels = new Map<string, string | 'ambiguous'>();
  const others = new Map<string, string | 'ambiguous'>();
  for (const words of languages) {
    for (const column of mappingColumns) headers.set(fold(words.header[column]), column);
    for (const [column, choices] of Object.entries(words.choices)) {
      for (const { code, label, others: more = [] } of choices) {
        note(labels, `${column}/${fold(label)}`, code);
        for (const word of [code, ...more]) note(others, `${column}/${fold(word)}`, code);
      }
    }
  }
  return {
    columnOf: (header) => headers.get(fold(header)) ?? null,
    codeOf: (column, text) => {
      const key = `${column}/${fold(text)}`;
      return labels.get(key) ?? others.get(key) ?? null;
    },
  };
}

function note(map: Map<string, string | 'ambiguous'>, key: string, code: string): void {
  const known = map.get(key);
  map.set(key, known === undefined || known === code ? code : 'ambiguous');
}

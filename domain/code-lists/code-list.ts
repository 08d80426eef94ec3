import { fallbackLanguage, type Language } from '../languages';
import { fold, matchesSearch } from '../lists/search';

export interface CodeEntry {
  code: string;
  /** As the list gives them: English always, French often. */
  names: Partial<Record<Language, string>>;
  /** The code of its category: "121" for sector 12110. */
  category: string | null;
  /** Not for new records; old ones keep it. */
  isWithdrawn: boolean;
}

export interface CodeList {
  entries: readonly CodeEntry[];
  find(code: string): CodeEntry | null;
  /** The name in the language, else in English; an unknown code stands for itself. */
  nameOf(code: string, language: Language): string;
  /**
   * The entries in which every word occurs, in the code, the name in the language or the English one: codes that
   * begin so first, then names that begin so. Withdrawn codes only when asked for.
   */
  search(wanted: { text: string; language: Language; withWithdrawn?: boolean }): CodeEntry[];
}

/** A list from its rows: code, en, fr, es, category, withdrawn, between tabs. */
export function makeCodeList(rows: string, intlType?: 'region' | 'currency'): CodeList {
  const entries = rows.split('\n').map(entryOf);
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const intlName = intlNames(intlType);
  const nameOf = (code: string, language: Language) => {
    const names = byCode.get(code)?.names;
    if (!names) return code;
    return names[language] ?? intlName(code, language) ?? names[fallbackLanguage] ?? code;
  };
  return {
    entries,
    find: (code) => byCode.get(code) ?? null,
    nameOf,
    search({ text, language, withWithdrawn = false }) {
      const wanted = fold(text).trim();
      const rankOf = ({ code }: CodeEntry) => {
        if (fold(code).startsWith(wanted)) return 0;
        return fold(nameOf(code, language)).startsWith(wanted) ? 1 : 2;
      };
      return entries
        .filter(({ isWithdrawn }) => withWithdrawn || !isWithdrawn)
        .filter(({ code, names }) => matchesSearch(text, [code, nameOf(code, language), names.en ?? null]))
        .map((entry) => ({ entry, rank: rankOf(entry) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ entry }) => entry);
    },
  };
}

function entryOf(row: string): CodeEntry {
  const [code = '', en, fr, es, category, withdrawn] = row.split('\t');
  const given = Object.entries({ en, fr, es }).filter(([, name]) => name);
  return {
    code,
    names: Object.fromEntries(given),
    category: category || null,
    isWithdrawn: Boolean(withdrawn),
  };
}

/** Names by Intl, whose tables are slow to open: once a language, not once a code. */
function intlNames(type?: 'region' | 'currency') {
  const opened = new Map<Language, Intl.DisplayNames>();
  return (code: string, language: Language): string | undefined => {
    if (!type) return undefined;
    const names = opened.get(language) ?? new Intl.DisplayNames(language, { type, fallback: 'none' });
    opened.set(language, names);
    return names.of(code);
  };
}

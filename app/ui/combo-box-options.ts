import type { InstitutionKind } from '#domain/institutions/kinds';

export interface ComboBoxOption {
  id: string;
  label: string;
  /** A second line, also searched: the full name behind an acronym. */
  note?: string;
  kind?: InstitutionKind;
}

/** The options in which every typed word occurs; accents and case do not matter. */
export function matchingOptions(
  options: readonly ComboBoxOption[],
  typed: string,
): readonly ComboBoxOption[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  return options.filter(({ label, note = '' }) => {
    const text = plain(`${label} ${note}`);
    return words.every((word) => text.includes(word));
  });
}

/** The option that the text names in full, by its label or its note. */
export function namedOption(options: readonly ComboBoxOption[], text: string): ComboBoxOption | undefined {
  const wanted = plain(text.trim());
  return options.find(({ label, note }) => plain(label) === wanted || (note && plain(note) === wanted));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

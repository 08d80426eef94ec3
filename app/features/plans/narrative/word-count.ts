import type { Language } from '#domain/languages';

/** How many words a text has, by the rules of its language ("aujourd’hui" is one, "50 %" is one). */
export function countWords(text: string, language: Language): number {
  let words = 0;
  for (const segment of segmenterOf(language).segment(text)) {
    if (segment.isWordLike) words += 1;
  }
  return words;
}

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

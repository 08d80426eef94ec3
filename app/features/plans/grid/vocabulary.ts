import { comparable } from './institution-directory';
import type { Vocabulary } from './plan-context';

/** A list of codes with their words: `translate(code)` gives them in every language, the reader's first. */
export function makeVocabulary(codes: readonly string[], translate: (code: string) => string[]): Vocabulary {
  const labels = new Map(codes.map((code) => [code, translate(code)[0] ?? code]));
  const codeByWords = new Map(
    codes.flatMap((code) => [code, ...translate(code)].map((words) => [comparable(words), code])),
  );
  return {
    codes,
    label: (code) => labels.get(code) ?? code,
    codeOf: (words) => codeByWords.get(comparable(words)) ?? null,
  };
}

import type { Language } from '#domain/languages';
import type { ListedProposal } from '#server/features/partners';
import { languageName, placeNames } from '../place-names.server';
import type { ValueNames } from './field-value';

/** The names of the places and languages that proposals speak of. */
export function namesIn(proposals: readonly ListedProposal[], language: Language): ValueNames {
  const sides = proposals.flatMap(({ before, changes, about }) => [before, changes, about ?? {}]);
  const texts = (field: string) =>
    sides.map((side) => side[field]).filter((value) => typeof value === 'string');
  const codes = [...new Set(texts('language'))];
  return {
    places: placeNames(['', ...texts('place'), ...texts('country')], language),
    languages: Object.fromEntries(codes.map((code) => [code, languageName(code, language)])),
  };
}

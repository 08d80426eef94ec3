import type { Language } from '../languages';
import type { InstitutionKind } from './kinds';

/** Names in the product's languages; a language without one is empty. */
export type InstitutionNames = Record<Language, string>;

/** What it takes to show an institution anywhere. */
export interface InstitutionLabel<Id extends string = string> {
  id: Id;
  kind: InstitutionKind;
  acronym: string;
  names: InstitutionNames;
}

/** The name in the reader's language, else in the first language that has one. */
export function institutionName(names: InstitutionNames, language: string): string {
  return names[language as Language] || names.en || names.fr || names.es;
}

/** The acronym where there is one, since it is what people say; else the name. */
export function institutionShortName(
  institution: { acronym: string; names: InstitutionNames },
  language: string,
): string {
  return institution.acronym || institutionName(institution.names, language);
}

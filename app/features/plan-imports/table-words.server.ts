import { serverI18n } from '#app/i18n/i18n.server';
import { type InstitutionLabel, institutionName, institutionShortName } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { TableWords } from '#domain/plans/matrix';

/** The words of an exported matrix in a language; the import knows them all. */
export function tableWords(language: Language, institutions: readonly InstitutionLabel[]): TableWords {
  const { t } = serverI18n(language);
  const names = new Map(institutions.map((one) => [one.id, tellingName(one, institutions, language)]));
  return {
    header: (field) => t(`import:header.${field}`),
    block: (code) => t(`plans:block.${code}`),
    theme: (code) => t(`plans:theme.${code}`),
    certainty: (code) => t(`import:certaintyWord.${code}`),
    institution: ({ institutionId, text }) => (institutionId && names.get(institutionId)) || text,
    cost: (year, currency) =>
      [t('import:header.cost'), year, currency && `(${currency})`].filter(Boolean).join(' '),
  };
}

/** The full name where several institutions share the short one, so that the import can tell them apart. */
function tellingName(one: InstitutionLabel, all: readonly InstitutionLabel[], language: Language): string {
  const short = institutionShortName(one, language);
  const isShared = all.some(
    (other) => other.id !== one.id && sameWord(institutionShortName(other, language), short),
  );
  return isShared ? institutionName(one.names, language) : short;
}

function sameWord(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

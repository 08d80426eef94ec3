import { serverI18n } from '#app/i18n/i18n.server';
import { countryOptions } from '#app/i18n/names.server';
import { factKinds } from '#domain/commitments/kinds';
import { type InstitutionLabel, institutionName } from '#domain/institutions/name';
import { type Language, languages } from '#domain/languages';
import { instruments } from '#domain/partners/kinds';
import { type MappingColumn, type MappingWords, mappingColumns } from '#domain/resource-mapping';
import { themes } from '#domain/themes';

interface Choice {
  code: string;
  label: string;
  others?: readonly string[];
}

/** A workbook's words in a language, with the partners to choose from. */
export function mappingWords(
  language: Language,
  partners: readonly InstitutionLabel[],
  otherCurrencies: readonly string[] = [],
): MappingWords {
  const { t } = serverI18n(language);
  const each = <Code extends string>(codes: readonly Code[], key: string): Choice[] =>
    codes.map((code) => ({ code, label: t(`${key}.${code}`) }));
  const byColumn = (key: string) =>
    Object.fromEntries(mappingColumns.map((column) => [column, t(`mapping:${key}.${column}`)])) as Record<
      MappingColumn,
      string
    >;
  const yesNo: Choice[] = [
    { code: 'yes', label: t('mapping:yes'), others: ['x', '1', 'true', 'vrai', 'verdadero'] },
    { code: 'no', label: t('mapping:no'), others: ['0', 'false', 'faux', 'falso'] },
  ];
  const currencies = [...new Set([...Intl.supportedValuesOf('currency'), ...otherCurrencies])].sort();
  return {
    sheet: t('mapping:sheet'),
    listsSheet: t('mapping:listsSheet'),
    header: byColumn('column'),
    hint: byColumn('hint'),
    errorTitle: t('mapping:notInList.title'),
    error: t('mapping:notInList.body'),
    choices: {
      partner: partnerChoices(partners, language),
      theme: each(themes, 'plans:theme'),
      country: countryOptions(language).map(({ value, label }) => ({ code: value, label })),
      instrument: each(instruments, 'mapping:instrument'),
      kind: each(factKinds, 'mapping:kind'),
      currency: currencies.map((code) => ({ code, label: code })),
      isOnPlan: yesNo,
      isOnBudget: yesNo,
      isOnTreasury: yesNo,
    },
  };
}

/** The same in every language, for reading a workbook whose words may be of any. */
export function allMappingWords(partners: readonly InstitutionLabel[]): MappingWords[] {
  return languages.map((language) => mappingWords(language, partners));
}

/** "World Health Organization (WHO)"; each part alone is understood too, where it names one partner only. */
function partnerChoices(partners: readonly InstitutionLabel[], language: Language): Choice[] {
  const { compare } = new Intl.Collator(language);
  return partners
    .map(({ id, acronym, names }) => {
      const name = institutionName(names, language);
      return {
        code: id,
        label: acronym && acronym !== name ? `${name} (${acronym})` : name,
        others: [name, acronym].filter(Boolean),
      };
    })
    .sort((a, b) => compare(a.label, b.label));
}

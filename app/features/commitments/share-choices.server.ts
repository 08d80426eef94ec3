import type { LoaderFunctionArgs } from '@remix-run/node';
import { serverI18n } from '#app/i18n/i18n.server';
import { readLanguage } from '#app/i18n/language.server';
import { countryOptions } from '#app/i18n/names.server';
import { loadCodeList } from '#domain/code-lists';
import type { Language } from '#domain/languages';
import { themes } from '#domain/themes';

/** The label is the line that stands for it in the form. */
export interface ShareChoice {
  id: string;
  label: string;
}

export type ShareChoices = Record<'country' | 'sector' | 'theme', readonly ShareChoice[]>;

/** What an activity can be shared out to, by kind, in the person's language. */
export async function readShareChoices(args: LoaderFunctionArgs): Promise<ShareChoices> {
  const language = await readLanguage(args);
  const t = serverI18n(language).getFixedT(null, 'plans');
  const sectors = await loadCodeList('sectors');
  return {
    country: countryOptions(language).map(({ value, label }) => ({ id: value, label })),
    sector: sectors.entries
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ code }) => ({ id: code, label: sectorLine(sectors, code, language) })),
    theme: themes.map((theme) => ({ id: theme, label: t(`theme.${theme}`) })),
  };
}

type Sectors = Awaited<ReturnType<typeof loadCodeList>>;

/** "12220 Basic health care": the code is what is read, the name is for the reader. */
export function sectorLine(sectors: Sectors, code: string, language: Language): string {
  if (!sectors.find(code)) return code;
  // What parts one share from the next stands in no name, nor what would read as a percentage.
  return `${code} ${sectors.nameOf(code, language).replace(/[;|]/g, ',').replaceAll('%', '')}`;
}

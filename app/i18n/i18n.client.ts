import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#domain/languages';
import { i18nOptions } from './options';

const catalogues: Record<Language, () => Promise<{ default: Record<string, object> }>> = {
  en: () => import('./catalogues/en'),
  fr: () => import('./catalogues/fr'),
  es: () => import('./catalogues/es'),
};

/** Prepares the browser's instance in the language that the server rendered; only that catalogue is fetched. */
export async function startI18n(): Promise<typeof i18next> {
  const language = document.documentElement.lang as Language;
  const { default: resources } = await catalogues[language]();
  await i18next.use(initReactI18next).init({
    ...i18nOptions,
    lng: language,
    ns: Object.keys(resources),
    resources: { [language]: resources },
  });
  return i18next;
}

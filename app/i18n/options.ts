import type { InitOptions } from 'i18next';
import { fallbackLanguage, languages } from '#domain/languages';

/** What server and browser share, so that both render the same words. */
export const i18nOptions = {
  supportedLngs: [...languages],
  fallbackLng: fallbackLanguage,
  defaultNS: 'common',
  interpolation: { escapeValue: false }, // React escapes.
  react: { useSuspense: false },
  returnNull: false,
} satisfies InitOptions;

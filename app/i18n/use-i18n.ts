import type { i18n as I18n } from 'i18next';
import { useContext } from 'react';
import { I18nContext } from 'react-i18next';

/**
 * The page's words without the machinery of useTranslation, for what a page shows hundreds of times. Words are loaded
 * before anything renders and a change of language loads the page anew, so there is nothing to wait or listen for.
 */
export function useI18n(): I18n {
  return useContext(I18nContext).i18n;
}

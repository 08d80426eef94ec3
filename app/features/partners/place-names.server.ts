import { serverI18n } from '#app/i18n/i18n.server';
import { countryName, countryOptions } from '#app/i18n/names.server';
import type { Language } from '#domain/languages';
import { isRegion, regions } from '#domain/partners/place';

/** Where a mandate holds, in words: a country, a region, or everywhere. */
export function placeName(place: string, language: Language): string {
  const t = serverI18n(language).getFixedT(null, 'partners');
  if (place === '') return t('place.everywhere');
  return isRegion(place) ? t(`region.${place}`) : (countryName(place, language) ?? place);
}

/** Names of the places that occur in some rows, for pages to look up. */
export function placeNames(places: readonly (string | null)[], language: Language): Record<string, string> {
  return Object.fromEntries(places.map((place) => [place ?? '', placeName(place ?? '', language)]));
}

export function placeOptions(language: Language) {
  const t = serverI18n(language).getFixedT(null, 'partners');
  const { compare } = new Intl.Collator(language);
  return {
    countries: countryOptions(language),
    regions: regions
      .map((code) => ({ value: code, label: t(`region.${code}`) }))
      .sort((a, b) => compare(a.label, b.label)),
  };
}

/** Languages in which documents about health and social protection are found. */
const documentLanguages = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'it',
  'ja',
  'mg',
  'pt',
  'rn',
  'ru',
  'rw',
  'sw',
  'zh',
];

export function languageOptions(language: Language) {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const { compare } = new Intl.Collator(language);
  return documentLanguages
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => compare(a.label, b.label));
}

export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}

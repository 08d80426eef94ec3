import { createCookie } from '@remix-run/node';
import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { RemixI18Next } from 'remix-i18next/server';
import { fallbackLanguage, type Language, languages } from '#domain/languages';
import en from './catalogues/en';
import es from './catalogues/es';
import fr from './catalogues/fr';
import { i18nOptions } from './options';

const resources = { en, fr, es };
const instances = new Map<Language, I18n>();

/** The one instance of a language on the server; made once, since making it costs more than rendering a page. */
export function serverI18n(language: Language): I18n {
  const known = instances.get(language);
  if (known) return known;
  const instance = createInstance();
  instance.use(initReactI18next);
  instance.init({ ...i18nOptions, lng: language, ns: Object.keys(en), resources, initImmediate: false });
  instances.set(language, instance);
  return instance;
}

export const languageCookie = createCookie('language', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: 365 * 24 * 60 * 60,
});

const detector = new RemixI18Next({
  detection: {
    supportedLanguages: [...languages],
    fallbackLanguage,
    cookie: languageCookie,
    order: ['cookie', 'header'],
  },
});

/** The visitor's language where no account says otherwise: their cookie, else their browser. */
export async function visitorLanguage(request: Request): Promise<Language> {
  return (await detector.getLocale(request)) as Language;
}

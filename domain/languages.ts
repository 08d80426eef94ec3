export const languages = ['en', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];
export const fallbackLanguage: Language = 'en';

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

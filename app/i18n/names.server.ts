import { countries } from '#domain/countries';
import type { Language } from '#domain/languages';

interface Option {
  value: string;
  label: string;
}

/** Named on the server only: browsers and servers know slightly different names. */
export function countryName(code: string | null, language: Language): string | null {
  if (code === null) return null;
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

export function countryOptions(language: Language): Option[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return sorted(
    countries.map((value) => ({ value, label: names.of(value) ?? value })),
    language,
  );
}

/** "BIF – franc burundais". */
export function currencyOptions(language: Language): Option[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const options = Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} – ${names.of(value)}`,
  }));
  return sorted(options, language);
}

function sorted(options: Option[], language: Language): Option[] {
  const { compare } = new Intl.Collator(language);
  return options.sort((a, b) => compare(a.label, b.label));
}

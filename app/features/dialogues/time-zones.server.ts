import type { SelectOption } from '#app/ui';
import { placeOfTimeZone } from '#domain/dialogues/local-time';

/** Every time zone that the server knows, by its place, so that typing its first letters finds it. */
export function timeZones(): SelectOption[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
    .map((value) => ({ value, label: labelOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

/** Antananarivo (Indian) */
function labelOf(timeZone: string): string {
  const [region = ''] = timeZone.split('/');
  return region === timeZone ? timeZone : `${placeOfTimeZone(timeZone)} (${region})`;
}

/** Where most of Concord's workspaces are; others choose from the list. */
const ofCountry: Record<string, string> = {
  BI: 'Africa/Bujumbura',
  BJ: 'Africa/Porto-Novo',
  CD: 'Africa/Kinshasa',
  CI: 'Africa/Abidjan',
  ET: 'Africa/Addis_Ababa',
  KE: 'Africa/Nairobi',
  MG: 'Indian/Antananarivo',
  RW: 'Africa/Kigali',
  SN: 'Africa/Dakar',
  TG: 'Africa/Lome',
  TZ: 'Africa/Dar_es_Salaam',
  UG: 'Africa/Kampala',
};

export function usualTimeZone(country: string | null): string {
  return ofCountry[country ?? ''] ?? 'UTC';
}

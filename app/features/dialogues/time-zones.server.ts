import type { SelectOption } from '#app/ui';
import type { Clock } from '#domain/clock';
import { localTimeAt, placeOfTimeZone } from '#domain/dialogues/local-time';

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

/** The day that it is in a country, "2026-03-12": what every view of a workspace calls today. */
export function todayIn(country: string | null, clock: Clock): string {
  return localTimeAt(clock.now().getTime(), usualTimeZone(country)).date;
}

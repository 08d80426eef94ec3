/** Every time zone that the server knows, by its IANA name. */
export function timeZones(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
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

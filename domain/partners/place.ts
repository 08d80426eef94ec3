/** Where a mandate holds: a country (two letters), a region of the DAC (digits), or everywhere (empty). */
export function placeOf({ country, region }: { country: string | null; region: string | null }): string {
  return country ?? region ?? '';
}

export function columnsOfPlace(place: string): { country: string | null; region: string | null } {
  if (place === '') return { country: null, region: null };
  return isRegion(place) ? { country: null, region: place } : { country: place, region: null };
}

export function isRegion(place: string): boolean {
  return /^\d+$/.test(place);
}

/** Codes of the DAC's list of regions that are in use; a test compares them with the list. */
export const regions = [
  '88',
  '89',
  '189',
  '289',
  '298',
  '389',
  '489',
  '498',
  '589',
  '619',
  '679',
  '689',
  '789',
  '798',
  '889',
  '998',
  '1027',
  '1028',
  '1029',
  '1030',
  '1031',
  '1032',
  '1033',
  '1034',
  '1035',
] as const;

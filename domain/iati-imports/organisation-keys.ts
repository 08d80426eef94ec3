import { fold } from '../lists/search';
import type { OrganisationRef } from '../partners/iati';

/** By what an organisation of a file is remembered: its reference as published, else its name. '' for neither. */
export function organisationKey({ ref, names }: Pick<OrganisationRef, 'ref' | 'names'>): string {
  if (ref) return ref;
  const name = names[0]?.text;
  return name ? `name:${foldName(name)}` : '';
}

/** Publishers write one reference with other capitals, spaces and leading zeros: "XM-DAC-0918-3", "xm-dac-918-3". */
export function normaliseRef(ref: string): string {
  return ref
    .toUpperCase()
    .replace(/\s+/g, '')
    .split('-')
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join('-');
}

export function foldName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

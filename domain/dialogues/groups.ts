import { exhaustive } from '../exhaustive';
import type { InstitutionKind } from '../institutions/kinds';

/** The benches of a dialogue, by which quorums and thresholds may be counted. */
export const dialogueGroups = [
  'government',
  'social_partners',
  'development_partners',
  'civil_society',
  'other',
] as const;
export type DialogueGroup = (typeof dialogueGroups)[number];

/** Where an institution sits unless the convenor says otherwise. One without a country is international. */
export function usualGroup({
  kind,
  country,
}: {
  kind: InstitutionKind;
  country: string | null;
}): DialogueGroup {
  switch (kind) {
    case 'ministry':
    case 'social_security':
      return 'government';
    case 'agency':
      return country === null ? 'development_partners' : 'government';
    case 'bank':
    case 'fund':
      return 'development_partners';
    case 'union':
    case 'employers':
      return 'social_partners';
    case 'ngo':
    case 'university':
      return 'civil_society';
    default:
      return exhaustive(kind);
  }
}

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

/** Where an institution sits unless the convenor says otherwise. What is not of the country, or of none, is a partner. */
export function usualGroup({
  kind,
  isOfCountry,
}: {
  kind: InstitutionKind;
  /** It is of the country whose workspace this is. */
  isOfCountry: boolean;
}): DialogueGroup {
  switch (kind) {
    case 'ministry':
    case 'social_security':
    case 'agency':
      return isOfCountry ? 'government' : 'development_partners';
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

import type { InstitutionIdentifier } from '#server/features/institutions';

/** As the form shows them and reads them again: one a line, the scheme first. */
export function identifiersText(identifiers: readonly InstitutionIdentifier[]): string {
  return identifiers.map(({ scheme, value }) => `${scheme} ${value}`).join('\n');
}

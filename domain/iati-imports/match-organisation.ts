import type { InstitutionId } from '../ids';
import type { OrganisationRef } from '../partners/iati';
import { foldName, normaliseRef, organisationKey } from './organisation-keys';

/** What the workspace knows its institutions by. */
export interface KnownOrganisations {
  /** What a person confirmed, by key. */
  confirmed: ReadonlyMap<string, InstitutionId>;
  identifiers: readonly { scheme: string; value: string; institutionId: InstitutionId }[];
  /** By folded name: those that a person entered as other names of a partner. */
  aliases: ReadonlyMap<string, InstitutionId>;
  /** Names of institutions, folded: near enough to propose, never to decide. */
  names: ReadonlyMap<string, InstitutionId>;
}

export interface OrganisationMatch {
  institutionId: InstitutionId | null;
  by: 'confirmed' | 'ref' | 'normalised' | 'alias' | null;
  /** Where nothing decides: which it may be. */
  proposed: InstitutionId | null;
}

/**
 * Exact reference, else normalised reference (leading zeros), else alias; what a person confirmed comes before all of
 * them. A name alone decides nothing: a person does.
 */
export function makeMatcher(known: KnownOrganisations) {
  const exact = new Map<string, InstitutionId>();
  const normalised = new Map<string, InstitutionId | null>();
  for (const { scheme, value, institutionId } of known.identifiers) {
    // Under "IATI" stands a reference that names no agency; and some were entered whole.
    const isWhole = scheme === 'IATI' || value.startsWith(`${scheme}-`);
    for (const ref of isWhole ? [value] : [`${scheme}-${value}`]) {
      exact.set(ref, institutionId);
      const key = normaliseRef(ref);
      const other = normalised.get(key);
      // Two institutions that differ in leading zeros alone: neither is taken.
      normalised.set(key, other === undefined || other === institutionId ? institutionId : null);
    }
  }

  return function match(organisation: Pick<OrganisationRef, 'ref' | 'names'>): OrganisationMatch {
    const found = (institutionId: InstitutionId, by: OrganisationMatch['by']) => ({
      institutionId,
      by,
      proposed: null,
    });
    const { ref, names } = organisation;
    const confirmed = known.confirmed.get(organisationKey(organisation));
    if (confirmed) return found(confirmed, 'confirmed');
    const byRef = ref ? exact.get(ref) : undefined;
    if (byRef) return found(byRef, 'ref');
    const byNormalised = ref ? normalised.get(normaliseRef(ref)) : undefined;
    if (byNormalised) return found(byNormalised, 'normalised');
    const folded = names.map(({ text }) => foldName(text));
    for (const name of folded) {
      const byAlias = known.aliases.get(name);
      if (byAlias) return found(byAlias, 'alias');
    }
    const proposed = folded.map((name) => known.names.get(name)).find(Boolean) ?? null;
    return { institutionId: null, by: null, proposed };
  };
}

export type MatchOrganisation = ReturnType<typeof makeMatcher>;

import type { DemoInstitution } from '#db/seed/types';
import type { AccountId, InstitutionId } from '#domain/ids';
import type { InstitutionFacts } from '../features/institutions';
import type { Foundation, Services } from '../services';

/** The one password of every demo sign-in; it is printed wherever the sign-ins are. */
export const password = 'concord-demo';

export type Context = Pick<Foundation, 'db' | 'clock'> & { services: Services };
/** By acronym. */
export type Institutions = Map<string, InstitutionId>;
/** By address: a person may be a member of both workspaces. */
export type Accounts = Map<string, AccountId>;

export function factsOf(institution: DemoInstitution): InstitutionFacts {
  const { acronym, kind, country, en, fr, es, identifiers = [] } = institution;
  return {
    acronym,
    kind,
    country,
    names: { en, fr, es },
    identifiers: identifiers.map(([scheme, value]) => ({ scheme, value })),
  };
}

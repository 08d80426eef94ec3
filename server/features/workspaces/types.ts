import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import type { Language } from '#domain/languages';
import type { ActingMembership, Actor } from '#domain/workspaces/actor';
import type { Mail } from '#server/mail';
import type { Accounts } from '../accounts';
import type { Events } from '../events';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
}

/** What the doors need through which new people come in. */
export interface DoorDependencies extends Dependencies {
  accounts: Pick<Accounts, 'prepareAccount' | 'createAccountIn' | 'limits'>;
  mail: Mail;
  publicUrl: string;
}

export interface Workspace {
  id: WorkspaceId;
  slug: string;
  name: string;
  country: string | null;
  currency: string;
  languages: Language[];
}

export interface MembershipWithInstitution extends ActingMembership {
  institution: InstitutionLabel<InstitutionId>;
}

/** A person in a workspace: for whom they act now, and for whom they could. */
export interface Standing {
  actor: Actor & { membership: ActingMembership };
  workspace: Workspace;
  membership: MembershipWithInstitution;
  /** Every institution the person may act for here, the oldest membership first. */
  memberships: MembershipWithInstitution[];
}

/** The author of what an actor does: their person and the institution that they act for. */
export function authorOf(actor: Actor) {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}

import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '../ids';
import type { Role } from './roles';

/** A person as they stand in one workspace: the membership they act under now. */
export interface ActingMembership {
  id: MembershipId;
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
  role: Role;
  /** May invite colleagues of its own institution. */
  canInvite: boolean;
}

/** Who asks. `membership` is the one acted under in the workspace at hand, or null outside of any. */
export interface Actor {
  accountId: AccountId;
  isAdministrator: boolean;
  membership: ActingMembership | null;
}

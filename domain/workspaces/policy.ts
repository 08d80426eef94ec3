import type { AccountId, InstitutionId, WorkspaceId } from '../ids';
import type { Actor } from './actor';
import { isAbove, type Role } from './roles';

interface InWorkspace {
  workspaceId: WorkspaceId;
}

interface Invitation extends InWorkspace {
  institutionId: InstitutionId;
  /** Without it the question is whether anyone at all may be invited for the institution. */
  role?: Role;
}

export function isMember(actor: Actor, { workspaceId }: InWorkspace): boolean {
  return actor.membership?.workspaceId === workspaceId;
}

export function isConvenor(actor: Actor, subject: InWorkspace): boolean {
  return isMember(actor, subject) && actor.membership?.role === 'convenor';
}

/** A colleague is invited to the same institution, in a role not above one's own, and never as convenor. */
function mayInviteColleague(actor: Actor, subject: Invitation): boolean {
  const own = actor.membership;
  if (!own?.canInvite || !isMember(actor, subject)) return false;
  if (own.institutionId !== subject.institutionId) return false;
  return subject.role === undefined || (subject.role !== 'convenor' && !isAbove(subject.role, own.role));
}

export const workspacePolicy = {
  'workspace.create': (actor: Actor, _subject: object) => actor.isAdministrator,
  /** The administrator sees that workspaces exist and who convenes them, not what is in them. */
  'workspace.administer': (actor: Actor, _subject: object) => actor.isAdministrator,
  'workspace.see': isMember,
  'workspace.edit': isConvenor,
  'institution.invite': isConvenor,
  /** Convenors invite anyone; a member with the right invites colleagues of its own institution only. */
  'member.invite': (actor: Actor, subject: Invitation) =>
    isConvenor(actor, subject) || mayInviteColleague(actor, subject),
  'member.change': isConvenor,
  /** Convenors end any membership; anyone may leave. */
  'member.remove': (actor: Actor, subject: InWorkspace & { accountId: AccountId }) =>
    isConvenor(actor, subject) || (isMember(actor, subject) && actor.accountId === subject.accountId),
};

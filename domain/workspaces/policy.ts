import type { InstitutionId, WorkspaceId } from '../ids';
import type { Actor } from './actor';

interface InWorkspace {
  workspaceId: WorkspaceId;
}

interface InInstitution extends InWorkspace {
  institutionId: InstitutionId;
}

export function isMember(actor: Actor, { workspaceId }: InWorkspace): boolean {
  return actor.membership?.workspaceId === workspaceId;
}

export function isConvenor(actor: Actor, subject: InWorkspace): boolean {
  return isMember(actor, subject) && actor.membership?.role === 'convenor';
}

function isColleagueWithRight(actor: Actor, subject: InInstitution): boolean {
  return (
    isMember(actor, subject) &&
    actor.membership?.canInvite === true &&
    actor.membership.institutionId === subject.institutionId
  );
}

export const workspacePolicy = {
  'workspace.create': (actor: Actor, _subject: object) => actor.isAdministrator,
  'workspace.see': isMember,
  'workspace.edit': isConvenor,
  'institution.invite': isConvenor,
  /** Convenors invite anyone; a member with the right invites colleagues of its own institution only. */
  'member.invite': (actor: Actor, subject: InInstitution) =>
    isConvenor(actor, subject) || isColleagueWithRight(actor, subject),
  'member.change': isConvenor,
  'member.remove': isConvenor,
};

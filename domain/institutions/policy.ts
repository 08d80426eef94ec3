import type { WorkspaceId } from '../ids';
import type { Actor } from '../workspaces/actor';

export const institutionPolicy = {
  /** An institution is kept by the convenors of the workspace that entered it, and by administrators. */
  'institution.edit': (actor: Actor, subject: { homeWorkspaceId: WorkspaceId | null }) =>
    actor.isAdministrator ||
    (subject.homeWorkspaceId !== null &&
      actor.membership?.workspaceId === subject.homeWorkspaceId &&
      actor.membership.role === 'convenor'),
};

import { invitationDoor } from './accept-invitation';
import { calendars } from './calendars';
import { invitationCommands } from './invitations';
import { invitationQueries } from './list-invitations';
import { memberQueries } from './list-members';
import { listWorkspaces } from './list-workspaces';
import { membershipCommands } from './memberships';
import { workspaceCommands } from './settings';
import { standingQueries } from './standing';
import type { DoorDependencies } from './types';
import { visits } from './visits';

export type { OpenInvitation } from './accept-invitation';
export type { PendingInvitation } from './list-invitations';
export type { ListedMember, MemberFilter } from './list-members';
export type { ListedWorkspace } from './list-workspaces';
export type { Delivery } from './send-invitation';
export type { NewWorkspace } from './settings';
export type { Standing } from './types';

/** Workspaces, who acts in them for whom, and how people come in. */
export function makeWorkspaces(dependencies: DoorDependencies) {
  const { db } = dependencies;
  return {
    ...standingQueries(db),
    ...workspaceCommands(dependencies),
    ...calendars(dependencies),
    ...memberQueries(db),
    ...membershipCommands(dependencies),
    ...invitationCommands(dependencies),
    ...invitationQueries(dependencies),
    ...invitationDoor(dependencies),
    ...visits(dependencies),
    listWorkspaces: listWorkspaces(db),
  };
}

export type Workspaces = ReturnType<typeof makeWorkspaces>;

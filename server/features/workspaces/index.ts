import { calendars } from './calendars';
import { memberQueries } from './list-members';
import { membershipCommands } from './memberships';
import { standingQueries } from './standing';
import type { Dependencies } from './types';

export type { FiscalCalendarVersion } from './calendars';
export { type ListedMember, type MemberFilter, memberSorts } from './list-members';
export type { MembershipWithInstitution, Standing, Workspace } from './types';

export function makeWorkspaces(dependencies: Dependencies) {
  return {
    ...standingQueries(dependencies.db),
    ...calendars(dependencies),
    ...memberQueries(dependencies.db),
    ...membershipCommands(dependencies),
  };
}

export type Workspaces = ReturnType<typeof makeWorkspaces>;

import type { Response } from 'express';
import type { ApiScope } from '#domain/api/scopes';
import type { WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { isAllowed, type TokenHolder } from '../authenticate';
import { Problem } from '../problem';
import type { Place, Resource } from '../resource';
import type { Dependencies } from '../types';

/** What one must be allowed in a workspace to read with a scope there. */
const rightOf = {
  'workspace:read': 'workspace.see',
  'plans:read': 'plan.see',
  'registry:read': 'registry.see',
  'activity:read': 'workspace.see',
} as const satisfies Record<ApiScope, string>;

/** Matches no row: what is read outside of any workspace is scoped to none. */
const nowhere = '' as WorkspaceId;

/**
 * Where a request reads, with the rights that the token's owner has there now. Throws `insufficient_scope`; throws
 * `not_found` alike for what does not exist and for what the owner is no member of, or the token does not reach.
 */
export async function findPlace(
  { db, workspaces }: Dependencies,
  resource: Resource,
  res: Response,
  named: string | undefined,
): Promise<Place> {
  const holder = res.locals.holder as TokenHolder;
  if (!isAllowed(holder, resource.scope)) throw new Problem('insufficient_scope');
  const all = await workspaces.listStandings(holder.person);
  const standings = all.filter(
    ({ workspace }) => holder.workspaceId === null || workspace.id === holder.workspaceId,
  );
  if (!resource.isInWorkspace) {
    return { db, standings, workspaceId: nowhere, actor: { ...holder.person, membership: null } };
  }
  const here = standings.find(({ workspace }) => workspace.id === named || workspace.slug === named);
  if (!here) throw new Problem('not_found');
  const workspaceId = here.workspace.id;
  authorise(here.actor, rightOf[resource.scope], { workspaceId });
  return { db, standings, workspaceId, actor: here.actor };
}

import { count, countDistinct, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { WorkspaceId } from '#domain/ids';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { Workspace } from './types';

export interface ListedWorkspace extends Workspace {
  createdAt: string;
  memberCount: number;
  institutionCount: number;
}

export function listWorkspaces(db: Db) {
  const { workspaces, memberships, workspaceInstitutions } = db.tables;

  /** Every workspace of the instance, for administrators: that it exists and its size, nothing of what is in it. */
  return async function list({
    actor,
    search,
    sort,
    page,
    size,
  }: {
    actor: Actor;
    search: string;
    sort: 'name' | 'created' | 'members';
    page: number;
    size: number;
  }): Promise<Page<ListedWorkspace>> {
    authorise(actor, 'workspace.administer', {});
    const [rows, members, institutions] = await Promise.all([
      db.read.select().from(workspaces),
      db.read
        .select({ id: memberships.workspaceId, n: countDistinct(memberships.accountId) })
        .from(memberships)
        .where(isNull(memberships.endedAt))
        .groupBy(memberships.workspaceId),
      db.read
        .select({ id: workspaceInstitutions.workspaceId, n: count() })
        .from(workspaceInstitutions)
        .groupBy(workspaceInstitutions.workspaceId),
    ]);
    const memberCounts = new Map<WorkspaceId, number>(members.map(({ id, n }) => [id, n]));
    const institutionCounts = new Map<WorkspaceId, number>(institutions.map(({ id, n }) => [id, n]));
    const order = {
      name: () => 0,
      created: (a: ListedWorkspace, b: ListedWorkspace) => b.createdAt.localeCompare(a.createdAt),
      members: (a: ListedWorkspace, b: ListedWorkspace) => b.memberCount - a.memberCount,
    }[sort];
    const listed = rows
      .map((row) => ({
        ...row,
        memberCount: memberCounts.get(row.id) ?? 0,
        institutionCount: institutionCounts.get(row.id) ?? 0,
      }))
      .filter((row) => matchesSearch(search, [row.name, row.slug]))
      .sort((a, b) => order(a, b) || a.name.localeCompare(b.name));
    return pageOf(listed, { page, size });
  };
}

import { count, countDistinct, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { WorkspaceId } from '#domain/ids';
import { orderOf, type Sort } from '#domain/lists/order';
import { type Page, pageOf } from '#domain/lists/page';
import { matchesSearch } from '#domain/lists/search';
import type { workspaceSorts } from '#domain/lists/sorts';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { Workspace } from './types';

export interface ListedWorkspace extends Workspace {
  createdAt: string;
  memberCount: number;
  institutionCount: number;
}

type Order = (a: ListedWorkspace, b: ListedWorkspace) => number;

const orders: Record<(typeof workspaceSorts)[number], Order> = {
  name: (a, b) => a.name.localeCompare(b.name),
  created: (a, b) => a.createdAt.localeCompare(b.createdAt),
  members: (a, b) => a.memberCount - b.memberCount,
};

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
    sort: Sort<(typeof workspaceSorts)[number]>;
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
    const listed = rows
      .map((row) => ({
        ...row,
        memberCount: memberCounts.get(row.id) ?? 0,
        institutionCount: institutionCounts.get(row.id) ?? 0,
      }))
      .filter((row) => matchesSearch(search, [row.name, row.slug]))
      .sort(orderOf(sort, orders, orders.name));
    return pageOf(listed, { page, size });
  };
}

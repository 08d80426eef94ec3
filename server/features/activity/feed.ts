import { and, desc, eq, gt, isNull, like, lt, ne, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/db';
import { collapse } from '#domain/activity/collapse';
import { type ActivityGroup, activityGroups } from '#domain/activity/groups';
import type { AccountId, EventId, InstitutionId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { type ActivityEntry, entryOf } from './entry';
import { resolveNames } from './names';
import { isTold } from './told';

export interface ActivityPage {
  entries: ActivityEntry[];
  /** Where the older events go on, or null at the end. */
  before: EventId | null;
}

export interface ActivityFilter {
  institutionId: InstitutionId | null;
  group: ActivityGroup | null;
  before: EventId | null;
  limit: number;
}

/** More than this since the last visit is told as "and more". */
const sinceLimit = 200;

export function activityFeed(db: Db) {
  const { events } = db.tables;

  /** What happened in the workspace, the newest first. */
  async function listActivity({
    actor,
    workspaceId,
    filter,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    filter: ActivityFilter;
  }): Promise<ActivityPage> {
    authorise(actor, 'workspace.see', { workspaceId });
    const rows = await select(
      and(
        eq(events.workspaceId, workspaceId),
        isTold(db.tables),
        filter.institutionId ? eq(events.institutionId, filter.institutionId) : undefined,
        filter.group ? isOfGroup(filter.group) : undefined,
        filter.before ? lt(events.id, filter.before) : undefined,
      ),
      filter.limit + 1,
    );
    const shown = rows.slice(0, filter.limit);
    const names = await resolveNames(db, shown);
    return {
      entries: collapse(shown).map((row) => entryOf(row, names)),
      before: rows.length > filter.limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  /**
   * What others did in the person's workspaces since their last visit to each, the newest first. Memberships are the
   * caller's to check: `since` holds the person's own workspaces only.
   */
  async function listSince({
    accountId,
    since,
    limit,
  }: {
    accountId: AccountId;
    since: ReadonlyMap<WorkspaceId, string>;
    limit: number;
  }): Promise<Map<WorkspaceId, { entries: ActivityEntry[]; isMore: boolean }>> {
    if (since.size === 0) return new Map();
    const places = [...since].map(([workspaceId, at]) =>
      and(eq(events.workspaceId, workspaceId), gt(events.at, at)),
    );
    const byOthers = or(isNull(events.accountId), ne(events.accountId, accountId));
    const rows = await select(and(or(...places), byOthers, isTold(db.tables)), sinceLimit);
    const names = await resolveNames(db, rows);
    return new Map(
      [...since.keys()].map((workspaceId) => {
        const here = collapse(rows.filter((row) => row.workspaceId === workspaceId));
        const entries = here.slice(0, limit).map((row) => entryOf(row, names));
        return [workspaceId, { entries, isMore: here.length > limit }];
      }),
    );
  }

  function select(where: SQL | undefined, limit: number) {
    return db.read.select().from(events).where(where).orderBy(desc(events.id)).limit(limit);
  }

  function isOfGroup(group: ActivityGroup): SQL | undefined {
    return or(...activityGroups[group].map((subject) => like(events.kind, `${subject}.%`)));
  }

  return { listActivity, listSince };
}

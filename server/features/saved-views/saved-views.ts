import { and, asc, eq, or } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { SavedViewId, WorkspaceId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import { viewLimits, viewQuery } from '#domain/saved-views/view-query';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import type { Events } from '../events';

interface OnList {
  actor: Actor;
  workspaceId: WorkspaceId;
  /** Which list: partners, mandates, commitments ... */
  list: string;
}

export interface SavedView {
  id: SavedViewId;
  name: string;
  /** The query part of the list's address, without "?". */
  query: string;
  isShared: boolean;
  mayRemove: boolean;
}

/** A list's filters and order under a name, for oneself or for everyone in the workspace. */
export function makeSavedViews({ db, clock, events }: { db: Db; clock: Clock; events: Events }) {
  const { savedViews } = db.tables;

  /** The same name again replaces one's own view. Throws `invalid_input` without a name and past the limit. */
  async function saveView({
    actor,
    workspaceId,
    list,
    name,
    query,
    isShared,
  }: OnList & { name: string; query: string; isShared: boolean }): Promise<void> {
    authorise(actor, isShared ? 'view.share' : 'view.save', { workspaceId });
    const trimmed = name.trim();
    if (trimmed === '' || trimmed.length > viewLimits.name)
      throw new DomainError({ code: 'invalid_input', details: { field: 'name' } });
    const { accountId } = actor;
    const mine = and(
      eq(savedViews.workspaceId, workspaceId),
      eq(savedViews.accountId, accountId),
      eq(savedViews.list, list),
    );
    await events.commit(authorOf(actor), async (tx, record) => {
      await tx.delete(savedViews).where(and(mine, eq(savedViews.name, trimmed)));
      if ((await tx.$count(savedViews, mine)) >= viewLimits.perPerson)
        throw new DomainError({ code: 'invalid_input', details: { problem: 'tooMany' } });
      const id = newId<SavedViewId>();
      const view = { list, name: trimmed, query: viewQuery(query), isShared };
      await tx.insert(savedViews).values({ id, workspaceId, accountId, ...view, createdAt: instant(clock) });
      await record({
        workspaceId,
        kind: 'saved_view.saved',
        subjectType: 'savedView',
        subjectId: id,
        after: view,
      });
    });
  }

  /** Throws `not_found` for another's own view, as if there were none. */
  async function removeView({
    actor,
    workspaceId,
    viewId,
  }: Omit<OnList, 'list'> & { viewId: SavedViewId }): Promise<void> {
    authorise(actor, 'workspace.see', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const [view] = await tx
        .select()
        .from(savedViews)
        .where(and(eq(savedViews.id, viewId), eq(savedViews.workspaceId, workspaceId)));
      if (!view || !isSeen(actor, view)) throw new DomainError({ code: 'not_found' });
      authorise(actor, 'view.remove', view);
      await tx.delete(savedViews).where(eq(savedViews.id, viewId));
      const { list, name, query, isShared } = view;
      await record({
        workspaceId,
        kind: 'saved_view.removed',
        subjectType: 'savedView',
        subjectId: viewId,
        before: { list, name, query, isShared },
      });
    });
  }

  /** One's own and the shared ones, by name. */
  async function listViews({ actor, workspaceId, list }: OnList): Promise<SavedView[]> {
    authorise(actor, 'workspace.see', { workspaceId });
    const rows = await db.read
      .select()
      .from(savedViews)
      .where(
        and(
          eq(savedViews.workspaceId, workspaceId),
          eq(savedViews.list, list),
          or(eq(savedViews.accountId, actor.accountId), eq(savedViews.isShared, true)),
        ),
      )
      .orderBy(asc(savedViews.name));
    return rows.map((row) => {
      const { id, name, query, isShared } = row;
      return { id, name, query, isShared, mayRemove: may(actor, 'view.remove', row) };
    });
  }

  return { saveView, removeView, listViews };
}

function isSeen(actor: Actor, view: { accountId: string; isShared: boolean }): boolean {
  return view.isShared || view.accountId === actor.accountId;
}

function authorOf(actor: Actor) {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}

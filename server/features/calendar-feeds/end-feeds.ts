import { and, eq, isNull } from 'drizzle-orm';
import type { AccountId, WorkspaceId } from '#domain/ids';
import type { Dependencies } from './types';

/**
 * Whoever leaves a workspace loses their feeds of it for good: coming back does not open an address again that went
 * about in the meantime. Until the rows are gone the door itself asks for the membership.
 */
export function endFeedsOfLeavers({ db, events, background }: Dependencies): void {
  const { calendarFeeds, memberships } = db.tables;

  events.subscribe(({ kind, workspaceId, after }) => {
    const accountId = after?.accountId as AccountId | undefined;
    if (kind !== 'membership.ended' || !workspaceId || !accountId) return;
    background.run('ending calendar feeds', () => endFeeds(accountId, workspaceId));
  });

  async function endFeeds(accountId: AccountId, workspaceId: WorkspaceId): Promise<void> {
    await db.transaction(async (tx) => {
      const remaining = await tx.$count(
        memberships,
        and(
          eq(memberships.accountId, accountId),
          eq(memberships.workspaceId, workspaceId),
          isNull(memberships.endedAt),
        ),
      );
      if (remaining > 0) return;
      await tx
        .delete(calendarFeeds)
        .where(and(eq(calendarFeeds.accountId, accountId), eq(calendarFeeds.workspaceId, workspaceId)));
    });
  }
}

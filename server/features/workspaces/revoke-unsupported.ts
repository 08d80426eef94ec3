import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { AccountId, WorkspaceId } from '#domain/ids';
import { may } from '#domain/policy';
import type { RecordEvent } from '../events';
import { isOpen, tellable } from './write-invitation';

/**
 * Revokes the open invitations that a person sent and could not send any more. Without it a link kept back would
 * let someone in again after their membership ended. What an administrator sent stands.
 */
export async function revokeUnsupported(
  { db, clock, tx, record }: { db: Db; clock: Clock; tx: Tx; record: RecordEvent },
  { accountId, workspaceId }: { accountId: AccountId; workspaceId: WorkspaceId },
): Promise<void> {
  const { invitations, memberships, accounts } = db.tables;
  const [account] = await tx
    .select({ isAdministrator: accounts.isAdministrator })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (account?.isAdministrator) return;
  const own = await tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.accountId, accountId),
        isNull(memberships.endedAt),
      ),
    );
  const open = await tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.invitedBy, accountId),
        isOpen(db, instant(clock)),
      ),
    );
  for (const invitation of open) {
    const isSupported = own.some((membership) =>
      may({ accountId, isAdministrator: false, membership }, 'member.invite', invitation),
    );
    if (isSupported) continue;
    await tx
      .update(invitations)
      .set({ revokedAt: instant(clock) })
      .where(eq(invitations.id, invitation.id));
    await record({
      workspaceId,
      kind: 'invitation.revoked',
      subjectType: 'invitation',
      subjectId: invitation.id,
      before: tellable(invitation),
    });
  }
}

import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { AccountId, InstitutionId, InvitationId, WorkspaceId } from '#domain/ids';
import type { Role } from '#domain/workspaces/roles';
import { newId } from '#server/new-id';
import { hashToken, newToken } from '../accounts';
import type { RecordEvent } from '../events';

const lifetimeMs = 14 * 24 * 60 * 60 * 1000;

export interface NewInvitation {
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
  role: Role;
  canInvite: boolean;
  /** Null: a link that whoever holds it may use once. */
  email: string | null;
}

/** What goes to the person invited. The token is known here only; the database holds its hash. */
export interface IssuedInvitation extends NewInvitation {
  id: InvitationId;
  token: string;
  expiresAt: string;
}

/** Events outlive people's wishes to be forgotten, so they never hold the address that was invited. */
export function tellable({ workspaceId, institutionId, role, canInvite, email }: NewInvitation) {
  return { workspaceId, institutionId, role, canInvite, isByEmail: email !== null };
}

/** Writes an invitation; an open one for the same address and institution gives way to it. */
export async function insertInvitation(
  { db, clock, tx, record }: { db: Db; clock: Clock; tx: Tx; record: RecordEvent },
  { invitedBy, ...invitation }: NewInvitation & { invitedBy: AccountId },
): Promise<IssuedInvitation> {
  const { invitations } = db.tables;
  if (invitation.email !== null) await supersede({ db, clock, tx }, invitation, invitation.email);
  const id = newId<InvitationId>();
  const fresh = freshToken(clock);
  await tx.insert(invitations).values({
    id,
    ...invitation,
    invitedBy,
    tokenHash: hashToken(fresh.token),
    createdAt: instant(clock),
    expiresAt: fresh.expiresAt,
  });
  await record({
    workspaceId: invitation.workspaceId,
    kind: 'invitation.created',
    subjectType: 'invitation',
    subjectId: id,
    after: tellable(invitation),
  });
  return { id, ...invitation, ...fresh };
}

async function supersede(
  { db, clock, tx }: { db: Db; clock: Clock; tx: Tx },
  { workspaceId, institutionId }: NewInvitation,
  email: string,
): Promise<void> {
  const { invitations } = db.tables;
  await tx
    .update(invitations)
    .set({ revokedAt: instant(clock) })
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        eq(invitations.institutionId, institutionId),
        eq(invitations.email, email),
        isOpen(db, instant(clock)),
      ),
    );
}

/** An invitation that can still be accepted. */
export function isOpen({ tables: { invitations } }: Db, now: string) {
  return and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));
}

export function freshToken(clock: Clock): { token: string; expiresAt: string } {
  return { token: newToken(), expiresAt: new Date(clock.now().getTime() + lifetimeMs).toISOString() };
}

import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { emailKeyOf } from '#domain/accounts/rules';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { InvitationId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { isConvenor } from '#domain/workspaces/policy';
import { hashToken } from '../accounts';
import { type Delivery, deliver } from './send-invitation';
import { authorOf, type DoorDependencies } from './types';
import { freshToken, insertInvitation, type NewInvitation, tellable } from './write-invitation';

export function invitationCommands(dependencies: DoorDependencies) {
  const { db, clock, events, accounts } = dependencies;
  const { invitations, workspaceInstitutions, memberships } = db.tables;

  /**
   * Invites someone to act for an institution of the workspace, by mail or by a link that is shown once. Only
   * convenors hand on the right to invite. Throws `already_member`, `rate_limited`.
   */
  async function invite({
    actor,
    ...wanted
  }: NewInvitation & { actor: Actor }): Promise<{ invitationId: InvitationId; delivery: Delivery }> {
    authoriseInvitation(actor, wanted);
    await accounts.limits.count('invitation', `send:${actor.accountId}`);
    const invitation = {
      ...wanted,
      email: wanted.email === null ? null : emailKeyOf(wanted.email),
      canInvite: wanted.canInvite && (isConvenor(actor, wanted) || actor.isAdministrator),
    };
    const issued = await events.commit(authorOf(actor), async (tx, record) => {
      await assertInWorkspace(tx, invitation);
      if (invitation.email !== null) await assertNotMember(tx, invitation, invitation.email);
      return insertInvitation({ db, clock, tx, record }, { ...invitation, invitedBy: actor.accountId });
    });
    const delivery = await deliver(dependencies, { invitation: issued, invitedBy: actor.accountId });
    return { invitationId: issued.id, delivery };
  }

  /** Sends an open invitation again, or makes a new link, for another fourteen days. The earlier link stops working. */
  async function renewInvitation({
    actor,
    workspaceId,
    invitationId,
  }: OnInvitation): Promise<{ delivery: Delivery }> {
    authorise(actor, 'workspace.see', { workspaceId });
    await accounts.limits.count('invitation', `send:${actor.accountId}`);
    const issued = await events.commit(authorOf(actor), async (tx, record) => {
      const invitation = await getPending(tx, { workspaceId, invitationId });
      authorise(actor, 'member.invite', invitation);
      const fresh = freshToken(clock);
      await tx
        .update(invitations)
        .set({ tokenHash: hashToken(fresh.token), expiresAt: fresh.expiresAt })
        .where(eq(invitations.id, invitationId));
      await record({
        workspaceId,
        kind: 'invitation.renewed',
        subjectType: 'invitation',
        subjectId: invitationId,
        after: tellable(invitation),
      });
      return { ...invitation, ...fresh };
    });
    return { delivery: await deliver(dependencies, { invitation: issued, invitedBy: actor.accountId }) };
  }

  /** Takes an invitation back: its link stops working at once. */
  async function revokeInvitation({ actor, workspaceId, invitationId }: OnInvitation): Promise<void> {
    authorise(actor, 'workspace.see', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const invitation = await getPending(tx, { workspaceId, invitationId });
      authorise(actor, 'member.invite', invitation);
      await tx
        .update(invitations)
        .set({ revokedAt: instant(clock) })
        .where(eq(invitations.id, invitationId));
      await record({
        workspaceId,
        kind: 'invitation.revoked',
        subjectType: 'invitation',
        subjectId: invitationId,
        before: tellable(invitation),
      });
    });
  }

  /** Neither accepted nor revoked; one that has only expired can be renewed. */
  async function getPending(tx: Tx, { workspaceId, invitationId }: Omit<OnInvitation, 'actor'>) {
    const [row] = await tx
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.id, invitationId),
          eq(invitations.workspaceId, workspaceId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
    return row;
  }

  async function assertInWorkspace(tx: Tx, { workspaceId, institutionId }: NewInvitation): Promise<void> {
    const [row] = await tx
      .select({ id: workspaceInstitutions.institutionId })
      .from(workspaceInstitutions)
      .where(
        and(
          eq(workspaceInstitutions.workspaceId, workspaceId),
          eq(workspaceInstitutions.institutionId, institutionId),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
  }

  async function assertNotMember(
    tx: Tx,
    { workspaceId, institutionId }: NewInvitation,
    email: string,
  ): Promise<void> {
    const [member] = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .innerJoin(db.tables.accounts, eq(db.tables.accounts.id, memberships.accountId))
      .where(
        and(
          eq(memberships.workspaceId, workspaceId),
          eq(memberships.institutionId, institutionId),
          eq(db.tables.accounts.emailKey, email),
          isNull(memberships.endedAt),
        ),
      );
    if (member) throw new DomainError({ code: 'already_member' });
  }

  return { invite, renewInvitation, revokeInvitation };
}

interface OnInvitation {
  actor: Actor;
  workspaceId: WorkspaceId;
  invitationId: InvitationId;
}

/** An administrator may appoint convenors anywhere, so that a workspace can be started, or found again. */
function authoriseInvitation(actor: Actor, wanted: NewInvitation): void {
  if (actor.isAdministrator && wanted.role === 'convenor') return;
  authorise(actor, 'member.invite', wanted);
}

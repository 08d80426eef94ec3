import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { InstitutionId, InvitationId, WorkspaceId } from '#domain/ids';
import type { InstitutionLabel } from '#domain/institutions/name';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { Role } from '#domain/workspaces/roles';
import { labelColumns, labelOf } from '../institutions';

export interface PendingInvitation {
  id: InvitationId;
  institution: InstitutionLabel<InstitutionId>;
  role: Role;
  /** Null: a link. */
  email: string | null;
  inviter: string;
  createdAt: string;
  expiresAt: string;
  /** It can be renewed. */
  isExpired: boolean;
}

export function invitationQueries({ db, clock }: { db: Db; clock: Clock }) {
  const { invitations, institutions, accounts } = db.tables;

  /** Invitations not yet taken up that the actor could have sent, the newest first. */
  async function listPendingInvitations({
    actor,
    workspaceId,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
  }): Promise<PendingInvitation[]> {
    authorise(actor, 'workspace.see', { workspaceId });
    const rows = await db.read
      .select({
        id: invitations.id,
        workspaceId: invitations.workspaceId,
        institutionId: invitations.institutionId,
        institution: labelColumns(db.tables),
        role: invitations.role,
        email: invitations.email,
        inviter: accounts.name,
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .innerJoin(institutions, eq(institutions.id, invitations.institutionId))
      .innerJoin(accounts, eq(accounts.id, invitations.invitedBy))
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .orderBy(desc(invitations.id));
    const now = instant(clock);
    return rows
      .filter((row) => may(actor, 'member.invite', row))
      .map(({ workspaceId: _w, institutionId: _i, institution, ...row }) => ({
        ...row,
        institution: labelOf(institution),
        isExpired: row.expiresAt <= now,
      }));
  }

  return { listPendingInvitations };
}

import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { MembershipId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { Role } from '#domain/workspaces/roles';
import { revokeUnsupported } from './revoke-unsupported';
import { authorOf, type Dependencies } from './types';
import { assertAnotherConvenor } from './write-membership';

interface OnMembership {
  actor: Actor;
  workspaceId: WorkspaceId;
  membershipId: MembershipId;
}

/** Listeners of `membership.*` and `acting.changed` check again what the person's open connections may do. */
export function membershipCommands(dependencies: Dependencies) {
  const { db, clock, events } = dependencies;
  const { memberships, actingChoices } = db.tables;

  /** Sets role and the right to invite. A workspace keeps a convenor. */
  async function changeMembership({
    actor,
    workspaceId,
    membershipId,
    role,
    canInvite,
  }: OnMembership & { role: Role; canInvite: boolean }): Promise<void> {
    authorise(actor, 'member.change', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await getActive(tx, { workspaceId, membershipId });
      if (before.role === role && before.canInvite === canInvite) return;
      if (before.role === 'convenor' && role !== 'convenor')
        await assertAnotherConvenor({ db, tx }, { workspaceId, membershipId });
      await tx.update(memberships).set({ role, canInvite }).where(eq(memberships.id, membershipId));
      await revokeUnsupported({ db, clock, tx, record }, before);
      const { accountId, institutionId } = before;
      await record({
        workspaceId,
        kind: 'membership.changed',
        subjectType: 'membership',
        subjectId: membershipId,
        before: { role: before.role, canInvite: before.canInvite },
        after: { membershipId, workspaceId, accountId, institutionId, role, canInvite },
      });
    });
  }

  /** Ends a membership, someone else's or one's own. What the person did stays attributed to it. */
  async function endMembership({ actor, workspaceId, membershipId }: OnMembership): Promise<void> {
    authorise(actor, 'workspace.see', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await getActive(tx, { workspaceId, membershipId });
      authorise(actor, 'member.remove', before);
      if (before.role === 'convenor') await assertAnotherConvenor({ db, tx }, { workspaceId, membershipId });
      await tx
        .update(memberships)
        .set({ endedAt: instant(clock) })
        .where(eq(memberships.id, membershipId));
      await tx.delete(actingChoices).where(eq(actingChoices.membershipId, membershipId));
      await revokeUnsupported({ db, clock, tx, record }, before);
      const { accountId, institutionId, role } = before;
      await record({
        workspaceId,
        kind: 'membership.ended',
        subjectType: 'membership',
        subjectId: membershipId,
        before: { role },
        after: { membershipId, workspaceId, accountId, institutionId },
      });
    });
  }

  /** Chooses for which institution the person acts in the workspace from now on. */
  async function actFor({ actor, workspaceId, membershipId }: OnMembership): Promise<void> {
    authorise(actor, 'workspace.see', { workspaceId });
    const { accountId } = actor;
    const before = actor.membership;
    await events.commit(authorOf(actor), async (tx, record) => {
      const chosen = await getActive(tx, { workspaceId, membershipId });
      if (chosen.accountId !== accountId) throw new DomainError({ code: 'not_found' });
      await tx
        .insert(actingChoices)
        .values({ accountId, workspaceId, membershipId })
        .onConflictDoUpdate({
          target: [actingChoices.accountId, actingChoices.workspaceId],
          set: { membershipId },
        });
      const { institutionId, role } = chosen;
      await record({
        workspaceId,
        kind: 'acting.changed',
        subjectType: 'membership',
        subjectId: membershipId,
        before: { membershipId: before?.id, institutionId: before?.institutionId },
        after: { membershipId, workspaceId, accountId, institutionId, role },
      });
    });
  }

  async function getActive(tx: Tx, { workspaceId, membershipId }: Omit<OnMembership, 'actor'>) {
    const [row] = await tx
      .select()
      .from(memberships)
      .where(
        and(
          eq(memberships.id, membershipId),
          eq(memberships.workspaceId, workspaceId),
          isNull(memberships.endedAt),
        ),
      );
    if (!row) throw new DomainError({ code: 'not_found' });
    return row;
  }

  return { changeMembership, endMembership, actFor };
}

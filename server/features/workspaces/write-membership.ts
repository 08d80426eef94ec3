import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { AccountId, InstitutionId, MembershipId, WorkspaceId } from '#domain/ids';
import type { Role } from '#domain/workspaces/roles';
import { newId } from '#server/new-id';
import type { RecordEvent } from '../events';

export interface NewMembership {
  workspaceId: WorkspaceId;
  institutionId: InstitutionId;
  accountId: AccountId;
  role: Role;
  canInvite: boolean;
}

/** Starts a membership, or starts an ended one anew. Throws `already_member` where one runs. */
export async function startMembership(
  { db, clock, tx, record }: { db: Db; clock: Clock; tx: Tx; record: RecordEvent },
  membership: NewMembership,
): Promise<MembershipId> {
  const { memberships } = db.tables;
  const { workspaceId, accountId, institutionId, role, canInvite } = membership;
  const [known] = await tx
    .select({ id: memberships.id, endedAt: memberships.endedAt })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.accountId, accountId),
        eq(memberships.institutionId, institutionId),
      ),
    );
  if (known && known.endedAt === null) throw new DomainError({ code: 'already_member' });
  const id = known?.id ?? newId<MembershipId>();
  if (known) {
    await tx.update(memberships).set({ role, canInvite, endedAt: null }).where(eq(memberships.id, id));
  } else {
    await tx.insert(memberships).values({ id, ...membership, createdAt: instant(clock) });
  }
  await record({
    workspaceId,
    kind: 'membership.created',
    subjectType: 'membership',
    subjectId: id,
    after: { membershipId: id, ...membership },
  });
  return id;
}

/** Throws `last_convenor` if no one else convenes the workspace. */
export async function assertAnotherConvenor(
  { db, tx }: { db: Db; tx: Tx },
  { workspaceId, membershipId }: { workspaceId: WorkspaceId; membershipId: MembershipId },
): Promise<void> {
  const { memberships } = db.tables;
  const convenors = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.role, 'convenor'),
        isNull(memberships.endedAt),
      ),
    );
  if (convenors.some(({ id }) => id !== membershipId)) return;
  throw new DomainError({ code: 'last_convenor' });
}

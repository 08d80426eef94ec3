import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import type { Clock } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { InstitutionId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import type { Events } from '../events';
import {
  assertNamed,
  type InstitutionFacts,
  insertInstitution,
  joinWorkspace,
  replaceIdentifiers,
  rowOf,
} from './write-institution';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
}

interface InWorkspace {
  actor: Actor;
  workspaceId: WorkspaceId;
}

export function institutionCommands({ db, clock, events }: Dependencies) {
  const { institutions, memberships, workspaceInstitutions } = db.tables;

  /** Enters an institution; with a workspace it becomes that workspace's and joins it, without it is an administrator's. */
  async function createInstitution({
    actor,
    workspaceId,
    facts,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId | null;
    facts: InstitutionFacts;
  }): Promise<{ institutionId: InstitutionId }> {
    if (workspaceId) authorise(actor, 'institution.invite', { workspaceId });
    else authorise(actor, 'institution.edit', { homeWorkspaceId: null });
    return events.commit(authorOf(actor), async (tx, record) => {
      const context = { db, clock, tx, record };
      const institutionId = await insertInstitution(context, { facts, homeWorkspaceId: workspaceId });
      if (workspaceId) await joinWorkspace(context, { workspaceId, institutionId });
      return { institutionId };
    });
  }

  /** Changes the facts, seen in every workspace; only the workspace that entered it, or an administrator, may. */
  async function editInstitution({
    actor,
    institutionId,
    facts,
  }: {
    actor: Actor;
    institutionId: InstitutionId;
    facts: InstitutionFacts;
  }): Promise<void> {
    assertNamed(facts);
    await events.commit(authorOf(actor), async (tx, record) => {
      const [before] = await tx.select().from(institutions).where(eq(institutions.id, institutionId));
      if (!before) throw new DomainError({ code: 'not_found' });
      authorise(actor, 'institution.edit', before);
      const after = rowOf(facts);
      await tx.update(institutions).set(after).where(eq(institutions.id, institutionId));
      await replaceIdentifiers({ db, tx }, institutionId, facts.identifiers);
      const { kind, country, nameEn, nameFr, nameEs, acronym } = before;
      await record({
        workspaceId: before.homeWorkspaceId,
        kind: 'institution.edited',
        subjectType: 'institution',
        subjectId: institutionId,
        before: { kind, country, nameEn, nameFr, nameEs, acronym },
        after: { ...after, identifiers: facts.identifiers },
      });
    });
  }

  /** Brings an institution that is already known into the workspace. */
  async function addToWorkspace({
    actor,
    workspaceId,
    institutionId,
  }: InWorkspace & { institutionId: InstitutionId }): Promise<void> {
    authorise(actor, 'institution.invite', { workspaceId });
    await events.commit(authorOf(actor), (tx, record) =>
      joinWorkspace({ db, clock, tx, record }, { workspaceId, institutionId }),
    );
  }

  /** Takes an institution out of the workspace; refused while anyone acts for it there or it is listed as a partner. */
  async function removeFromWorkspace({
    actor,
    workspaceId,
    institutionId,
  }: InWorkspace & { institutionId: InstitutionId }): Promise<void> {
    authorise(actor, 'institution.invite', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const memberCount = await countMembers(tx, { workspaceId, institutionId });
      if (memberCount > 0)
        throw new DomainError({ code: 'institution_has_members', details: { count: memberCount } });
      await assertNoPartner(tx, { workspaceId, institutionId });
      const removed = await tx
        .delete(workspaceInstitutions)
        .where(
          and(
            eq(workspaceInstitutions.workspaceId, workspaceId),
            eq(workspaceInstitutions.institutionId, institutionId),
          ),
        )
        .returning({ id: workspaceInstitutions.institutionId });
      if (removed.length === 0) throw new DomainError({ code: 'not_found' });
      await revokeInvitations(tx, { workspaceId, institutionId });
      await record({
        workspaceId,
        kind: 'institution.removed',
        subjectType: 'institution',
        subjectId: institutionId,
        before: { workspaceId, institutionId },
      });
    });
  }

  async function assertNoPartner(
    tx: Tx,
    { workspaceId, institutionId }: { workspaceId: WorkspaceId; institutionId: InstitutionId },
  ): Promise<void> {
    const { partnerProfiles: table } = db.tables;
    const isIt = and(eq(table.workspaceId, workspaceId), eq(table.institutionId, institutionId));
    if ((await tx.$count(table, isIt)) > 0) throw new DomainError({ code: 'institution_is_partner' });
  }

  async function countMembers(
    tx: Tx,
    { workspaceId, institutionId }: { workspaceId: WorkspaceId; institutionId: InstitutionId },
  ): Promise<number> {
    return tx.$count(
      memberships,
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.institutionId, institutionId),
        isNull(memberships.endedAt),
      ),
    );
  }

  /** What was offered in the name of an institution that is no longer here cannot be taken up. */
  async function revokeInvitations(
    tx: Tx,
    { workspaceId, institutionId }: { workspaceId: WorkspaceId; institutionId: InstitutionId },
  ): Promise<void> {
    const { invitations } = db.tables;
    await tx
      .update(invitations)
      .set({ revokedAt: clock.now().toISOString() })
      .where(
        and(
          eq(invitations.workspaceId, workspaceId),
          eq(invitations.institutionId, institutionId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      );
  }

  return { createInstitution, editInstitution, addToWorkspace, removeFromWorkspace };
}

function authorOf(actor: Actor) {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}

import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Workspaces } from '#server/features/workspaces';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestWorkspaces } from '#tests/factories/workspace-services';
import { buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

const filter = {
  search: '',
  institutionId: '',
  role: '',
  sort: { key: 'name', isDescending: false },
  page: 1,
  size: 50,
  language: 'en',
} as const;

describe.each(dialects)('memberships on %s', (dialect) => {
  let db: Db;
  let workspaces: Workspaces;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    ({ workspaces } = openTestWorkspaces(db));
  });
  afterEach(() => db.close());

  async function lastEvent() {
    const { events } = db.tables;
    const [event] = await db.read.select().from(events).orderBy(desc(events.id)).limit(1);
    return event;
  }

  it('gives a member their standing, and not_found alike to outsiders and for unknown addresses', async () => {
    const here = await buildWorkspace(db);
    const elsewhere = await buildWorkspace(db);
    const person = { accountId: here.convenor.accountId, isAdministrator: false };
    expect(await workspaces.findStanding({ ...person, slug: here.slug })).toMatchObject({
      actor: here.convenor.actor,
      workspace: { id: here.workspaceId, languages: ['fr', 'en'] },
      membership: { institution: { names: { en: 'Ministry of Public Health' } } },
    });
    for (const slug of [elsewhere.slug, 'nowhere']) {
      await expect(workspaces.findStanding({ ...person, slug })).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await workspaces.actorIn({ ...person, workspaceId: elsewhere.workspaceId })).toMatchObject({
      membership: null,
    });
    expect(await workspaces.listStandings(person)).toHaveLength(1);
  });

  it('acts for the institution chosen, and falls back to the oldest when that membership ends', async () => {
    const { workspaceId, slug, convenor } = await buildWorkspace(db);
    const first = await buildMember(db, { workspaceId, role: 'observer' });
    const second = await buildMember(db, { workspaceId, accountId: first.accountId, role: 'drafter' });
    const person = { accountId: first.accountId, isAdministrator: false };
    await workspaces.actFor({ actor: first.actor, workspaceId, membershipId: second.membershipId });
    expect(await lastEvent()).toMatchObject({
      kind: 'acting.changed',
      after: { accountId: first.accountId, workspaceId, institutionId: second.institutionId },
    });
    const chosen = await workspaces.findStanding({ ...person, slug });
    expect(chosen.membership.id).toBe(second.membershipId);
    expect(chosen.memberships.map(({ id }) => id)).toEqual([first.membershipId, second.membershipId]);

    await workspaces.endMembership({
      actor: convenor.actor,
      workspaceId,
      membershipId: second.membershipId,
    });
    expect((await workspaces.findStanding({ ...person, slug })).membership.id).toBe(first.membershipId);
  });

  it("never lets a person act under someone else's membership", async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const member = await buildMember(db, { workspaceId });
    await expect(
      workspaces.actFor({ actor: member.actor, workspaceId, membershipId: convenor.membershipId }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('changes role and right to invite, for convenors only', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const member = await buildMember(db, { workspaceId, role: 'observer' });
    const change = {
      workspaceId,
      membershipId: member.membershipId,
      role: 'drafter',
      canInvite: true,
    } as const;
    await expect(workspaces.changeMembership({ ...change, actor: member.actor })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await workspaces.changeMembership({ ...change, actor: convenor.actor });
    expect(await lastEvent()).toMatchObject({
      kind: 'membership.changed',
      workspaceId,
      before: { role: 'observer', canInvite: false },
      after: { accountId: member.accountId, workspaceId, role: 'drafter', canInvite: true },
    });
  });

  it("refuses another workspace's convenor and membership", async () => {
    const here = await buildWorkspace(db);
    const elsewhere = await buildWorkspace(db);
    const { workspaceId } = here;
    const change = { workspaceId, membershipId: here.convenor.membershipId };
    const stranger = elsewhere.convenor.actor;
    await expect(workspaces.endMembership({ ...change, actor: stranger })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      workspaces.endMembership({
        actor: here.convenor.actor,
        workspaceId,
        membershipId: elsewhere.convenor.membershipId,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(workspaces.listMembers({ actor: stranger, workspaceId, filter })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('keeps the last convenor, until there is another', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const { actor, membershipId } = convenor;
    const step = { actor, workspaceId, membershipId };
    const refusal = { code: 'last_convenor' };
    await expect(workspaces.endMembership(step)).rejects.toMatchObject(refusal);
    await expect(
      workspaces.changeMembership({ ...step, role: 'drafter', canInvite: true }),
    ).rejects.toMatchObject(refusal);
    await buildMember(db, { workspaceId, role: 'convenor' });
    await workspaces.endMembership(step);
    expect(await lastEvent()).toMatchObject({
      kind: 'membership.ended',
      after: { accountId: convenor.accountId, workspaceId },
    });
  });

  it('keeps one of two convenors who leave at the same moment', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const other = await buildMember(db, { workspaceId, role: 'convenor' });
    const outcomes = await Promise.allSettled(
      [convenor, other].map(({ actor, membershipId }) =>
        workspaces.endMembership({ actor, workspaceId, membershipId }),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('lets anyone leave, but end nobody else', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const member = await buildMember(db, { workspaceId });
    const { actor } = member;
    await expect(
      workspaces.endMembership({ actor, workspaceId, membershipId: convenor.membershipId }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await workspaces.endMembership({ actor, workspaceId, membershipId: member.membershipId });
    const { memberships } = db.tables;
    const [row] = await db.read.select().from(memberships).where(eq(memberships.id, member.membershipId));
    expect(row?.endedAt).toEqual(expect.any(String));
  });

  it('lists members by search, institution and role, and shows addresses to convenors and colleagues only', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const fund = await buildInstitution(db, { workspaceId, name: 'Caisse nationale', acronym: 'CNaPS' });
    const clerk = await buildMember(db, { workspaceId, institutionId: fund, name: 'Budget, Trésor' });
    await buildMember(db, { workspaceId, institutionId: fund, name: 'Accounts', role: 'observer' });
    const list = (actor: typeof clerk.actor, wanted: object) =>
      workspaces.listMembers({ actor, workspaceId, filter: { ...filter, ...wanted } });

    expect((await list(convenor.actor, {})).total).toBe(3);
    expect((await list(convenor.actor, { search: 'tresor cnaps' })).rows).toMatchObject([
      { name: 'Budget, Trésor', role: 'drafter', institution: { acronym: 'CNaPS' } },
    ]);
    expect((await list(convenor.actor, { institutionId: fund, role: 'observer' })).rows).toHaveLength(1);
    expect((await list(convenor.actor, { size: 2, page: 2 })).rows).toHaveLength(1);
    const seen = (await list(clerk.actor, {})).rows;
    expect(seen.filter(({ email }) => email !== null)).toHaveLength(2);
    expect(seen.find(({ role }) => role === 'convenor')?.email).toBeNull();
  });
});

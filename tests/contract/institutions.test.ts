import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { InstitutionFacts } from '#server/features/institutions';
import { buildAccount } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestWorkspaces } from '#tests/factories/workspace-services';
import { buildInstitution, buildMember, buildWorkspace, outsider } from '#tests/factories/workspaces';

const filter = {
  search: '',
  kind: '',
  sort: { key: 'name', isDescending: false },
  page: 1,
  size: 50,
  language: 'en',
} as const;
const ilo: InstitutionFacts = {
  kind: 'agency',
  country: null,
  names: { en: 'International Labour Organization', fr: 'Organisation internationale du Travail', es: '' },
  acronym: 'ILO',
  identifiers: [{ scheme: 'XM-DAC', value: '41302' }],
};

describe.each(dialects)('institutions on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestWorkspaces>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestWorkspaces(db);
  });
  afterEach(() => db.close());

  it('are entered by convenors and join the workspace', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const { institutionId } = await house.institutions.createInstitution({
      actor: convenor.actor,
      workspaceId,
      facts: ilo,
    });
    expect(await house.institutions.findInstitution(workspaceId, institutionId)).toMatchObject({
      acronym: 'ILO',
      kind: 'agency',
      homeWorkspaceId: workspaceId,
      identifiers: ilo.identifiers,
      memberCount: 0,
    });
    expect(house.recorded.map(({ kind }) => kind)).toEqual(['institution.created', 'institution.added']);
  });

  it('are shared: another workspace adds the known one, and cannot change it', async () => {
    const home = await buildWorkspace(db);
    const guest = await buildWorkspace(db);
    const { actor } = guest.convenor;
    const { workspaceId } = guest;
    const { institutionId } = await house.institutions.createInstitution({
      actor: home.convenor.actor,
      workspaceId: home.workspaceId,
      facts: ilo,
    });
    await expect(house.institutions.findInstitution(workspaceId, institutionId)).rejects.toMatchObject({
      code: 'not_found',
    });
    const search = { actor, workspaceId, search: 'travail', language: 'en', limit: 5 } as const;
    expect(await house.institutions.searchAddable(search)).toMatchObject([{ id: institutionId }]);
    await house.institutions.addToWorkspace({ actor, workspaceId, institutionId });
    await house.institutions.addToWorkspace({ actor, workspaceId, institutionId });
    expect(house.recorded.filter(({ kind }) => kind === 'institution.added')).toHaveLength(2);
    expect(await house.institutions.searchAddable(search)).toEqual([]);
    await expect(
      house.institutions.editInstitution({ actor, institutionId, facts: ilo }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await house.institutions.editInstitution({
      actor: home.convenor.actor,
      institutionId,
      facts: { ...ilo, acronym: 'OIT', identifiers: [] },
    });
    expect(await house.institutions.findInstitution(workspaceId, institutionId)).toMatchObject({
      acronym: 'OIT',
      identifiers: [],
    });
  });

  it('keep an identifier to one institution', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const enter = { actor: convenor.actor, workspaceId, facts: ilo };
    const { institutionId } = await house.institutions.createInstitution(enter);
    await expect(house.institutions.createInstitution(enter)).rejects.toMatchObject({
      code: 'identifier_taken',
      details: { institutionId, scheme: 'XM-DAC', value: '41302' },
    });
  });

  it('leave the workspace only without members, and take their open invitations along', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const { actor } = convenor;
    const member = await buildMember(db, { workspaceId });
    const { institutionId } = member;
    const remove = { actor, workspaceId, institutionId };
    await expect(house.institutions.removeFromWorkspace(remove)).rejects.toMatchObject({
      code: 'institution_has_members',
      details: { count: 1 },
    });
    await house.workspaces.endMembership({ actor, workspaceId, membershipId: member.membershipId });
    await house.workspaces.invite({ ...remove, role: 'observer', canInvite: false, email: null });
    await house.institutions.removeFromWorkspace(remove);
    expect(await house.workspaces.listPendingInvitations({ actor, workspaceId })).toEqual([]);
    await expect(house.institutions.removeFromWorkspace(remove)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuse members without the right, and outsiders as if nothing were there', async () => {
    const { workspaceId } = await buildWorkspace(db);
    const elsewhere = await buildWorkspace(db);
    const member = await buildMember(db, { workspaceId });
    const institutionId = await buildInstitution(db, { workspaceId });
    for (const [actor, code] of [
      [member.actor, 'forbidden'],
      [elsewhere.convenor.actor, 'not_found'],
      [outsider(member.accountId), 'not_found'],
    ] as const) {
      const where = { actor, workspaceId, institutionId };
      for (const outcome of await Promise.allSettled([
        house.institutions.createInstitution({ actor, workspaceId, facts: ilo }),
        house.institutions.addToWorkspace(where),
        house.institutions.removeFromWorkspace(where),
        house.institutions.searchAddable({ ...where, search: '', language: 'en', limit: 5 }),
      ])) {
        expect(outcome).toMatchObject({ reason: { code } });
      }
    }
  });

  it('are listed with member counts, found without accents, sorted and paged', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const elsewhere = await buildWorkspace(db);
    const fund = await buildInstitution(db, {
      workspaceId,
      name: 'Caisse de sécurité sociale',
      kind: 'social_security',
    });
    await buildMember(db, { workspaceId, institutionId: fund });
    await buildMember(db, { workspaceId, institutionId: fund });
    await buildMember(db, { workspaceId: elsewhere.workspaceId, institutionId: fund });
    const list = (wanted: object) =>
      house.institutions.listInstitutions(workspaceId, { ...filter, ...wanted });
    expect((await list({ search: 'securite' })).rows).toMatchObject([{ id: fund, memberCount: 2 }]);
    expect((await list({ kind: 'ministry' })).rows.map(({ id }) => id)).toEqual([convenor.institutionId]);
    expect(
      (await list({ sort: { key: 'members', isDescending: true } })).rows.map(
        ({ memberCount }) => memberCount,
      ),
    ).toEqual([2, 1]);
    expect(await list({ size: 1, page: 9 })).toMatchObject({ page: 2, pageCount: 2, total: 2 });
  });

  it('are sorted by what is shown first: the acronym, or the name of those without', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    for (const [acronym, en] of [
      ['OMS', 'World Health Organization'],
      ['BIT', 'International Labour Office'],
      ['', 'Mutual funds of the north'],
    ] as const)
      await house.institutions.createInstitution({
        actor: convenor.actor,
        workspaceId,
        facts: { ...ilo, acronym, names: { en, fr: '', es: '' }, identifiers: [] },
      });
    const { rows } = await house.institutions.listInstitutions(workspaceId, filter);
    const added = rows.filter(({ id }) => id !== convenor.institutionId);
    expect(added.map(({ acronym, names }) => acronym || names.en)).toEqual([
      'BIT',
      'Mutual funds of the north',
      'OMS',
    ]);
    const labels = await house.institutions.listInstitutionLabels(workspaceId, 'en');
    expect(labels.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('of the whole instance are listed for administrators only', async () => {
    const { convenor } = await buildWorkspace(db);
    const administrator = {
      ...outsider((await buildAccount(db, { isAdministrator: true })).id),
      isAdministrator: true,
    };
    await expect(house.institutions.listDirectory(convenor.actor, filter)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await house.institutions.listDirectory(administrator, filter)).rows).toMatchObject([
      { id: convenor.institutionId, workspaceCount: 1 },
    ]);
    await house.institutions.createInstitution({ actor: administrator, workspaceId: null, facts: ilo });
    expect((await house.institutions.listDirectory(administrator, filter)).total).toBe(2);
  });
});

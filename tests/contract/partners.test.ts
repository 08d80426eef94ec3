import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { partnerSubject } from '#server/features/partners';
import { dialects, openTestDb } from '#tests/factories/databases';
import {
  addTestPartner,
  buildPartner,
  mandateFacts,
  openTestPartners,
  personFacts,
} from '#tests/factories/partners';
import { buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

const everyone = {
  search: '',
  kind: null,
  sort: { key: 'name', isDescending: false },
  page: 1,
  size: 50,
  language: 'en',
} as const;

describe.each(dialects)('partners on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestPartners>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestPartners(db);
  });
  afterEach(() => db.close());

  it('are listed once, by convenors or by their own members, and by nobody else', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const own = await buildMember(db, { workspaceId, role: 'contributor' });
    const { institutionId } = own;
    const add = (actor: typeof own.actor) => house.partners.addPartner({ actor, workspaceId, institutionId });
    for (const role of ['drafter', 'observer'] as const) {
      const { actor } = await buildMember(db, { workspaceId, role });
      await expect(add(actor)).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(add((await buildWorkspace(db)).convenor.actor)).rejects.toMatchObject({ code: 'not_found' });
    await add(own.actor);
    await add(convenor.actor);
    expect(house.recorded.filter(({ kind }) => kind === 'partner.added')).toHaveLength(1);
    const { rows } = await house.partners.listPartners(workspaceId, everyone);
    expect(rows).toMatchObject([{ id: institutionId, mandateCount: 0, isAttended: true }]);
  });

  it('are kept by convenors until somebody who may write acts for them', async () => {
    const { on, convenor, member, workspaceId } = await buildPartner(db, house, { isUnattended: true });
    const facts = { about: 'By the convenors' };
    const edit = (actor: typeof convenor.actor) =>
      house.partners.editPart({ actor, ...on, subject: 'profile', id: on.institutionId, facts });
    await member('observer');
    await edit(convenor.actor);
    expect((await partnerSubject(db, db.read, on)).isUnattended).toBe(true);
    const first = await member('drafter');
    await expect(edit(convenor.actor)).rejects.toMatchObject({ code: 'forbidden' });
    await edit(first.actor);
    const { membershipId } = first;
    await house.workspaces.endMembership({ actor: convenor.actor, workspaceId, membershipId });
    expect((await partnerSubject(db, db.read, on)).isUnattended).toBe(true);
  });

  it('say of each field who set it last, for whom and from what', async () => {
    const { on, keeper, convenor } = await buildPartner(db, house, { isUnattended: true });
    const profile = { actor: keeper, ...on, subject: 'profile', id: on.institutionId } as const;
    const source = { source: 'workbook', sourceText: 'partners.xlsx' } as const;
    await house.partners.editPart({ ...profile, facts: { about: 'A', instruments: ['grant'] } });
    house.clock.advance(1000);
    await house.partners.editPart({ ...profile, ...source, facts: { about: 'B', instruments: ['grant'] } });
    const { origins, profile: stored } = await house.partners.findPartner(on);
    expect(stored).toMatchObject({ about: 'B', instruments: ['grant'], aliases: [] });
    const by = { institution: { id: convenor.institutionId }, person: expect.any(String) };
    expect([...origins].sort((a, b) => a.field.localeCompare(b.field))).toMatchObject([
      { field: 'about', ...by, ...source, at: '2026-03-02T08:00:01.000Z' },
      { field: 'instruments', ...by, source: 'hand', sourceText: '', at: '2026-03-02T08:00:00.000Z' },
    ]);
  });

  it('keep what two people changed at once in different fields, and refuse the same field as stale', async () => {
    const { on, keeper } = await buildPartner(db, house);
    const to = { actor: keeper, ...on, subject: 'mandate' } as const;
    const { id } = await house.partners.addPart({ ...to, facts: mandateFacts });
    const edit = (change: object) =>
      house.partners.editPart({ ...to, id, facts: { ...mandateFacts, ...change }, seen: mandateFacts });
    await edit({ approach: 'One' });
    await edit({ instrument: 'loan' });
    await expect(edit({ approach: 'Two' })).rejects.toMatchObject({
      code: 'stale',
      details: { fields: ['approach'] },
    });
    const [mandate] = await house.partners.listMandates(on.workspaceId, { language: 'en' });
    expect(mandate).toMatchObject({ approach: 'One', instrument: 'loan', state: 'in_force' });
  });

  it('have a mandate once for the same days', async () => {
    const { on, keeper } = await buildPartner(db, house);
    const add = (change: object) =>
      house.partners.addPart({
        actor: keeper,
        ...on,
        subject: 'mandate',
        facts: { ...mandateFacts, ...change },
      });
    const { id } = await add({});
    await expect(add({ validFrom: '2028-12-31', validTo: null })).rejects.toMatchObject({ code: 'conflict' });
    await add({ validFrom: '2029-01-01', validTo: null });
    await add({ role: 2 });
    await add({ place: '289' });
    await house.partners.removePart({ actor: keeper, ...on, subject: 'mandate', id });
    await add({});
  });

  it('leave the list when nothing is written about them, and the workspace only after that', async () => {
    const { on, keeper, convenor, workspaceId, institutionId } = await buildPartner(db, house, {
      isUnattended: true,
    });
    const to = { actor: keeper, ...on };
    const leave = () => house.institutions.removeFromWorkspace({ actor: convenor.actor, ...on });
    const { id } = await house.partners.addPart({ ...to, subject: 'mandate', facts: mandateFacts });
    await expect(house.partners.unlistPartner(to)).rejects.toMatchObject({ code: 'partner_has_record' });
    await expect(leave()).rejects.toMatchObject({ code: 'institution_is_partner' });
    await house.partners.removePart({ ...to, subject: 'mandate', id });
    const drafter = await buildMember(db, { workspaceId });
    await expect(house.partners.unlistPartner({ actor: drafter.actor, ...on })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const elsewhere = await buildPartner(db, house);
    await expect(
      house.partners.unlistPartner({ actor: elsewhere.convenor.actor, ...on }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await house.partners.unlistPartner(to);
    await expect(house.partners.findPartner(on)).rejects.toMatchObject({ code: 'not_found' });
    await expect(house.institutions.findInstitution(workspaceId, institutionId)).resolves.toBeDefined();
    await leave();
  });

  it('keep an alias to one partner of the workspace', async () => {
    const { on, keeper, ...workspace } = await buildPartner(db, house);
    const alias = (institutionId: typeof on.institutionId, actor = keeper) =>
      house.partners.editPart({
        actor,
        workspaceId: on.workspaceId,
        institutionId,
        subject: 'profile',
        id: institutionId,
        facts: { aliases: ['Fonds  Santé', 'fonds sante'] },
      });
    await alias(on.institutionId);
    expect((await house.partners.findPartner(on)).profile.aliases).toEqual(['fonds sante']);
    const second = await addTestPartner(db, house, { ...workspace, name: 'Another' });
    await expect(alias(second, workspace.convenor.actor)).rejects.toMatchObject({
      code: 'conflict',
      details: { what: 'alias', name: 'fonds sante' },
    });
    const elsewhere = await buildPartner(db, house, { isUnattended: true });
    await house.partners.editPart({
      actor: elsewhere.keeper,
      ...elsewhere.on,
      subject: 'profile',
      id: elsewhere.institutionId,
      facts: { aliases: ['Fonds santé'] },
    });
  });

  it('refuse what is not their own to change, and what makes no sense', async () => {
    const { on, keeper, member, convenor } = await buildPartner(db, house);
    const other = await buildPartner(db, house);
    const { id } = await house.partners.addPart({
      actor: keeper,
      ...on,
      subject: 'mandate',
      facts: mandateFacts,
    });
    const observer = (await member('observer')).actor;
    for (const [actor, code] of [
      [observer, 'forbidden'],
      [convenor.actor, 'forbidden'],
      [other.keeper, 'not_found'],
    ] as const) {
      const to = { actor, ...on, subject: 'mandate' } as const;
      for (const outcome of await Promise.allSettled([
        house.partners.addPart({ ...to, facts: mandateFacts }),
        house.partners.editPart({ ...to, id, facts: mandateFacts }),
        house.partners.removePart({ ...to, id }),
        house.partners.setIdentifiers({ actor, ...on, identifiers: [] }),
      ])) {
        expect(outcome).toMatchObject({ reason: { code } });
      }
    }
    const own = { actor: keeper, ...on, subject: 'mandate' } as const;
    const stranger = { actor: other.keeper, ...other.on, subject: 'mandate' } as const;
    await expect(house.partners.editPart({ ...stranger, id, facts: { role: 2 } })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(house.partners.removePart({ ...stranger, id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      house.partners.editPart({ ...own, id, facts: { evidenceUrl: 'javascript:alert(1)' } }),
    ).rejects.toMatchObject({ code: 'invalid_input', details: { fields: { evidenceUrl: 'linkInvalid' } } });
    await expect(
      house.partners.editPart({ ...own, id, facts: { validTo: '2025-01-01' } }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('set identifiers where the workspace entered the institution, one to one', async () => {
    const { on, keeper, workspaceId, convenor } = await buildPartner(db, house);
    const identifiers = [{ scheme: 'XM-DAC', value: '47045' }];
    await house.partners.setIdentifiers({ actor: keeper, ...on, identifiers });
    expect((await house.partners.findPartner(on)).identifiers).toEqual(identifiers);
    const foreign = await buildInstitution(db, { workspaceId, homeWorkspaceId: null });
    const { homeWorkspaceId } = await house.institutions.findInstitution(workspaceId, foreign);
    expect(homeWorkspaceId).toBe(workspaceId);
    const known = await buildInstitution(db, { homeWorkspaceId: null });
    await house.partners.addPartner({ actor: convenor.actor, workspaceId, institutionId: known });
    const there = { actor: convenor.actor, workspaceId, institutionId: known };
    await expect(house.partners.setIdentifiers({ ...there, identifiers: [] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await house.partners.addPartner({ actor: convenor.actor, workspaceId, institutionId: foreign });
    await expect(
      house.partners.setIdentifiers({
        actor: convenor.actor,
        workspaceId,
        institutionId: foreign,
        identifiers,
      }),
    ).rejects.toMatchObject({ code: 'identifier_taken' });
  });

  it('show a person who has not consented to their own people and whoever keeps the record alone', async () => {
    const { on, keeper, convenor, member, workspaceId } = await buildPartner(db, house);
    const to = { actor: keeper, ...on, subject: 'focal_person' } as const;
    const { id } = await house.partners.addPart({ ...to, facts: personFacts });
    const list = async (actor: typeof keeper) => {
      const [person] = await house.partners.listFocalPersons({ actor, ...on });
      return person;
    };
    const drafter = await buildMember(db, { workspaceId });
    for (const actor of [convenor.actor, drafter.actor]) {
      expect(await list(actor)).toMatchObject({ position: 'Health adviser', name: '', email: '', phone: '' });
    }
    expect(await list((await member('observer')).actor)).toMatchObject({ name: 'N. N.', isHidden: false });
    await expect(
      house.partners.findPart({ actor: convenor.actor, ...on, subject: 'focal_person', id }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await house.partners.editPart({ ...to, id, facts: { hasConsented: true } });
    expect(await list(drafter.actor)).toMatchObject({ email: 'health@fund.example', isHidden: false });
  });

  it('let nothing of a person stay behind, neither in the record nor in the log', async () => {
    const { on, keeper } = await buildPartner(db, house);
    const to = { actor: keeper, ...on, subject: 'focal_person' } as const;
    const { id } = await house.partners.addPart({ ...to, facts: personFacts });
    await house.partners.editPart({ ...to, id, facts: { phone: '+261 20 11 111 11' } });
    await house.partners.removePart({ ...to, id });
    const { focalPersons, events } = db.tables;
    const stored = JSON.stringify([
      await db.read.select().from(focalPersons),
      await db.read.select().from(events),
    ]);
    for (const text of ['N. N.', 'health@fund.example', '+261']) expect(stored).not.toContain(text);
    expect(stored).toContain('Health adviser');
  });

  it('are found, filtered by one and the same mandate, sorted and paged', async () => {
    const { on, keeper, ...workspace } = await buildPartner(db, house, { name: 'Fonds de santé' });
    const { workspaceId } = on;
    const bank = await addTestPartner(db, house, { ...workspace, name: 'Bank' });
    const toBank = { actor: workspace.convenor.actor, workspaceId, institutionId: bank };
    const add = (to: { actor: typeof keeper } & typeof on, change: object) =>
      house.partners.addPart({ ...to, subject: 'mandate', facts: { ...mandateFacts, ...change } });
    await add({ actor: keeper, ...on }, { lastReviewedOn: '2026-01-02' });
    await add({ actor: keeper, ...on }, { theme: 'hiv', instrument: 'loan', place: '' });
    await add(toBank, { theme: 'hiv', role: 3, place: 'BI' });
    await add(toBank, { theme: 'climate', validFrom: null, validTo: '2026-01-01' });
    const names = async (wanted: object) => {
      const page = await house.partners.listPartners(workspaceId, { ...everyone, ...wanted });
      return page.rows.map(({ id }) => (id === bank ? 'bank' : 'fund'));
    };
    expect(await names({})).toEqual(['bank', 'fund']);
    expect(await names({ search: 'SANTE' })).toEqual(['fund']);
    expect(await names({ theme: 'hiv' })).toEqual(['bank', 'fund']);
    expect(await names({ theme: 'hiv', role: 1 })).toEqual(['fund']);
    expect(await names({ theme: 'pooling', instrument: 'loan' })).toEqual([]);
    expect(await names({ theme: 'climate' })).toEqual([]);
    expect(await names({ country: 'BI' })).toEqual(['bank', 'fund']);
    expect(await names({ country: 'BI', role: 3 })).toEqual(['bank']);
    expect(await names({ kind: 'ministry' })).toEqual([]);
    expect(await names({ sort: { key: 'mandates', isDescending: true } })).toEqual(['fund', 'bank']);
    expect(await names({ sort: { key: 'reviewed', isDescending: true }, size: 1, page: 2 })).toEqual([
      'bank',
    ]);
    const [, fund] = (await house.partners.listPartners(workspaceId, everyone)).rows;
    expect(fund).toMatchObject({ mandateCount: 2, reviewedOn: '2026-01-02', themes: ['pooling', 'hiv'] });
  });

  it('are counted in a matrix whose cells add up to the rows behind them', async () => {
    const { on, keeper } = await buildPartner(db, house);
    const add = (change: object) =>
      house.partners.addPart({
        actor: keeper,
        ...on,
        subject: 'mandate',
        facts: { ...mandateFacts, ...change },
      });
    await add({});
    await add({ role: 4 });
    await add({ role: 4, instrument: 'loan' });
    await add({ theme: 'hiv' });
    await add({ theme: 'hiv', role: 2, validFrom: null, validTo: '2020-12-31' });
    const matrix = await house.partners.countMandates(on.workspaceId, { language: 'en' });
    expect(matrix).toMatchObject([{ institution: { id: on.institutionId } }]);
    const cells = new Map(matrix[0]?.cells.map((cell) => [cell.theme, cell]));
    expect(cells.get('pooling')).toEqual({ theme: 'pooling', count: 3, roles: [1, 4] });
    for (const [theme, { count }] of cells) {
      const rows = await house.partners.listMandates(on.workspaceId, { theme, language: 'en' });
      expect(rows).toHaveLength(count);
    }
    const withEnded = { withEnded: true, language: 'en' } as const;
    expect(await house.partners.listMandates(on.workspaceId, withEnded)).toHaveLength(5);
  });

  it('show nothing to another workspace', async () => {
    const { on, keeper } = await buildPartner(db, house);
    const other = await buildPartner(db, house);
    const to = { actor: keeper, ...on };
    await house.partners.addPart({ ...to, subject: 'mandate', facts: mandateFacts });
    await house.partners.addPart({ ...to, subject: 'focal_person', facts: personFacts });
    const mixed = { workspaceId: other.workspaceId, institutionId: on.institutionId };
    for (const outcome of await Promise.allSettled([
      house.partners.findPartner(mixed),
      house.partners.listFocalPersons({ actor: other.keeper, ...mixed }),
      house.partners.listDocuments(mixed),
      house.partners.listProposals({ actor: other.keeper, ...mixed }),
      house.partners.findPart({ actor: other.keeper, ...mixed, subject: 'profile', id: on.institutionId }),
    ])) {
      expect(outcome).toMatchObject({ reason: { code: 'not_found' } });
    }
    const { institutionId } = on;
    const language = 'en';
    expect(await house.partners.listMandates(other.workspaceId, { institutionId, language })).toEqual([]);
    expect(await house.partners.countMandates(other.workspaceId, { language })).toEqual([]);
    const { rows } = await house.partners.listPartners(other.workspaceId, everyone);
    expect(rows.map(({ id }) => id)).toEqual([other.institutionId]);
    expect(await house.partners.countOpenProposals(mixed)).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Actor } from '#domain/workspaces/actor';
import type { NewWorkspace } from '#server/features/workspaces';
import { buildAccount } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestWorkspaces } from '#tests/factories/workspace-services';
import { buildMember, buildWorkspace, outsider } from '#tests/factories/workspaces';

const minute = 60 * 1000;
const facts = {
  kind: 'ministry',
  country: 'BI',
  names: { en: '', fr: 'Ministère de la santé', es: '' },
  acronym: 'MSPLS',
  identifiers: [],
} as const;

describe.each(dialects)('workspaces on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestWorkspaces>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestWorkspaces(db);
  });
  afterEach(() => db.close());

  async function buildAdministrator(): Promise<Actor> {
    return { ...outsider((await buildAccount(db, { isAdministrator: true })).id), isAdministrator: true };
  }

  function burundi(actor: Actor, overrides: Partial<NewWorkspace> = {}): NewWorkspace {
    return {
      actor,
      slug: 'burundi',
      name: 'Burundi: feuille de route',
      country: 'BI',
      currency: 'BIF',
      languages: ['fr'],
      calendars: [{ appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 }],
      institution: { facts: { ...facts, identifiers: [] } },
      convenor: { by: 'self' },
      ...overrides,
    };
  }

  it('opens with its institution and the administrator as convenor', async () => {
    const actor = await buildAdministrator();
    const created = await house.workspaces.createWorkspace(burundi(actor));
    expect(created).toMatchObject({ slug: 'burundi', delivery: null });
    expect(house.recorded.map(({ kind }) => kind)).toEqual([
      'workspace.created',
      'institution.created',
      'institution.added',
      'membership.created',
    ]);
    const standing = await house.workspaces.findStanding({ ...actor, slug: 'burundi' });
    expect(standing).toMatchObject({
      workspace: { currency: 'BIF', languages: ['fr'] },
      membership: { role: 'convenor', institution: { acronym: 'MSPLS' } },
    });
    expect(await house.workspaces.listFiscalCalendars(created.workspaceId)).toEqual([
      { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 },
    ]);
  });

  it('opens with someone invited as convenor, and without the administrator in it', async () => {
    const actor = await buildAdministrator();
    const created = await house.workspaces.createWorkspace(
      burundi(actor, { convenor: { by: 'invitation', email: 'Planning@sante.example' } }),
    );
    expect(created.delivery).toEqual({ by: 'mail', email: 'planning@sante.example' });
    await expect(house.workspaces.findStanding({ ...actor, slug: 'burundi' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const token = house.mails[0]?.action?.url.split('/').at(-1) ?? '';
    await house.workspaces.acceptAsNewPerson({
      token,
      address: '192.0.2.1',
      email: '',
      name: 'Planning',
      password: 'correct horse battery',
      language: 'fr',
    });
    const list = await house.workspaces.listWorkspaces({
      actor,
      search: 'feuille',
      sort: { key: 'name', isDescending: false },
      page: 1,
      size: 10,
    });
    expect(list.rows).toMatchObject([{ slug: 'burundi', memberCount: 1, institutionCount: 1 }]);
  });

  it('is opened, and listed, by administrators only', async () => {
    const { convenor } = await buildWorkspace(db);
    const refusal = { code: 'forbidden' };
    await expect(house.workspaces.createWorkspace(burundi(convenor.actor))).rejects.toMatchObject(refusal);
    await expect(
      house.workspaces.listWorkspaces({
        actor: convenor.actor,
        search: '',
        sort: { key: 'name', isDescending: false },
        page: 1,
        size: 10,
      }),
    ).rejects.toMatchObject(refusal);
  });

  it('refuses an address that is taken or unfit, and what is not a calendar, and writes nothing', async () => {
    const actor = await buildAdministrator();
    await buildWorkspace(db, { slug: 'madagascar' });
    const create = (overrides: Partial<NewWorkspace>) =>
      house.workspaces.createWorkspace(burundi(actor, overrides));
    await expect(create({ slug: 'madagascar' })).rejects.toMatchObject({ code: 'slug_taken' });
    for (const wrong of [
      { slug: 'Not a slug' },
      { name: ' ' },
      { currency: 'francs' },
      { languages: [] },
      { calendars: [] },
      { calendars: [{ appliesFrom: '2020-01-01', startMonth: 2, startDay: 30 }] },
      { institution: { facts: { ...facts, identifiers: [], names: { en: '', fr: '', es: '' } } } },
    ]) {
      await expect(create(wrong)).rejects.toMatchObject({ code: 'invalid_input' });
    }
    expect(house.recorded).toEqual([]);
  });

  it('is edited by its convenors; others are refused and outsiders learn nothing', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const member = await buildMember(db, { workspaceId });
    const elsewhere = await buildWorkspace(db);
    const edit = {
      workspaceId,
      name: 'New name',
      country: null,
      currency: 'EUR',
      languages: ['es' as const],
    };
    await expect(house.workspaces.editWorkspace({ ...edit, actor: member.actor })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(
      house.workspaces.editWorkspace({ ...edit, actor: elsewhere.convenor.actor }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await house.workspaces.editWorkspace({ ...edit, actor: convenor.actor });
    expect(house.recorded).toMatchObject([
      { kind: 'workspace.edited', before: { currency: 'MGA' }, after: { name: 'New name', currency: 'EUR' } },
    ]);
  });

  it('adds, corrects and removes fiscal calendars, and keeps the last', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const elsewhere = await buildWorkspace(db);
    const { actor } = convenor;
    const calendar = { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 };
    const { addFiscalCalendar, removeFiscalCalendar, listFiscalCalendars } = house.workspaces;
    await addFiscalCalendar({ actor, workspaceId, calendar });
    await addFiscalCalendar({ actor, workspaceId, calendar: { ...calendar, startMonth: 4 } });
    expect(await listFiscalCalendars(workspaceId)).toMatchObject([
      { appliesFrom: '2018-07-01', startMonth: 4 },
      { appliesFrom: '2000-01-01' },
    ]);
    await removeFiscalCalendar({ actor, workspaceId, appliesFrom: '2000-01-01' });
    await expect(
      removeFiscalCalendar({ actor, workspaceId, appliesFrom: '2018-07-01' }),
    ).rejects.toMatchObject({ code: 'last_calendar' });
    const stranger = elsewhere.convenor.actor;
    await expect(addFiscalCalendar({ actor: stranger, workspaceId, calendar })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      removeFiscalCalendar({ actor: stranger, workspaceId, appliesFrom: '2018-07-01' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('counts a visit as new after half an hour of absence', async () => {
    const { workspaceId, convenor } = await buildWorkspace(db);
    const here = { accountId: convenor.accountId, workspaceId };
    const start = house.clock.now().toISOString();
    expect(await house.workspaces.visit(here)).toEqual({ previousAt: null });
    house.clock.advance(10 * minute);
    expect(await house.workspaces.visit(here)).toEqual({ previousAt: null });
    house.clock.advance(29 * minute);
    expect(await house.workspaces.visit(here)).toEqual({ previousAt: null });
    const last = house.clock.now().toISOString();
    house.clock.advance(31 * minute);
    expect((await house.workspaces.listVisits(convenor.accountId)).get(workspaceId)).toBe(last);
    expect(await house.workspaces.visit(here)).toEqual({ previousAt: last });
    house.clock.advance(minute);
    expect(await house.workspaces.visit(here)).toEqual({ previousAt: last });
    expect(last > start).toBe(true);
  });
});

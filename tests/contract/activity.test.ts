import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestWorkspaces } from '#tests/factories/workspace-services';
import { buildInstitution, buildMember, buildWorkspace } from '#tests/factories/workspaces';

const hour = 60 * 60 * 1000;
const everything = { institutionId: null, group: null, before: null, limit: 50 };

describe.each(dialects)('activity on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestWorkspaces>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestWorkspaces(db);
  });
  afterEach(() => db.close());

  async function openWorkspace() {
    const built = await buildWorkspace(db);
    const { workspaceId, convenor } = built;
    const institutionId = await buildInstitution(db, { workspaceId, name: 'World Bank', acronym: 'WB' });
    const invite = () =>
      house.workspaces.invite({
        actor: convenor.actor,
        workspaceId,
        institutionId,
        role: 'observer',
        canInvite: false,
        email: null,
      });
    const edit = (name: string) =>
      house.workspaces.editWorkspace({
        actor: convenor.actor,
        workspaceId,
        name,
        country: 'MG',
        currency: 'MGA',
        languages: ['fr'],
      });
    return { ...built, institutionId, invite, edit };
  }

  it('tells what happened with every name, the newest first, alike things once', async () => {
    const { workspaceId, convenor, institutionId, invite, edit } = await openWorkspace();
    await invite();
    await invite();
    await edit('Renamed');
    const page = await house.activity.listActivity({
      actor: convenor.actor,
      workspaceId,
      filter: everything,
    });
    expect(page).toMatchObject({
      entries: [
        { kind: 'workspace.edited', count: 1 },
        {
          kind: 'invitation.created',
          count: 2,
          person: expect.any(String),
          institution: { id: convenor.institutionId },
          target: { id: institutionId, acronym: 'WB' },
          role: 'observer',
        },
      ],
      before: null,
    });
  });

  it('pages by cursor and narrows by institution and subject', async () => {
    const { workspaceId, convenor, institutionId, invite, edit } = await openWorkspace();
    const { actor } = convenor;
    const list = (filter: object) =>
      house.activity.listActivity({ actor, workspaceId, filter: { ...everything, ...filter } });
    await invite();
    await edit('One');
    await invite();
    const first = await list({ limit: 2 });
    expect(first.entries.map(({ kind }) => kind)).toEqual(['invitation.created', 'workspace.edited']);
    const second = await list({ limit: 2, before: first.before });
    expect(second).toMatchObject({ entries: [{ kind: 'invitation.created' }], before: null });
    expect((await list({ group: 'workspace' })).entries).toHaveLength(1);
    expect((await list({ group: 'plans' })).entries).toEqual([]);
    expect((await list({ institutionId })).entries).toEqual([]);
    expect((await list({ institutionId: convenor.institutionId })).entries).toHaveLength(3);
  });

  it("is closed to another workspace's member and holds nothing of another workspace", async () => {
    const here = await openWorkspace();
    const elsewhere = await openWorkspace();
    await elsewhere.invite();
    await expect(
      house.activity.listActivity({
        actor: elsewhere.convenor.actor,
        workspaceId: here.workspaceId,
        filter: everything,
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const { entries } = await house.activity.listActivity({
      actor: here.convenor.actor,
      workspaceId: here.workspaceId,
      filter: everything,
    });
    expect(entries).toEqual([]);
  });

  it('leaves out for whom people act', async () => {
    const { workspaceId, convenor } = await openWorkspace();
    const second = await buildMember(db, { workspaceId, accountId: convenor.accountId });
    const { actor } = convenor;
    await house.workspaces.actFor({ actor, workspaceId, membershipId: second.membershipId });
    const { entries } = await house.activity.listActivity({ actor, workspaceId, filter: everything });
    expect(entries).toEqual([]);
  });

  it('tells each workspace since its own last visit, without what one did oneself', async () => {
    const a = await openWorkspace();
    const b = await openWorkspace();
    await a.edit('Before the visit');
    house.clock.advance(hour);
    const visitedAt = house.clock.now().toISOString();
    house.clock.advance(hour);
    await a.edit('After');
    await b.invite();
    await b.edit('After too');
    const since = new Map([
      [a.workspaceId, visitedAt],
      [b.workspaceId, visitedAt],
    ]);
    const news = await house.activity.listSince({ accountId: a.convenor.accountId, since, limit: 1 });
    expect(news.get(a.workspaceId)).toEqual({ entries: [], isMore: false });
    expect(news.get(b.workspaceId)).toMatchObject({
      entries: [{ kind: 'workspace.edited' }],
      isMore: true,
    });
  });

  it('ends the oldest stream of a browser that opens very many', async () => {
    const { workspaceId, convenor } = await openWorkspace();
    const ended: number[] = [];
    for (let tab = 0; tab < 52; tab++) {
      house.activity.live.listen({
        workspaceId,
        accountId: convenor.accountId,
        sessionIdHash: 'one browser',
        onChange: () => undefined,
        onEnd: () => ended.push(tab),
      });
    }
    expect(ended).toEqual([0, 1]);
  });

  it('tells open pages of their own workspace only, until the membership or the session ends', async () => {
    const here = await openWorkspace();
    const elsewhere = await openWorkspace();
    const { workspaceId, convenor } = here;
    const heard: string[] = [];
    const member = await buildMember(db, { workspaceId });
    const listen = (name: string, accountId: typeof member.accountId, sessionIdHash = name) =>
      house.activity.live.listen({
        workspaceId,
        accountId,
        sessionIdHash,
        onChange: () => heard.push(`${name} changed`),
        onEnd: () => heard.push(`${name} ended`),
      });
    listen('member', member.accountId);
    const stop = listen('convenor', convenor.accountId);
    await elsewhere.edit('Elsewhere');
    expect(heard).toEqual([]);
    await house.workspaces.actFor({ actor: member.actor, workspaceId, membershipId: member.membershipId });
    expect(heard).toEqual(['member changed']);
    heard.length = 0;
    await house.workspaces.endMembership({
      actor: convenor.actor,
      workspaceId,
      membershipId: member.membershipId,
    });
    expect(heard).toEqual(['member ended', 'convenor changed']);
    heard.length = 0;
    stop();
    listen('laptop', convenor.accountId);
    listen('phone', convenor.accountId);
    await house.events.commit({ accountId: convenor.accountId, institutionId: null }, (_tx, record) =>
      record({
        workspaceId: null,
        kind: 'account.signed_out',
        subjectType: 'account',
        subjectId: convenor.accountId,
        after: { sessionIdHash: 'phone' },
      }),
    );
    house.activity.live.stop();
    expect(heard).toEqual(['phone ended', 'laptop ended']);
  });
});

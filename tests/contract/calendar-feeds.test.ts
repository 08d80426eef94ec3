import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { dialects, openTestDb } from '#tests/factories/databases';
import { buildPartner, cycleFacts, eventFacts, openTestCycles } from '#tests/factories/funding-cycles';
import { buildMember, buildWorkspace, outsider } from '#tests/factories/workspaces';

describe.each(dialects)('calendar feeds on %s', (dialect) => {
  let db: Db;
  let house: ReturnType<typeof openTestCycles>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    house = openTestCycles(db);
  });
  afterEach(async () => {
    await house.background.settled();
    await db.close();
  });

  const everywhere = { country: null, reminderDays: 14 };
  const read = (token: string, address = 'here') => house.feeds.readFeed({ token, address });
  const gone = { code: 'not_found' };

  async function settle() {
    const { workspaceId, convenor } = await buildWorkspace(db, { name: 'Roadmap' });
    const member = await buildMember(db, { workspaceId, role: 'observer' });
    return { workspaceId, convenor, member, asking: { actor: member.actor, workspaceId } };
  }

  it('give their holder the dates of the country asked for', async () => {
    const { workspaceId, convenor, asking } = await settle();
    const institutionId = await buildPartner(db, { workspaceId });
    const { actor } = convenor;
    const { cycleId } = await house.cycles.createCycle({
      actor,
      workspaceId,
      institutionId,
      facts: cycleFacts,
    });
    for (const country of [null, 'MG', 'BI'])
      await house.cycles.addEvent({ actor, workspaceId, cycleId, facts: { ...eventFacts, country } });
    const all = await house.feeds.createFeed({ ...asking, ...everywhere });
    const one = await house.feeds.createFeed({ ...asking, country: 'MG', reminderDays: null });
    expect(await read(all.token)).toMatchObject({ workspace: { name: 'Roadmap' }, reminderDays: 14 });
    expect((await read(all.token)).dates).toHaveLength(3);
    expect((await read(one.token)).dates.map(({ country }) => country).sort()).toEqual(['MG', null]);
    const feeds = await house.feeds.listFeeds(asking);
    expect(feeds).toMatchObject([
      { country: null },
      { country: 'MG', lastReadAt: '2026-03-02T08:00:00.000Z' },
    ]);
    expect(JSON.stringify([feeds, house.recorded])).not.toContain(all.token);
  });

  it('stop working when renewed, made anew or revoked', async () => {
    const { asking } = await settle();
    const first = await house.feeds.createFeed({ ...asking, ...everywhere });
    const second = await house.feeds.createFeed({ ...asking, ...everywhere });
    await expect(read(first.token)).rejects.toMatchObject(gone);
    const [feed] = await house.feeds.listFeeds(asking);
    const third = await house.feeds.renewFeed({ ...asking, id: feed?.id ?? '' });
    await expect(read(second.token)).rejects.toMatchObject(gone);
    expect(await read(third.token)).toMatchObject({ reminderDays: 14 });
    const [renewed] = await house.feeds.listFeeds(asking);
    await house.feeds.revokeFeed({ ...asking, id: renewed?.id ?? '' });
    await expect(read(third.token)).rejects.toMatchObject(gone);
    await expect(read('guessed')).rejects.toMatchObject(gone);
  });

  it('end with the membership, also for someone who comes back', async () => {
    const { workspaceId, convenor, member, asking } = await settle();
    const { token } = await house.feeds.createFeed({ ...asking, ...everywhere });
    const { membershipId, accountId, institutionId } = member;
    await house.workspaces.endMembership({ actor: convenor.actor, workspaceId, membershipId });
    await expect(read(token)).rejects.toMatchObject(gone);
    await house.background.settled();
    const { delivery } = await house.workspaces.invite({
      actor: convenor.actor,
      workspaceId,
      institutionId,
      role: 'observer',
      canInvite: false,
      email: null,
    });
    const invitation = delivery.by === 'link' ? (delivery.url.split('/').at(-1) ?? '') : '';
    const account = { id: accountId, email: 'back@again.example' };
    await house.workspaces.acceptInvitation({ token: invitation, address: 'here', account });
    await expect(read(token)).rejects.toMatchObject(gone);
  });

  it('stay while the person still acts for another institution here', async () => {
    const { workspaceId, convenor, member, asking } = await settle();
    await buildMember(db, { workspaceId, accountId: member.accountId });
    const { token } = await house.feeds.createFeed({ ...asking, ...everywhere });
    const { membershipId } = member;
    await house.workspaces.endMembership({ actor: convenor.actor, workspaceId, membershipId });
    await house.background.settled();
    expect(await read(token)).toMatchObject({ country: null });
  });

  it('are nobody else’s to see, renew or revoke', async () => {
    const { workspaceId, convenor, asking } = await settle();
    await house.feeds.createFeed({ ...asking, ...everywhere });
    const [feed] = await house.feeds.listFeeds(asking);
    const id = feed?.id ?? '';
    const other = { actor: convenor.actor, workspaceId };
    const elsewhere = await buildWorkspace(db);
    const stranger = { actor: elsewhere.convenor.actor, workspaceId };
    expect(await house.feeds.listFeeds(other)).toEqual([]);
    for (const outcome of await Promise.allSettled([
      house.feeds.renewFeed({ ...other, id }),
      house.feeds.revokeFeed({ ...other, id }),
      house.feeds.listFeeds(stranger),
      house.feeds.createFeed({ ...stranger, ...everywhere }),
      house.feeds.createFeed({ actor: outsider(convenor.accountId), workspaceId, ...everywhere }),
    ]))
      expect(outcome).toMatchObject({ reason: gone });
  });

  it('are refused to whoever guesses, and to no one who has an address', async () => {
    const { asking } = await settle();
    const { token } = await house.feeds.createFeed({ ...asking, ...everywhere });
    for (let n = 0; n < 70; n += 1) await read(token, 'ministry');
    const guesses = await Promise.allSettled(
      Array.from({ length: 70 }, (_, n) => read(`guess ${n}`, 'thief')),
    );
    expect(guesses.at(-1)).toMatchObject({ reason: { code: 'rate_limited' } });
    await expect(read(token, 'thief')).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await read(token, 'ministry')).toMatchObject({ country: null });
  });
});

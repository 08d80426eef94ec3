import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Confidentiality } from '#domain/dialogues/kinds';
import type { Language } from '#domain/languages';
import { setLead } from '#domain/plans';
import type { Role } from '#domain/workspaces/roles';
import { buildAccount } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestFollowUps, type TestFollowUps } from '#tests/factories/follow-ups';
import { type BuiltMember, buildMember } from '#tests/factories/workspaces';

describe.each(dialects)('mail about what follows from decisions on %s', (dialect) => {
  let db: Db;
  let test: TestFollowUps;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestFollowUps(db);
  });
  afterEach(async () => {
    await test.close();
    await db.close();
  });

  async function person(
    email: string,
    { institutionId }: Pick<BuiltMember, 'institutionId'>,
    { role = 'drafter', language = null }: { role?: Role; language?: Language | null } = {},
  ): Promise<BuiltMember> {
    const { id: accountId } = await buildAccount(db, { email, language, name: `Name of ${email}` });
    const { workspaceId } = test.built;
    return buildMember(db, { workspaceId, institutionId, accountId, role });
  }

  const sent = async () => (await test.mailed()).map(({ slug, to }) => `${slug} ${to}`).sort();
  const wordsOf = async () =>
    (await test.mailed()).map(({ subject, paragraphs, action, notes }) =>
      [subject, ...paragraphs, action?.label, action?.url, ...notes].join('\n'),
    );
  const emailOf = async ({ accountId }: BuiltMember) => {
    const { accounts } = db.tables;
    const [row] = await db.read.select().from(accounts).where(eq(accounts.id, accountId));
    return row?.email ?? '';
  };
  const answer = (on: Awaited<ReturnType<TestFollowUps['link']>>, reason?: string, who = test.ministry) =>
    test.followUps.answerFollowUp({
      ...{ ...test.inWorkspace(who), ...on },
      answer: reason === undefined ? { accepted: true } : { accepted: false, reason },
    });

  it('asks once those of the lead who may answer, each in their own language', async () => {
    await person('ana@example.org', test.ministry, { language: 'es' });
    await person('luc@example.org', test.ministry, { language: 'en' });
    await person('watcher@example.org', test.ministry, { role: 'observer' });
    const gone = await person('gone@example.org', test.ministry);
    const { memberships } = db.tables;
    await db.transaction(async (tx) => {
      await tx
        .update(memberships)
        .set({ endedAt: '2026-01-06T08:00:00.000Z' })
        .where(eq(memberships.id, gone.membershipId));
    });
    const on = await test.link(await test.decide());
    const mails = await test.mailed();
    const { slug } = test.built;
    const url = `https://concord.example/w/${slug}/decisions/${on.decisionId}`;
    expect(mails.map(({ to, language }) => `${language} ${to}`).sort()).toEqual([
      'en luc@example.org',
      'es ana@example.org',
      `fr ${await emailOf(test.ministry)}`,
    ]);
    const english = mails.find(({ language }) => language === 'en');
    const [{ decision }] = [await test.followUps.showDecision({ ...test.asConvenor(), ...on })];
    expect(english).toMatchObject({
      subject: `Your institution is asked to lead an action: ${decision.reference}`,
      action: { label: 'Accept or decline', url },
      replyTo: { address: await emailOf(test.built.convenor) },
    });
    expect(english?.paragraphs.join()).toContain('“Draft the decree”');

    await test.link(on.decisionId, test.ministry, on.actionId);
    await test.followUps.askLeadAgain({ ...test.asConvenor(), ...on });
    expect(await sent()).toEqual([]);
  });

  it.each<Confidentiality>(['participants', 'convenor'])(
    'tells a lead that may not read an item for %s only that something awaits it',
    async (confidentiality) => {
      await person('fund@example.org', test.fund, { language: 'en' });
      const on = await test.link(await test.decide(confidentiality), test.fund);
      const { reference } = (await test.followUps.showDecision({ ...test.asConvenor(), ...on })).decision;
      const told = await wordsOf();
      expect(told).toHaveLength(2);
      expect(told.join()).toContain(`https://concord.example/w/${test.built.slug}/decisions`);
      for (const secret of [reference, 'One payer', 'Draft the decree', on.decisionId, on.actionId, 'Cost'])
        expect(told.join()).not.toContain(secret);
    },
  );

  it('writes about an item in confidence to those alone who may read it', async () => {
    const convening = await person('both@example.org', test.fund, { role: 'convenor', language: 'en' });
    const on = await test.link(await test.decide('convenor'), test.fund);
    expect(await sent()).toEqual(['follow-up-asked both@example.org']);
    await answer(on, 'No staff', convening);
    expect(await sent()).toEqual([`follow-up-declined ${await emailOf(test.built.convenor)}`]);
  });

  it('tells whoever asked what the lead answered, with its reason, once', async () => {
    await person('other@example.org', test.built.convenor, { role: 'convenor' });
    const on = await test.link(await test.decide());
    await test.mailed();
    await answer(on, 'No staff before 2027');
    await answer(on, 'No staff before 2027');
    const [declined, ...more] = await test.mailed();
    expect(more).toEqual([]);
    expect(declined).toMatchObject({ slug: 'follow-up-declined', to: await emailOf(test.built.convenor) });
    expect(declined?.paragraphs.at(-1)).toBe('Motif : No staff before 2027');
    await answer(on);
    await answer(on);
    expect(await sent()).toEqual([`follow-up-accepted ${await emailOf(test.built.convenor)}`]);
  });

  it('tells all convenors where whoever asked convenes no more, and whoever asked last', async () => {
    const other = await person('other@example.org', test.built.convenor, { role: 'convenor' });
    const on = await test.link(await test.decide());
    await answer(on, 'No staff');
    await test.followUps.askLeadAgain({ ...test.inWorkspace(other), ...on });
    await test.mailed();
    await answer(on);
    expect(await sent()).toEqual(['follow-up-accepted other@example.org']);
    const { memberships } = db.tables;
    await db.transaction(async (tx) => {
      await tx.update(memberships).set({ role: 'drafter' }).where(eq(memberships.id, other.membershipId));
    });
    await answer(on, 'No money');
    expect(await sent()).toEqual([`follow-up-declined ${await emailOf(test.built.convenor)}`]);
  });

  it('asks the institution that leads now, when it is asked anew', async () => {
    const on = await test.link(await test.decide());
    await test.built.edit(test.built.convenor, (doc) =>
      setLead(doc, on.actionId, { institutionId: test.fund.institutionId, text: '' }),
    );
    await test.mailed();
    await test.followUps.askLeadAgain({ ...test.asConvenor(), ...on });
    expect(await sent()).toEqual([`follow-up-asked ${await emailOf(test.fund)}`]);
  });

  it('mails nothing for a command that was refused, and fails for no mail', async () => {
    const decisionId = await test.decide();
    await expect(test.link(await test.decide('public', 'block'))).rejects.toMatchObject({ code: 'stale' });
    expect(await sent()).toEqual([]);
    test.breakMail();
    const on = await test.link(decisionId);
    await answer(on);
    expect(await sent()).toEqual([]);
    const { followUps } = await test.followUps.showDecision({ ...test.asConvenor(), ...on });
    expect(followUps).toMatchObject([{ state: { state: 'accepted' } }]);
    expect(test.logged).toHaveLength(2);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { untoldKinds } from '#domain/activity/groups';
import type { Heard } from '#domain/dialogues/feedback';
import type { DialogueId } from '#domain/ids';
import { type FeedbackView, makeFeedback } from '#server/features/feedback';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import { type BuiltMember, buildMember } from '#tests/factories/workspaces';

const dayMs = 86_400_000;
const secret = 'The costs were not discussed';

describe.each(dialects)('feedback on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let feedback: ReturnType<typeof makeFeedback>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
    const { clock, documents } = test;
    feedback = makeFeedback({ db, clock, documents, events: test.house.events });
    await test.dialogues.startDialogue(test.asConvenor);
  });
  afterEach(() => db.close());

  const end = () => test.dialogues.endDialogue(test.asConvenor);
  const give = (who: BuiltMember, heard: Heard = 'yes', text = '') =>
    feedback.giveFeedback({
      ...test.as(who),
      institutionId: who.institutionId,
      facts: { heard, usefulness: null, text },
    });
  const shown = (who: BuiltMember): Promise<FeedbackView> => feedback.showFeedback(test.as(who));
  const givenBy = async (who: BuiltMember) =>
    (await feedback.listFeedback(test.asConvenor)).find(
      ({ institution }) => institution.id === who.institutionId,
    )?.given;
  const reply = async (to: BuiltMember, text: string, seenAt?: string) =>
    feedback.answerFeedback({
      ...{ ...test.asConvenor, institutionId: to.institutionId, reply: text },
      seenAt: seenAt ?? (await givenBy(to))?.givenAt ?? '',
    });
  const told = () => test.house.recorded.filter(({ kind }) => kind.startsWith('dialogue.feedback'));

  it('is asked of each invited institution once the dialogue has ended, for thirty days', async () => {
    const { ministry } = test;
    expect(await shown(ministry)).toMatchObject({ state: 'none', closesAt: null, own: null, asked: 4 });
    await expect(give(ministry)).rejects.toMatchObject({ code: 'feedback_closed' });
    await end();
    expect(await shown(ministry)).toMatchObject({ state: 'open', mayGive: true, own: null });
    await give(ministry, 'partly', ` ${secret} `);
    expect((await shown(ministry)).own).toMatchObject({ heard: 'partly', text: secret, usefulness: null });
    test.clock.advance(30 * dayMs);
    await give(ministry, 'no', secret);
    expect((await shown(ministry)).own).toMatchObject({ heard: 'no' });
    test.clock.advance(1);
    expect(await shown(ministry)).toMatchObject({ state: 'closed', own: { heard: 'no' } });
    await expect(give(ministry)).rejects.toMatchObject({ code: 'feedback_closed' });
    await expect(give(test.fund)).rejects.toMatchObject({ code: 'feedback_closed' });
    expect(await db.read.$count(db.tables.dialogueFeedback)).toBe(1);
  });

  it('counts once when it is sent twice, also when the second comes after the close', async () => {
    await end();
    await Promise.all([give(test.ministry, 'no', secret), give(test.ministry, 'no', secret)]);
    test.clock.advance(31 * dayMs);
    await give(test.ministry, 'no', secret);
    expect(told()).toHaveLength(1);
    expect(await db.read.$count(db.tables.dialogueFeedback)).toBe(1);
  });

  it('is given by those who speak for an invited institution, in its name alone', async () => {
    await end();
    const { ministry, fund, observer, guest } = test;
    for (const who of [observer, guest]) await expect(give(who)).rejects.toMatchObject({ code: 'forbidden' });
    const forAnother = { ...test.as(ministry), institutionId: fund.institutionId };
    await expect(
      feedback.giveFeedback({ ...forAnother, facts: { heard: 'yes', usefulness: null, text: '' } }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await give(test.convenor);
    expect(await db.read.$count(db.tables.dialogueFeedback)).toBe(1);
    expect((await shown(observer)).mayGive).toBe(false);
  });

  it('takes one of the answers, a step of the scale and a text of some length', async () => {
    await end();
    const { ministry } = test;
    const on = { ...test.as(ministry), institutionId: ministry.institutionId };
    const facts = { heard: 'yes', usefulness: 5, text: '' } as const;
    for (const bad of [{ heard: 'maybe' as Heard }, { usefulness: 6 as 5 }, { usefulness: 1.5 as 1 }])
      await expect(feedback.giveFeedback({ ...on, facts: { ...facts, ...bad } })).rejects.toMatchObject({
        code: 'invalid_input',
      });
    await expect(
      feedback.giveFeedback({ ...on, facts: { ...facts, text: 'x'.repeat(10_001) } }),
    ).rejects.toMatchObject({ code: 'too_large' });
    await feedback.giveFeedback({ ...on, facts });
    expect(await givenBy(ministry)).toMatchObject({ heard: 'yes', usefulness: 5, replyState: 'none' });
  });

  it('is read by convenors, by its institution, and by all others as counts from three answers on', async () => {
    await end();
    const { workspaceId, ministry, fund, guest, observer } = test;
    const colleague = await buildMember(db, {
      ...{ workspaceId, role: 'observer', institutionId: ministry.institutionId },
    });
    await give(ministry, 'no', secret);
    await give(fund, 'yes');
    for (const who of [fund, guest, observer, test.convenor]) expect((await shown(who)).counts).toBeNull();
    await give(test.convenor, 'none_raised');
    for (const who of [fund, guest, observer]) {
      const view = await shown(who);
      expect(view.counts).toEqual({ yes: 1, partly: 0, no: 1, none_raised: 1 });
      expect(JSON.stringify(view)).not.toContain(secret);
      await expect(feedback.listFeedback(test.as(who))).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect((await shown(colleague)).own).toMatchObject({ text: secret });
    const listed = await feedback.listFeedback(test.asConvenor);
    expect(listed).toHaveLength(4);
    expect(listed.filter(({ given }) => given)).toHaveLength(3);
    expect(await givenBy(ministry)).toMatchObject({ heard: 'no', text: secret, replyState: 'awaited' });
  });

  it('is as open under the Chatham House Rule, and no more', async () => {
    await test.dialogues.editDialogue({
      ...test.asConvenor,
      facts: dialogueFacts({ isChathamHouse: true }),
    });
    await end();
    for (const who of [test.ministry, test.fund, test.convenor]) await give(who, 'no', secret);
    expect((await shown(test.guest)).counts).toMatchObject({ no: 3 });
    expect(await givenBy(test.ministry)).toMatchObject({ text: secret });
  });

  it('is replied to by convenors, and the institution reads what is done about it', async () => {
    await end();
    const { ministry, fund } = test;
    await give(ministry, 'no', secret);
    test.clock.advance(dayMs);
    await reply(ministry, ' A meeting on costs ');
    await reply(ministry, 'A meeting on costs', 'long ago');
    expect((await shown(ministry)).own).toMatchObject({
      ...{ reply: 'A meeting on costs', replyState: 'given' },
    });
    expect(JSON.stringify(await shown(fund))).not.toContain('A meeting on costs');
    expect(told().map(({ kind }) => kind)).toEqual(['dialogue.feedbackGiven', 'dialogue.feedbackAnswered']);
    test.clock.advance(dayMs);
    await give(ministry, 'no', `${secret} enough`);
    expect((await shown(ministry)).own).toMatchObject({
      ...{ reply: 'A meeting on costs', replyState: 'outdated' },
    });
    test.clock.advance(31 * dayMs);
    await reply(ministry, 'Two meetings');
    expect((await shown(ministry)).own).toMatchObject({ reply: 'Two meetings', replyState: 'given' });
  });

  it('is not replied to unread, where nothing was written, or by others than convenors', async () => {
    await end();
    const { ministry, fund } = test;
    await expect(reply(ministry, 'R')).rejects.toMatchObject({ code: 'not_found' });
    await give(fund);
    await expect(reply(fund, 'R')).rejects.toMatchObject({ code: 'stale' });
    await give(ministry, 'no', secret);
    const seenAt = (await givenBy(ministry))?.givenAt;
    test.clock.advance(1000);
    await give(ministry, 'partly', secret);
    await expect(reply(ministry, 'R', seenAt)).rejects.toMatchObject({ code: 'stale' });
    await expect(reply(ministry, ' ')).rejects.toMatchObject({ code: 'invalid_input' });
    for (const who of [ministry, fund, test.guest])
      await expect(
        feedback.answerFeedback({
          ...{ ...test.as(who), institutionId: ministry.institutionId },
          ...{ seenAt: seenAt ?? '', reply: 'R' },
        }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await givenBy(ministry)).toMatchObject({ reply: '', repliedAt: null });
  });

  it('is recorded without its words, and told in no feed', async () => {
    await end();
    const { ministry } = test;
    await give(ministry, 'no', secret);
    await reply(ministry, 'A meeting on costs');
    expect(told()).toMatchObject([
      {
        accountId: ministry.accountId,
        institutionId: ministry.institutionId,
        after: { institutionId: ministry.institutionId, heard: 'no', usefulness: null },
      },
      { accountId: test.convenor.accountId, after: { institutionId: ministry.institutionId } },
    ]);
    const events = JSON.stringify(await db.read.select().from(db.tables.events));
    for (const words of [secret, 'A meeting on costs']) expect(events).not.toContain(words);
    for (const { kind } of told()) expect(untoldKinds).toContain(kind);
  });

  it('is out of reach from another workspace, and is that of its own dialogue', async () => {
    await end();
    await give(test.ministry, 'no', secret);
    const other = await openTestDialogue(db, 'other');
    const asked = { ...test.asConvenor, actor: other.convenor.actor };
    await expect(feedback.showFeedback(asked)).rejects.toMatchObject({ code: 'not_found' });
    await expect(feedback.listFeedback(asked)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      feedback.showFeedback({ ...other.asConvenor, dialogueId: test.dialogueId }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const next = { ...test.asConvenor, dialogueId: 'next' as DialogueId };
    await test.dialogues.planDialogue({ ...next, facts: dialogueFacts() });
    expect(
      await feedback.showFeedback({ ...test.as(test.ministry), dialogueId: next.dialogueId }),
    ).toMatchObject({
      ...{ own: null, asked: 0, counts: null },
    });
    expect(await feedback.listFeedback(next)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Step } from '#domain/dialogues/gradient';
import type { DecisionId, DialogueProposalId, PositionId } from '#domain/ids';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { consensus, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

const hour = 3_600_000;

describe.each(dialects)('proposals and decisions on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db, 'mdg');
  });
  afterEach(() => db.close());

  const take = (
    who: BuiltMember,
    proposalId: DialogueProposalId,
    step: Step,
    more: { reason?: string; id?: string; isAdReferendum?: boolean } = {},
  ) =>
    test.dialogues.takePosition({
      ...test.as(who),
      proposalId,
      position: {
        id: (more.id ?? newId()) as PositionId,
        ...{ institutionId: who.institutionId, step, reason: more.reason ?? '' },
        isAdReferendum: more.isAdReferendum ?? false,
      },
    });
  const close = (proposalId: DialogueProposalId) =>
    test.dialogues.closeProposal({ ...test.asConvenor, proposalId });
  const seenBy = async (who: BuiltMember, proposalId: DialogueProposalId) => {
    const { items } = await test.dialogues.showDialogue(test.as(who));
    return items.flatMap(({ proposals }) => proposals).find(({ id }) => id === proposalId);
  };
  const decide = (
    proposalId: DialogueProposalId,
    changes: { act: 'amend' | 'supersede'; decisionId: DecisionId } | null = null,
    decisionId = newId<DecisionId>(),
  ) =>
    test.dialogues
      .decide({
        ...{ ...test.asConvenor, proposalId, decisionId },
        facts: {
          text: 'Costs are shared',
          budgetImplication: 'MGA 2 billion',
          reviewOn: '2027-01-31',
          changes,
        },
      })
      .then(() => decisionId);

  it('fails on one objection, is amended into another and adopted with a reservation, which the register keeps', async () => {
    const { dialogues, asConvenor, ministry, fund } = test;
    const itemId = await test.addItem();
    const first = await test.openProposal(itemId);
    await take(ministry, first, 'support');
    await take(fund, first, 'block', { reason: 'No mandate' });
    await close(first);
    await close(first);
    expect((await seenBy(ministry, first))?.verdict).toEqual({
      outcome: 'not_adopted',
      reasons: [{ code: 'objections', institutionIds: [fund.institutionId] }],
    });
    const second = await test.openProposal(itemId, { text: 'Share by capacity', amendsId: first });
    await take(ministry, second, 'whole_hearted');
    await take(fund, second, 'reservations', { reason: 'Pending the board', isAdReferendum: true });
    expect((await seenBy(ministry, second))?.amends).toEqual({ id: first, number: 1 });
    expect((await seenBy(ministry, first))?.amendedBy).toEqual([2]);
    await close(second);
    const decisionId = await decide(second);
    await decide(second, null, decisionId);
    const [decision, ...others] = await dialogues.listDecisions(asConvenor);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({
      ...{ id: decisionId, reference: 'MDG/2026/01/D1', state: 'adopted', by: null },
      ...{ budgetImplication: 'MGA 2 billion', reviewOn: '2027-01-31', rule: consensus },
      reservations: [{ institution: { id: fund.institutionId }, reason: 'Pending the board' }],
    });
    expect(decision?.verdict.reasons.map(({ code }) => code)).toEqual([
      'no_objection',
      'reservations',
      'ad_referendum',
    ]);
    expect((await seenBy(ministry, second))?.decision?.reference).toBe('MDG/2026/01/D1');
  });

  it('shows a draft to those who run the dialogue alone, also one withdrawn before it was put', async () => {
    const { dialogues, asConvenor, convenor, ministry, observer, guest } = test;
    const itemId = await test.addItem();
    const first = await test.openProposal(itemId);
    await take(ministry, first, 'block', { reason: 'Budget' });
    await close(first);
    const draft = newId<DialogueProposalId>();
    const facts = { text: 'The draft', scale: 'gradient', isHidden: false, rule: consensus } as const;
    await dialogues.propose({ ...asConvenor, proposalId: draft, itemId, facts, amendsId: first });
    const assertUnknown = async () => {
      expect((await seenBy(convenor, draft))?.text).toBe('The draft');
      for (const who of [ministry, observer, guest]) {
        const page = await dialogues.showDialogue(test.as(who));
        expect(JSON.stringify(page)).not.toContain('The draft');
        // Not even that there is one is told.
        expect((await seenBy(who, first))?.amendedBy).toEqual([]);
      }
      const wall = await dialogues.showDialogue({ ...asConvenor, audience: 'room' });
      expect(JSON.stringify(wall)).not.toContain('The draft');
    };
    await assertUnknown();
    await dialogues.withdrawProposal({ ...asConvenor, proposalId: draft });
    await assertUnknown();
    const put = await test.openProposal(itemId, { text: 'What was put' });
    await dialogues.withdrawProposal({ ...asConvenor, proposalId: put });
    expect(await seenBy(guest, put)).toMatchObject({ text: 'What was put', state: 'withdrawn' });
  });

  it('lets an institution change its position until closing, keeps the history, and counts one sent twice once', async () => {
    const { ministry, observer, guest } = test;
    const proposalId = await test.openProposal(await test.addItem());
    await expect(take(ministry, proposalId, 'abstain')).rejects.toMatchObject({
      code: 'invalid_input',
      details: { problem: 'reason_missing' },
    });
    for (const who of [observer, guest])
      await expect(take(who, proposalId, 'support')).rejects.toMatchObject({ code: 'forbidden' });
    const once = { id: 'phone-1', reason: 'Budget' };
    await take(ministry, proposalId, 'block', once);
    await take(ministry, proposalId, 'block', once);
    await take(ministry, proposalId, 'support');
    await close(proposalId);
    await take(ministry, proposalId, 'block', once);
    await expect(take(ministry, proposalId, 'block', { reason: 'Late' })).rejects.toMatchObject({
      code: 'stale',
    });
    await expect(take(ministry, proposalId, 'support', { id: 'phone-1' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const seen = await seenBy(guest, proposalId);
    expect(seen?.history.map(({ step }) => step)).toEqual(['block', 'support']);
    expect(seen?.positions.map(({ step }) => step)).toEqual(['support']);
    const elsewhere = await test.openProposal(await test.addItem());
    await expect(take(ministry, elsewhere, 'support', { id: 'phone-1' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('hides positions until closing where that was chosen, from the convenor too', async () => {
    const { ministry, fund, convenor } = test;
    const proposalId = await test.openProposal(await test.addItem(), { isHidden: true });
    await take(ministry, proposalId, 'support');
    await take(fund, proposalId, 'block', { reason: 'secret reason' });
    for (const who of [convenor, ministry]) {
      const seen = await seenBy(who, proposalId);
      expect(seen?.answered.sort()).toEqual([ministry.institutionId, fund.institutionId].sort());
      expect(seen?.verdict).toBeNull();
      expect(JSON.stringify(seen)).not.toContain('secret reason');
    }
    expect((await seenBy(fund, proposalId))?.positions).toMatchObject([{ step: 'block' }]);
    await close(proposalId);
    expect((await seenBy(ministry, proposalId))?.positions).toHaveLength(2);
    expect((await seenBy(ministry, proposalId))?.verdict?.outcome).toBe('not_adopted');
  });

  it('has positions of the absent recorded by the convenor, with what is known of them', async () => {
    const { dialogues, asConvenor, ministry, fund, as } = test;
    const proposalId = await test.openProposal(await test.addItem());
    const position = {
      ...{ id: newId<PositionId>(), institutionId: fund.institutionId, step: 'support' as const },
      ...{ reason: '', isAdReferendum: false, basis: 'Letter of 1 March' },
    };
    const record = (asked: typeof asConvenor, basis = position.basis) =>
      dialogues.recordPosition({ ...asked, proposalId, position: { ...position, basis } });
    await expect(record(as(ministry))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(record(asConvenor, ' ')).rejects.toMatchObject({ details: { problem: 'basis_missing' } });
    await record(asConvenor);
    expect((await seenBy(ministry, proposalId))?.positions).toMatchObject([{ basis: 'Letter of 1 March' }]);
  });

  it('under silence is adopted at the deadline, after which nobody speaks', async () => {
    const { clock, ministry } = test;
    const deadlineMs = clock.now().getTime() + hour;
    const proposalId = await test.openProposal(await test.addItem(), {
      rule: { kind: 'silence', deadlineMs },
    });
    await expect(close(proposalId)).rejects.toMatchObject({ code: 'verdict_pending' });
    clock.advance(hour);
    await expect(take(ministry, proposalId, 'block', { reason: 'Late' })).rejects.toMatchObject({
      code: 'stale',
    });
    expect((await seenBy(ministry, proposalId))?.isTaking).toBe(false);
    await close(proposalId);
    expect((await seenBy(ministry, proposalId))?.verdict?.outcome).toBe('adopted');
    await expect(
      test.openProposal(await test.addItem(), { rule: { kind: 'silence', deadlineMs } }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('is not asked of who declined, and is closed with no verdict by nobody', async () => {
    const { dialogues, as, fund, asConvenor, ministry } = test;
    await dialogues.answerInvitation({ ...as(fund), institutionId: fund.institutionId, answer: 'declined' });
    const proposalId = await test.openProposal(await test.addItem());
    await expect(take(fund, proposalId, 'support')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(close(proposalId)).rejects.toMatchObject({ code: 'verdict_pending' });
    await dialogues.withdrawProposal({ ...asConvenor, proposalId });
    await expect(take(ministry, proposalId, 'support')).rejects.toMatchObject({ code: 'stale' });
    await expect(decide(proposalId)).rejects.toMatchObject({ code: 'stale' });
  });

  it('is put, closed and decided by convenors alone', async () => {
    const { dialogues, as, ministry } = test;
    const itemId = await test.addItem();
    const proposalId = await test.openProposal(itemId);
    const facts = { text: 'x', scale: 'gradient', isHidden: false, rule: consensus } as const;
    const asked = { ...as(ministry), proposalId };
    const decision = { text: 'x', budgetImplication: '', reviewOn: null, changes: null };
    const acts = [
      () => dialogues.propose({ ...asked, itemId, facts, amendsId: null }),
      () => dialogues.openProposal(asked),
      () => dialogues.closeProposal(asked),
      () => dialogues.withdrawProposal(asked),
      () => dialogues.decide({ ...asked, decisionId: newId<DecisionId>(), facts: decision }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('supersedes an earlier decision, which then says by which', async () => {
    const { ministry, dialogues, asConvenor } = test;
    const itemId = await test.addItem();
    const adopted = async () => {
      const proposalId = await test.openProposal(itemId);
      await take(ministry, proposalId, 'support');
      await close(proposalId);
      return proposalId;
    };
    const first = await decide(await adopted());
    await decide(await adopted(), { act: 'supersede', decisionId: first });
    await expect(decide(await adopted(), { act: 'amend', decisionId: first })).rejects.toMatchObject({
      code: 'stale',
    });
    const lines = await dialogues.listDecisions(asConvenor);
    expect(lines.map(({ reference, state, by }) => [reference, state, by])).toEqual([
      ['MDG/2026/01/D1', 'superseded', 'MDG/2026/01/D2'],
      ['MDG/2026/01/D2', 'adopted', null],
    ]);
    const sort = { key: 'reference', isDescending: true } as const;
    const filter = { search: 'shared', state: 'superseded', sort, page: 1, size: 10 };
    const { rows } = await dialogues.pageDecisions(asConvenor, filter);
    expect(rows.map(({ reference }) => reference)).toEqual(['MDG/2026/01/D1']);
  });

  it('leaves an earlier decision in force where it is put off itself', async () => {
    const { ministry, fund, dialogues, asConvenor } = test;
    const itemId = await test.addItem();
    const adopted = await test.openProposal(itemId);
    await take(ministry, adopted, 'support');
    await close(adopted);
    const first = await decide(adopted);
    const rejected = await test.openProposal(itemId);
    await take(fund, rejected, 'block', { reason: 'No mandate' });
    await close(rejected);
    await expect(decide(rejected, { act: 'supersede', decisionId: first })).rejects.toMatchObject({
      code: 'deferral_changes_nothing',
    });
    await decide(rejected);
    const lines = await dialogues.listDecisions(asConvenor);
    expect(lines.map(({ state }) => state)).toEqual(['adopted', 'deferred']);
  });

  it('is entered once: a second convenor is told, and the first one’s second click is not', async () => {
    const proposalId = await test.openProposal(await test.addItem());
    await take(test.ministry, proposalId, 'support');
    await close(proposalId);
    const decisionId = await decide(proposalId);
    await decide(proposalId, null, decisionId);
    await expect(decide(proposalId)).rejects.toMatchObject({ code: 'stale' });
    expect(await test.dialogues.listDecisions(test.asConvenor)).toHaveLength(1);
  });

  it.each([
    ['convenor', [], ['guest', 'ministry', 'observer']],
    ['participants', ['ministry', 'observer'], ['guest']],
  ] as const)(
    'of an item for %s is not there for others: neither in the dialogue, the register, the feed nor a command',
    async (confidentiality, open, closed) => {
      const { dialogues, as, house, workspaceId, convenor, fund, asConvenor } = test;
      const itemId = await test.addItem(confidentiality, 'Secret item');
      await test.addItem('public', 'Open item');
      await dialogues.actOnItem({ ...asConvenor, itemId, act: 'open' });
      const proposalId = await test.openProposal(itemId, { text: 'Secret text' });
      await dialogues.recordPosition({
        ...{ ...asConvenor, proposalId },
        position: {
          ...{ id: newId<PositionId>(), institutionId: fund.institutionId, step: 'support' as const },
          ...{ reason: '', isAdReferendum: false, basis: 'Letter' },
        },
      });
      await close(proposalId);
      await decide(proposalId);
      const seen = async (who: BuiltMember) =>
        JSON.stringify([
          await dialogues.showDialogue(as(who)),
          await dialogues.listDecisions(as(who)),
          await dialogues.pageDecisions(as(who), {
            ...{ search: '', state: '', page: 1, size: 10 },
            sort: { key: 'decided', isDescending: false },
          }),
        ]);
      for (const name of ['convenor', ...open] as const) {
        expect(await seen(test[name])).toContain('Secret text');
        expect(await seen(test[name])).toContain('MDG/2026/01/D1');
      }
      for (const name of closed) {
        expect(await seen(test[name])).not.toMatch(/Secret|MDG\/2026/);
        expect((await dialogues.showDialogue(as(test[name]))).items.map(({ title }) => title)).toEqual([
          'Open item',
        ]);
      }
      const outside = confidentiality === 'convenor' ? test.ministry : test.guest;
      const { institutionId } = outside;
      const request = { id: 'r', institutionId, speaker: '', kind: 'intervention' } as const;
      if (confidentiality === 'convenor') {
        await expect(dialogues.requestFloor({ ...as(outside), itemId, request })).rejects.toMatchObject({
          code: 'not_found',
        });
        await expect(take(outside, proposalId, 'support')).rejects.toMatchObject({ code: 'not_found' });
      }
      const filter = { institutionId: null, group: null, before: null, limit: 50 };
      const feed = await house.activity.listActivity({ actor: convenor.actor, workspaceId, filter });
      expect(feed.entries.map(({ kind }) => kind).filter((kind) => /proposal|decided/.test(kind))).toEqual(
        [],
      );
    },
  );
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Step } from '#domain/dialogues/gradient';
import type { Confidentiality } from '#domain/dialogues/kinds';
import type { DecisionRule } from '#domain/dialogues/verdict';
import type { DecisionId, DialogueId, DialogueItemId, DialogueProposalId, PositionId } from '#domain/ids';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { consensus, dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import { type BuiltMember, buildWorkspace } from '#tests/factories/workspaces';

const stale = { code: 'stale' };

describe.each(dialects)('a deferred decision on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db, 'mdg');
  });
  afterEach(() => db.close());

  /** A second dialogue, to which the ministry alone is invited. */
  async function laterDialogue(): Promise<DialogueId> {
    const dialogueId = newId<DialogueId>();
    const on = { ...test.asConvenor, dialogueId };
    await test.dialogues.planDialogue({ ...on, facts: dialogueFacts({ title: 'The next one' }) });
    const institutionIds = [test.ministry.institutionId];
    await test.dialogues.inviteInstitutions({ ...on, institutionIds });
    return dialogueId;
  }

  async function closeWith(dialogueId: DialogueId, proposalId: DialogueProposalId, step: Step) {
    const on = { ...test.asConvenor, dialogueId, proposalId };
    const { institutionId } = test.ministry;
    await test.dialogues.takePosition({
      ...{ ...test.as(test.ministry), dialogueId, proposalId },
      position: {
        ...{ id: newId<PositionId>(), institutionId, step, reason: 'As discussed', isAdReferendum: false },
      },
    });
    await test.dialogues.closeProposal(on);
  }

  async function enter(dialogueId: DialogueId, proposalId: DialogueProposalId): Promise<DecisionId> {
    const decisionId = newId<DecisionId>();
    const facts = { text: 'Share', budgetImplication: '', reviewOn: null, changes: null };
    await test.dialogues.decide({ ...test.asConvenor, dialogueId, proposalId, decisionId, facts });
    return decisionId;
  }

  async function defer(
    confidentiality: Confidentiality = 'public',
    rule: DecisionRule = consensus,
  ): Promise<DecisionId> {
    const proposalId = await test.openProposal(await test.addItem(confidentiality), { rule });
    await closeWith(test.dialogueId, proposalId, 'block');
    return enter(test.dialogueId, proposalId);
  }

  async function takeUp(decisionId: DecisionId, dialogueId: DialogueId, who: BuiltMember = test.convenor) {
    const [itemId, proposalId] = [newId<DialogueItemId>(), newId<DialogueProposalId>()];
    const on = { ...test.as(who), decisionId, dialogueId, itemId, proposalId };
    await test.dialogues.takeUpDecision(on);
    return on;
  }

  const lines = async () =>
    (await test.dialogues.listDecisions({ ...test.asConvenor, dialogueId: undefined })).map(
      ({ reference, state, by, reviewOn }) => ({ reference, state, by, reviewOn }),
    );
  const deferral = (decisionId: DecisionId, who: BuiltMember = test.convenor) =>
    test.dialogues.showDeferral({ ...test.as(who), decisionId });
  const told = () =>
    test.house.recorded.map(({ kind }) => kind).filter((kind) => /decision(TakenUp|Postponed)/.test(kind));
  const agenda = async (dialogueId: DialogueId) =>
    (await test.dialogues.showDialogue({ ...test.asConvenor, dialogueId })).items;

  it('comes on the agenda of a later dialogue as a draft, and what is adopted there takes its place', async () => {
    const decisionId = await defer();
    const dialogueId = await laterDialogue();
    const on = await takeUp(decisionId, dialogueId);
    await test.dialogues.takeUpDecision(on);
    const [item, ...others] = await agenda(dialogueId);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      title: 'MDG/2026/01/D1 · Item public',
      proposals: [{ id: on.proposalId, text: 'Share', rule: consensus, state: 'draft' }],
    });
    expect(await deferral(decisionId, test.guest)).toMatchObject({
      ...{ isOpen: false, takenUp: { dialogue: { id: dialogueId, title: 'The next one' } } },
    });
    expect(told()).toEqual(['dialogue.decisionTakenUp']);
    await test.dialogues.openProposal({ ...test.asConvenor, dialogueId, proposalId: on.proposalId });
    await closeWith(dialogueId, on.proposalId, 'support');
    await enter(dialogueId, on.proposalId);
    expect(await lines()).toMatchObject([
      { reference: 'MDG/2026/01/D1', state: 'superseded', by: 'MDG/2026/02/D1' },
      { reference: 'MDG/2026/02/D1', state: 'adopted' },
    ]);
    expect(await deferral(decisionId)).toMatchObject({ takenUp: { dialogue: { id: dialogueId } } });
    await expect(takeUp(decisionId, await laterDialogue())).rejects.toMatchObject(stale);
  });

  it('gives way to an amendment of the draft, but to nothing else that is adopted there', async () => {
    const decisionId = await defer();
    const dialogueId = await laterDialogue();
    const { itemId, proposalId: draft } = await takeUp(decisionId, dialogueId);
    const on = { ...test.asConvenor, dialogueId };
    async function adopt(amendsId: DialogueProposalId | null) {
      const proposalId = newId<DialogueProposalId>();
      const facts = { text: 'Other', scale: 'gradient', isHidden: false, rule: consensus } as const;
      await test.dialogues.propose({ ...on, proposalId, itemId, facts, amendsId });
      await test.dialogues.openProposal({ ...on, proposalId });
      await closeWith(dialogueId, proposalId, 'support');
      await enter(dialogueId, proposalId);
    }
    await adopt(null);
    expect((await lines())[0]).toMatchObject({ state: 'deferred' });
    await test.dialogues.withdrawProposal({ ...on, proposalId: draft });
    await adopt(draft);
    expect((await lines())[0]).toMatchObject({ state: 'superseded', by: 'MDG/2026/02/D2' });
  });

  it('stays deferred where it fails again, and can be taken up once more', async () => {
    const decisionId = await defer();
    const dialogueId = await laterDialogue();
    const { proposalId } = await takeUp(decisionId, dialogueId);
    await expect(takeUp(decisionId, await laterDialogue())).rejects.toMatchObject(stale);
    const later = { decisionId, reviewOn: '2026-09-30', reason: 'No costing' };
    await expect(test.dialogues.postponeDecision({ ...test.asConvenor, ...later })).rejects.toMatchObject(
      stale,
    );
    await test.dialogues.openProposal({ ...test.asConvenor, dialogueId, proposalId });
    await closeWith(dialogueId, proposalId, 'block');
    await enter(dialogueId, proposalId);
    expect((await lines()).map(({ state }) => state)).toEqual(['deferred', 'deferred']);
    expect(await deferral(decisionId)).toMatchObject({ isOpen: true });
    await takeUp(decisionId, await laterDialogue());
  });

  it('that failed under silence is put by consensus, and never in a dialogue that has ended', async () => {
    const deadlineMs = test.clock.now().getTime() + 60_000;
    const decisionId = await defer('public', { kind: 'silence', deadlineMs });
    await test.dialogues.startDialogue(test.asConvenor);
    await test.dialogues.endDialogue(test.asConvenor);
    await expect(takeUp(decisionId, test.dialogueId)).rejects.toMatchObject(stale);
    const dialogueId = await laterDialogue();
    await takeUp(decisionId, dialogueId);
    expect((await agenda(dialogueId))[0]?.proposals).toMatchObject([{ rule: consensus }]);
  });

  it('gets another review date with its reason, once, and keeps those before', async () => {
    const decisionId = await defer();
    const put = (reviewOn: string, reason: string) =>
      test.dialogues.postponeDecision({ ...test.asConvenor, decisionId, reviewOn, reason });
    await put('2026-06-30', 'No costing yet');
    await put('2026-06-30', 'No costing yet');
    await put('2026-09-30', 'No quorum');
    expect((await lines())[0]).toMatchObject({ state: 'deferred', reviewOn: '2026-09-30' });
    expect((await deferral(decisionId, test.guest)).postponed).toMatchObject([
      { reviewOn: null, reason: 'No costing yet' },
      { reviewOn: '2026-06-30', reason: 'No quorum' },
    ]);
    expect(told()).toEqual(['dialogue.decisionPostponed', 'dialogue.decisionPostponed']);
    for (const [reviewOn, reason] of [
      ['2026-10-01', ' '],
      ['2020-01-01', 'Late'],
      ['2027-02-30', 'No such day'],
    ] as const)
      await expect(put(reviewOn, reason)).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('in confidence stays so: told to nobody, and to those alone who may know both items', async () => {
    const decisionId = await defer('participants');
    const dialogueId = await laterDialogue();
    const reviewOn = '2026-09-30';
    await test.dialogues.postponeDecision({ ...test.asConvenor, decisionId, reviewOn, reason: 'R' });
    await takeUp(decisionId, dialogueId);
    expect(told()).toEqual([
      'dialogue.decisionPostponedInConfidence',
      'dialogue.decisionTakenUpInConfidence',
    ]);
    expect((await agenda(dialogueId))[0]).toMatchObject({ confidentiality: 'participants' });
    await expect(deferral(decisionId, test.guest)).rejects.toMatchObject({ code: 'not_found' });
    expect(await deferral(decisionId, test.ministry)).toMatchObject({ takenUp: { dialogue: {} } });
    // The fund takes part in the first dialogue alone.
    expect(await deferral(decisionId, test.fund)).toMatchObject({ postponed: [{}], takenUp: null });
  });

  it('is for convenors of its workspace alone, and what was adopted is neither taken up nor put off', async () => {
    const decisionId = await defer();
    const dialogueId = await laterDialogue();
    const later = { reviewOn: '2026-09-30', reason: 'R' };
    for (const who of [test.ministry, test.observer]) {
      await expect(takeUp(decisionId, dialogueId, who)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(
        test.dialogues.postponeDecision({ ...test.as(who), decisionId, ...later }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    }
    const other = await buildWorkspace(db);
    const there = { actor: other.convenor.actor, workspaceId: other.workspaceId };
    await expect(test.dialogues.postponeDecision({ ...there, decisionId, ...later })).rejects.toMatchObject({
      code: 'not_found',
    });
    const proposalId = await test.openProposal(await test.addItem());
    await closeWith(test.dialogueId, proposalId, 'support');
    const adopted = await enter(test.dialogueId, proposalId);
    await expect(takeUp(adopted, dialogueId)).rejects.toMatchObject(stale);
    expect(await agenda(dialogueId)).toEqual([]);
    await expect(
      test.dialogues.postponeDecision({ ...test.asConvenor, decisionId: adopted, ...later }),
    ).rejects.toMatchObject(stale);
  });
});

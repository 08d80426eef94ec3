import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportDocument } from '#app/features/dialogues/report/report-document.server';
import type { Db } from '#db/db';
import type { Step } from '#domain/dialogues/gradient';
import type { AttendanceState, QuorumRule } from '#domain/dialogues/quorum';
import type { DecisionRule } from '#domain/dialogues/verdict';
import type { AttendanceMarkId, DialogueItemId, DialogueProposalId, PositionId } from '#domain/ids';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

const half: QuorumRule = { by: 'institution', atLeast: { numerator: 1, denominator: 2 } };
const byTelephone = { basis: 'By telephone, 2 March' };

describe.each(dialects)('who declined and comes all the same on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let itemId: DialogueItemId;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
    itemId = await test.addItem();
    await test.dialogues.editDialogue({ ...test.asConvenor, facts: dialogueFacts({ quorum: half }) });
    await test.dialogues.startDialogue(test.asConvenor);
    await answer(test.fund, 'declined');
  });
  afterEach(async () => {
    await test.documents.stop();
    await db.close();
  });

  const answer = (who: BuiltMember, said: 'accepted' | 'declined') =>
    test.dialogues.answerInvitation({ ...test.as(who), institutionId: who.institutionId, answer: said });
  const record = (who: BuiltMember, said: 'accepted' | 'declined', basis = byTelephone.basis) =>
    test.dialogues.recordAnswer({
      ...{ ...test.asConvenor, institutionId: who.institutionId, answer: said, basis },
    });
  const mark = async ({ institutionId }: BuiltMember, state: AttendanceState) => {
    const id = newId<AttendanceMarkId>();
    await test.dialogues.markAttendance({ ...test.asConvenor, mark: { id, institutionId, state } });
    return id;
  };
  const position = ({ institutionId }: BuiltMember, step: Step) => ({
    ...{ id: newId<PositionId>(), institutionId, step, reason: 'No mandate', isAdReferendum: false },
  });
  const take = (who: BuiltMember, proposalId: DialogueProposalId, step: Step) =>
    test.dialogues.takePosition({ ...test.as(who), proposalId, position: position(who, step) });
  const recordPosition = (who: BuiltMember, proposalId: DialogueProposalId, step: Step = 'support') =>
    test.dialogues.recordPosition({
      ...{ ...test.asConvenor, proposalId, position: { ...position(who, step), ...byTelephone } },
    });
  const show = (who: BuiltMember = test.convenor) => test.dialogues.showDialogue(test.as(who));
  const seen = async (proposalId: DialogueProposalId) => {
    const proposals = (await show()).items.flatMap((item) => item.proposals);
    const proposal = proposals.find(({ id }) => id === proposalId);
    if (!proposal) throw new Error('The proposal is not there.');
    return proposal;
  };
  const eligible = async (proposalId: DialogueProposalId) =>
    new Map((await seen(proposalId)).eligible.map((one) => [one.institutionId, one.addedAtMs ?? 'opening']));
  const invited = async (who: BuiltMember) =>
    (await show()).institutions.find(({ institution }) => institution.id === who.institutionId);
  const kindsTold = async (about: DialogueProposalId) =>
    (await db.read.select().from(db.tables.events))
      .filter(({ after }) => after?.proposalId === about)
      .map(({ kind }) => kind);

  it('takes its position on what is opened while it is there, and its block is not passed over', async () => {
    const { fund, ministry, dialogues, asConvenor } = test;
    await mark(fund, 'remote');
    const proposalId = await test.openProposal(itemId);
    expect((await eligible(proposalId)).get(fund.institutionId)).toBe('opening');
    await take(ministry, proposalId, 'support');
    await take(fund, proposalId, 'block');
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    expect((await seen(proposalId)).verdict).toEqual({
      outcome: 'not_adopted',
      reasons: [{ code: 'objections', institutionIds: [fund.institutionId] }],
    });
  });

  it('is added to what was open when it came, once, and the record says since when', async () => {
    const { fund, clock, dialogues, asConvenor } = test;
    const proposalId = await test.openProposal(itemId);
    expect((await eligible(proposalId)).has(fund.institutionId)).toBe(false);
    await expect(take(fund, proposalId, 'support')).rejects.toMatchObject({ code: 'forbidden' });
    clock.advance(60_000);
    await mark(fund, 'excused');
    expect((await eligible(proposalId)).has(fund.institutionId)).toBe(false);
    await mark(fund, 'present');
    const cameAtMs = clock.now().getTime();
    clock.advance(60_000);
    await mark(fund, 'left');
    await mark(fund, 'present');
    expect((await eligible(proposalId)).get(fund.institutionId)).toBe(cameAtMs);
    expect((await kindsTold(proposalId)).filter((kind) => kind.endsWith('Admitted'))).toHaveLength(1);
    await take(fund, proposalId, 'support');
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    const report = await dialogues.dialogueReport({ ...asConvenor, audience: 'convenor' });
    expect(report.items[0]?.proposals[0]?.added).toEqual([
      { institutionId: fund.institutionId, atMs: cameAtMs },
    ]);
    expect(JSON.stringify(reportDocument(report, 'en'))).toContain(
      'Added after the proposal had been opened',
    );
    const secret = dialogueFacts({ isChathamHouse: true });
    await dialogues.editDialogue({ ...asConvenor, facts: secret });
    const unnamed = await dialogues.dialogueReport({ ...asConvenor, audience: 'convenor' });
    expect(unnamed.items[0]?.proposals[0]?.added).toEqual([{ institutionId: null, atMs: 0 }]);
    expect(JSON.stringify(reportDocument(unnamed, 'en'))).toContain('1 institution was added after');
  });

  it('is not added to what has closed, nor once silence is over', async () => {
    const { fund, ministry, clock, dialogues, asConvenor } = test;
    const closed = await test.openProposal(itemId);
    await take(ministry, closed, 'support');
    await dialogues.closeProposal({ ...asConvenor, proposalId: closed });
    const rule: DecisionRule = { kind: 'silence', deadlineMs: clock.now().getTime() + 1_000 };
    const silent = await test.openProposal(itemId, { rule });
    clock.advance(2_000);
    await mark(fund, 'present');
    for (const proposalId of [closed, silent])
      expect((await eligible(proposalId)).has(fund.institutionId)).toBe(false);
  });

  it('is out again where the mark was a mistake and it has not spoken; what it said stays', async () => {
    const { fund, dialogues, asConvenor } = test;
    const proposalId = await test.openProposal(itemId);
    const mistaken = await mark(fund, 'present');
    await dialogues.takeBackMark({ ...asConvenor, markId: mistaken });
    expect((await eligible(proposalId)).has(fund.institutionId)).toBe(false);
    const again = await mark(fund, 'present');
    await take(fund, proposalId, 'block');
    await dialogues.takeBackMark({ ...asConvenor, markId: again });
    expect((await eligible(proposalId)).has(fund.institutionId)).toBe(true);
    expect((await seen(proposalId)).positions).toHaveLength(1);
  });

  it('has its answer recorded by the convenor on what it is known, until it answers itself', async () => {
    const { fund, ministry, dialogues, asConvenor } = test;
    await expect(record(fund, 'accepted', ' ')).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(record(test.guest, 'accepted')).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      dialogues.recordAnswer({
        ...{ ...test.as(ministry), institutionId: fund.institutionId, answer: 'accepted', ...byTelephone },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const proposalId = await test.openProposal(itemId);
    await record(fund, 'accepted');
    expect(await invited(fund)).toMatchObject({ answer: 'accepted', answerBasis: byTelephone.basis });
    const sort = { key: 'number', isDescending: false } as const;
    const filter = { search: '', type: '', state: '', sort, page: 1, size: 9 };
    const { rows } = await dialogues.listDialogues(test.as(fund), filter);
    expect(rows).toMatchObject([{ own: 'accepted', ownBasis: byTelephone.basis }]);
    // It accepted: what it lets know by telephone can be recorded, without a mark that it came.
    await recordPosition(fund, proposalId);
    await answer(fund, 'accepted');
    expect(await invited(fund)).toMatchObject({ answer: 'accepted', answerBasis: null });
    await record(ministry, 'declined');
    const report = await dialogues.dialogueReport({ ...asConvenor, audience: 'convenor' });
    expect(JSON.stringify(reportDocument(report, 'en'))).toContain(
      `Declined (recorded by the convenor: ${byTelephone.basis})`,
    );
  });

  it('counts for the quorum alike on the wall, in the verdict and in the report', async () => {
    const { fund, ministry, dialogues, asConvenor, as } = test;
    const rule: DecisionRule = { kind: 'consensus', quorum: half };
    const quorums = async (proposalId: DialogueProposalId) => {
      const wall = await dialogues.showDialogue({ ...as(ministry), audience: 'room' });
      const [first] = (await seen(proposalId)).verdict?.reasons ?? [];
      return [wall.attendance, (await show()).attendance, first && 'quorum' in first && first.quorum];
    };
    const alike = (quorum: object) => [quorum, quorum, quorum];
    const proposalId = await test.openProposal(itemId, { rule });
    await mark(ministry, 'present');
    expect(await quorums(proposalId)).toEqual(alike({ isMet: false, present: 1, needed: 2, of: 3 }));
    await mark(fund, 'present');
    expect(await quorums(proposalId)).toEqual(alike({ isMet: true, present: 2, needed: 2, of: 4 }));
    await take(ministry, proposalId, 'support');
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    await dialogues.endDialogue(asConvenor);
    const report = await dialogues.dialogueReport({ ...asConvenor, audience: 'convenor' });
    expect(report.quorum).toEqual({ isMet: true, present: 2, needed: 2, of: 4 });
  });

  it('is not overruled: nothing is recorded over the position that it took itself', async () => {
    const { fund, ministry, dialogues, asConvenor } = test;
    await mark(fund, 'present');
    const proposalId = await test.openProposal(itemId);
    await recordPosition(ministry, proposalId);
    await recordPosition(ministry, proposalId, 'whole_hearted');
    await take(fund, proposalId, 'block');
    const events = await db.read.$count(db.tables.events);
    await expect(recordPosition(fund, proposalId)).rejects.toMatchObject({ code: 'position_is_own' });
    expect(await db.read.$count(db.tables.events)).toBe(events);
    expect((await seen(proposalId)).spokeThemselves).toEqual([fund.institutionId]);
    await take(ministry, proposalId, 'support');
    expect((await seen(proposalId)).positions.find(({ basis }) => basis !== null)).toBeUndefined();
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    expect((await seen(proposalId)).verdict?.outcome).toBe('not_adopted');
  });

  it('and where all who speak abstain, a threshold is established as missed and the record keeps it', async () => {
    const { ministry, dialogues, asConvenor } = test;
    const atLeast = { numerator: 2, denominator: 3 };
    const rule: DecisionRule = { kind: 'threshold', by: 'institution', atLeast, quorum: null };
    const proposalId = await test.openProposal(itemId, { rule });
    await expect(dialogues.closeProposal({ ...asConvenor, proposalId })).rejects.toMatchObject({
      code: 'verdict_pending',
    });
    await take(ministry, proposalId, 'abstain');
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    const report = await dialogues.dialogueReport({ ...asConvenor, audience: 'convenor' });
    expect(report.items[0]?.proposals[0]).toMatchObject({
      verdict: { outcome: 'not_adopted', reasons: [{ code: 'none_stand', by: 'institution' }] },
      positions: [{ step: 'abstain' }],
    });
    for (const language of ['en', 'fr', 'es'] as const)
      expect(JSON.stringify(reportDocument(report, language))).not.toContain('none_stand');
  });
});

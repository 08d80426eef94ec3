import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { AttendanceState } from '#domain/dialogues/quorum';
import type { AttendanceMarkId, DialogueId, DialogueItemId, InstitutionId, PositionId } from '#domain/ids';
import { makeFeedback } from '#server/features/feedback';
import { makeParticipation, type ParticipationFilter } from '#server/features/participation';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

const everything: ParticipationFilter = {
  ...{ search: '', period: { from: null, to: null }, page: 1, size: 50, language: 'en' },
  sort: { key: 'name', isDescending: false },
};

describe.each(dialects)('participation on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let participation: ReturnType<typeof makeParticipation>;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
    participation = makeParticipation({ db, clock: test.clock });
  });
  afterEach(() => db.close());

  const asks = ({ actor }: BuiltMember) => ({ actor, workspaceId: test.workspaceId });
  const list = (who: BuiltMember, change: Partial<ParticipationFilter> = {}) =>
    participation.listParticipation(asks(who), { ...everything, ...change });
  const partOf = async (of: BuiltMember, who: BuiltMember, change: Partial<ParticipationFilter> = {}) =>
    (await list(who, change)).page.rows.find(({ institution }) => institution.id === of.institutionId)
      ?.participation;
  const linesOf = (of: BuiltMember, who: BuiltMember, change: Partial<ParticipationFilter> = {}) =>
    participation.listOfInstitution(
      { ...asks(who), institutionId: of.institutionId },
      { ...everything, ...change },
    );

  const mark = ({ institutionId }: BuiltMember, state: AttendanceState) =>
    test.dialogues.markAttendance({
      ...test.asConvenor,
      mark: { id: newId<AttendanceMarkId>(), institutionId, state },
    });

  async function speak(itemId: DialogueItemId, { institutionId }: BuiltMember, minutes: number) {
    const id = newId<string>();
    const on = { ...test.asConvenor, itemId };
    await test.dialogues.requestFloor({
      ...on,
      request: { id, institutionId, speaker: 'Head', kind: 'intervention' },
    });
    await test.dialogues.orderFloor({ ...on, order: { act: 'give', id } });
    test.clock.advance(minutes * 60_000);
    await test.dialogues.orderFloor({ ...on, order: { act: 'end', id } });
  }

  /** The ministry came and spoke under a public and a participants' item, and took a position under each. */
  async function hold() {
    const { dialogues, asConvenor, ministry, addItem, openProposal } = test;
    const items = [
      await addItem('public'),
      await addItem('participants'),
      await addItem('convenor'),
    ] as const;
    await dialogues.startDialogue(asConvenor);
    await dialogues.answerInvitation({
      ...{ ...test.as(ministry), institutionId: ministry.institutionId, answer: 'accepted' },
    });
    await mark(ministry, 'present');
    await mark(ministry, 'left');
    await mark(test.fund, 'excused');
    for (const [at, itemId] of items.entries()) {
      await dialogues.actOnItem({ ...asConvenor, itemId, act: 'open' });
      if (at < 2) await speak(itemId, ministry, 5 * (at + 1));
      await dialogues.actOnItem({ ...asConvenor, itemId, act: 'close' });
    }
    for (const itemId of items.slice(0, 2)) {
      const proposalId = await openProposal(itemId);
      for (const step of ['support', 'whole_hearted'] as const)
        await dialogues.takePosition({
          ...{ ...test.as(ministry), proposalId },
          position: {
            ...{ id: newId<PositionId>(), institutionId: ministry.institutionId },
            ...{ step, reason: '', isAdReferendum: false },
          },
        });
    }
  }

  it('counts what is in the record of dialogues that have begun', async () => {
    expect((await list(test.convenor)).page.rows).toEqual([]);
    await hold();
    expect(await partOf(test.ministry, test.convenor)).toEqual({
      ...{ invited: 1, accepted: 1, came: 1 },
      voice: {
        ...{ interventions: 2, spokenMs: 15 * 60_000, positions: 2 },
        ...{ corrections: 0, correctionsAnswered: 0 },
      },
      feedback: { asked: 0, given: 0, heard: { yes: 0, partly: 0, no: 0, none_raised: 0 } },
    });
    expect(await partOf(test.fund, test.convenor)).toMatchObject({ invited: 1, accepted: 0, came: 0 });
    expect((await list(test.convenor)).page.total).toBe(4);
    const planned = { ...test.asConvenor, dialogueId: 'planned' as DialogueId };
    await test.dialogues.planDialogue({ ...planned, facts: dialogueFacts() });
    await test.dialogues.inviteInstitutions({ ...planned, institutionIds: [test.guest.institutionId] });
    expect(await partOf(test.guest, test.convenor)).toBeUndefined();
    expect((await list(test.convenor)).dialogues).toBe(1);
  });

  it('counts corrections, answered or not, and feedback', async () => {
    await hold();
    const { dialogues, asConvenor, ministry, clock } = test;
    const [item] = (await dialogues.showDialogue(asConvenor)).items;
    await dialogues.endDialogue(asConvenor);
    await dialogues.submitMinutes(asConvenor);
    await dialogues.circulateMinutes({ ...asConvenor, deadlineMs: clock.now().getTime() + 86_400_000 });
    for (const id of ['one', 'two'])
      await dialogues.proposeCorrection({
        ...test.as(ministry),
        correction: { id, itemId: item?.id ?? ('' as DialogueItemId), text: 'T' },
      });
    await dialogues.answerCorrection({ ...asConvenor, correctionId: 'one', accepted: true, reason: 'R' });
    const { documents, house } = test;
    await makeFeedback({ db, clock, documents, events: house.events }).giveFeedback({
      ...{ ...test.as(ministry), institutionId: ministry.institutionId },
      facts: { heard: 'partly', usefulness: null, text: '' },
    });
    expect(await partOf(ministry, test.convenor)).toMatchObject({
      voice: { corrections: 2, correctionsAnswered: 1 },
      feedback: { asked: 1, given: 1, heard: { partly: 1 } },
    });
    // Who said what of the dialogue is for its convenors, and for oneself.
    expect(await partOf(ministry, ministry)).toMatchObject({ feedback: { given: 1 } });
    for (const who of [test.fund, test.guest])
      expect(await partOf(ministry, who)).toMatchObject({ invited: 1, came: 1, feedback: null });
  });

  it('shows each member what was said under items that are theirs to know', async () => {
    await hold();
    expect(await partOf(test.ministry, test.fund)).toMatchObject({
      voice: { interventions: 2, spokenMs: 15 * 60_000, positions: 2 },
    });
    expect(await partOf(test.ministry, test.guest)).toMatchObject({
      ...{ invited: 1, accepted: 1, came: 1 },
      voice: { interventions: 1, spokenMs: 5 * 60_000, positions: 1 },
    });
  });

  it('attributes nothing of a Chatham House dialogue to those who were not invited', async () => {
    await test.dialogues.editDialogue({
      ...test.asConvenor,
      facts: dialogueFacts({ isChathamHouse: true }),
    });
    await hold();
    expect(await partOf(test.ministry, test.guest)).toMatchObject({ invited: 1, came: 1, voice: null });
    expect(await list(test.guest)).toMatchObject({ dialogues: 1, unattributed: 1 });
    expect(await list(test.fund)).toMatchObject({ dialogues: 1, unattributed: 0 });
    expect(await partOf(test.ministry, test.fund)).toMatchObject({ voice: { interventions: 2 } });
    expect(await linesOf(test.ministry, test.guest)).toMatchObject({
      total: { voice: null },
      unattributed: 1,
    });
  });

  it('opens to the dialogues of an institution, which add up', async () => {
    await hold();
    const second = { ...test.asConvenor, dialogueId: 'second' as DialogueId };
    const { ministry, convenor } = test;
    await test.dialogues.planDialogue({
      ...second,
      // In Antananarivo it is 2027 already.
      facts: dialogueFacts({ title: 'Second', startsAt: '2026-12-31T22:00:00.000Z' }),
    });
    await test.dialogues.inviteInstitutions({ ...second, institutionIds: [ministry.institutionId] });
    await test.dialogues.startDialogue(second);
    const sort = { key: 'starts', isDescending: true } as const;
    const lines = await linesOf(ministry, convenor, { sort });
    expect(lines.page.rows.map(({ dialogue }) => dialogue.title)).toEqual([
      ...['Second', 'Financing of primary care'],
    ]);
    expect(lines).toMatchObject({ dialogues: 2, years: [2027, 2026], total: { invited: 2, came: 1 } });
    expect(lines.total).toEqual(await partOf(ministry, convenor));
    const ofYear = (from: number | null, to: number | null) => ({ period: { from, to } });
    expect((await linesOf(ministry, convenor, ofYear(2027, null))).page.rows).toMatchObject([
      { dialogue: { id: 'second', number: '2027/01' }, participation: { invited: 1, came: 0 } },
    ]);
    expect(await partOf(ministry, convenor, ofYear(null, 2026))).toMatchObject({ invited: 1, came: 1 });
    expect((await list(convenor, ofYear(2028, null))).page.rows).toEqual([]);
    expect((await linesOf(ministry, convenor, { search: 'second' })).total).toMatchObject({ invited: 1 });
    await expect(linesOf(test.guest, convenor)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is sorted by its figures, searched and paged', async () => {
    await hold();
    const ids = async (change: Partial<ParticipationFilter>) =>
      (await list(test.convenor, change)).page.rows.map(({ institution }) => institution.id);
    expect((await ids({ sort: { key: 'spoken', isDescending: true } }))[0]).toBe(test.ministry.institutionId);
    expect((await ids({ sort: { key: 'came', isDescending: false } })).at(-1)).toBe(
      test.ministry.institutionId,
    );
    expect(await ids({ search: 'nobody' })).toEqual([]);
    expect(await ids({ page: 2, size: 3 })).toHaveLength(1);
  });

  it('is of one workspace alone', async () => {
    await hold();
    const other = await openTestDialogue(db, 'other');
    await other.dialogues.startDialogue(other.asConvenor);
    const foreign = { actor: other.convenor.actor, workspaceId: test.workspaceId };
    await expect(participation.listParticipation(foreign, everything)).rejects.toMatchObject({
      code: 'not_found',
    });
    const institutionId: InstitutionId = test.ministry.institutionId;
    await expect(
      participation.listOfInstitution({ ...foreign, institutionId }, everything),
    ).rejects.toMatchObject({ code: 'not_found' });
    const own = { actor: other.convenor.actor, workspaceId: other.workspaceId };
    await expect(
      participation.listOfInstitution({ ...own, institutionId }, everything),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await partOf(test.ministry, test.convenor)).toMatchObject({ invited: 1 });
  });
});

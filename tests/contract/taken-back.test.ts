import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { AttendanceState } from '#domain/dialogues/quorum';
import type { AttendanceMarkId, DialogueItemId } from '#domain/ids';
import { makeParticipation } from '#server/features/participation';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

const quorum = { by: 'institution', atLeast: { numerator: 1, denominator: 4 } } as const;

describe.each(dialects)('what was clicked by mistake on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let itemId: DialogueItemId;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
    itemId = await test.addItem();
    await test.dialogues.editDialogue({ ...test.asConvenor, facts: dialogueFacts({ quorum }) });
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId, act: 'open' });
  });
  afterEach(async () => {
    await test.documents.stop();
    await db.close();
  });

  const mark = (id: string, state: AttendanceState, { institutionId }: BuiltMember = test.fund) =>
    test.dialogues.markAttendance({
      ...{ ...test.asConvenor, mark: { id: id as AttendanceMarkId, institutionId, state } },
    });
  const takeBack = (id: string, asked = test.asConvenor) =>
    test.dialogues.takeBackMark({ ...asked, markId: id as AttendanceMarkId });
  const order = (act: 'give' | 'end' | 'takeBack', id: string) =>
    test.dialogues.orderFloor({ ...test.asConvenor, itemId, order: { act, id } });
  const ask = ({ institutionId, ...who }: BuiltMember, id: string) =>
    test.dialogues.requestFloor({
      ...{ ...test.as({ institutionId, ...who }), itemId },
      request: { id, institutionId, speaker: '', kind: 'intervention' },
    });
  const view = () => test.dialogues.showDialogue(test.asConvenor);
  const report = () => test.dialogues.dialogueReport({ ...test.asConvenor, audience: 'convenor' });
  const ofFund = <Row extends { institution: { id: string } }>(rows: readonly Row[]) =>
    rows.find(({ institution }) => institution.id === test.fund.institutionId);
  const participation = async () => {
    const { listParticipation } = makeParticipation({ db, clock: test.clock });
    const { page } = await listParticipation(test.asConvenor, {
      ...{ search: '', period: { from: null, to: null }, page: 1, size: 50, language: 'en' },
      sort: { key: 'name', isDescending: false },
    });
    return ofFund(page.rows)?.participation;
  };

  it('a mark of attendance counts nowhere once it is taken back, and the one before it holds', async () => {
    const { clock } = test;
    await mark('mistake', 'present');
    clock.advance(5_000);
    await mark('meant', 'excused');
    expect(ofFund((await view()).institutions)?.attendance).toMatchObject({ id: 'meant', state: 'excused' });
    expect((await report()).quorum?.isMet).toBe(true);
    expect((await participation())?.came).toBe(1);
    await takeBack('mistake');
    expect(ofFund((await report()).institutions)).toMatchObject({
      ...{ attended: 'excused', marks: [{ state: 'excused' }] },
    });
    expect((await report()).quorum).toMatchObject({ isMet: false, present: 0 });
    expect((await participation())?.came).toBe(0);
    clock.advance(5_000);
    await mark('here', 'present');
    expect((await view()).attendance).toMatchObject({ isMet: true, present: 1 });
    await takeBack('here');
    expect((await view()).attendance).toMatchObject({ isMet: false, present: 0 });
    expect(ofFund((await view()).institutions)?.attendance).toMatchObject({ id: 'meant' });
    await takeBack('meant');
    expect(ofFund((await view()).institutions)?.attendance).toBeNull();
  });

  it('a mark is taken back once, also when its device sends it again, and who did it is kept', async () => {
    await mark('mistake', 'present');
    await takeBack('mistake');
    const events = await db.read.$count(db.tables.events);
    await takeBack('mistake');
    await mark('mistake', 'present');
    expect(await db.read.$count(db.tables.events)).toBe(events);
    expect((await view()).attendance?.present).toBe(0);
    expect(await db.read.select().from(db.tables.attendanceMarks)).toMatchObject([
      {
        ...{ id: 'mistake', state: 'present' },
        takenBackAt: test.clock.now().toISOString(),
        takenBackBy: test.convenor.actor.accountId,
      },
    ]);
  });

  it('a mark is taken back by convenors of its dialogue alone', async () => {
    await mark('mark', 'present');
    await expect(takeBack('mark', test.as(test.fund))).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = await openTestDialogue(db);
    await expect(takeBack('mark', elsewhere.asConvenor)).rejects.toMatchObject({ code: 'not_found' });
    await expect(takeBack('unknown')).rejects.toMatchObject({ code: 'not_found' });
    expect((await view()).attendance?.present).toBe(1);
    await elsewhere.documents.stop();
  });

  it('a floor that was given is taken back: nobody was heard, and the request is the next of the list', async () => {
    const { fund, ministry, clock } = test;
    await ask(ministry, '1');
    await ask(fund, '2');
    await order('give', '2');
    clock.advance(4_000);
    await order('takeBack', '2');
    const events = await db.read.$count(db.tables.events);
    await order('takeBack', '2');
    expect(await db.read.$count(db.tables.events)).toBe(events);
    const { floor } = (await view()).items[0] ?? {};
    expect(floor?.waiting.map(({ id }) => id)).toEqual(['2', '1']);
    expect((await report()).spoken).toEqual([]);
    expect((await participation())?.voice?.interventions).toBe(0);
    await order('give', '1');
    await order('end', '1');
    await order('give', '2');
    await expect(order('takeBack', '1')).rejects.toMatchObject({ code: 'stale' });
  });
});

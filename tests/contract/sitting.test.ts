import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { lengthMs } from '#domain/dialogues/floor';
import type { AttendanceMarkId, DialogueItemId } from '#domain/ids';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

const minute = 60_000;

describe.each(dialects)('a sitting on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let itemId: DialogueItemId;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
    itemId = await test.addItem();
  });
  afterEach(() => db.close());

  const show = () => test.dialogues.showDialogue(test.asConvenor);
  const act = (act: 'open' | 'pause' | 'resume' | 'close' | 'postpone', on = itemId) =>
    test.dialogues.actOnItem({ ...test.asConvenor, itemId: on, act });
  const ask = (who: BuiltMember, id: string, on = itemId) =>
    test.dialogues.requestFloor({
      ...test.as(who),
      itemId: on,
      request: { id, institutionId: who.institutionId, speaker: '', kind: 'intervention' },
    });
  const give = (id: string, on = itemId) =>
    test.dialogues.orderFloor({ ...test.asConvenor, itemId: on, order: { act: 'give', id } });
  const spokenMs = async () => {
    const { items, nowMs } = await show();
    return items.flatMap(({ floor }) => floor.heard.map((one) => lengthMs(one, nowMs)));
  };

  it.each(['pause', 'close', 'postpone', 'another', 'end'] as const)(
    'counts nobody as speaking any more after: %s',
    async (stop) => {
      const next = await test.addItem();
      await act('open');
      await ask(test.fund, 'f');
      await give('f');
      test.clock.advance(2 * minute);
      if (stop === 'another') await act('open', next);
      else if (stop === 'end') await test.dialogues.endDialogue(test.asConvenor);
      else await act(stop);
      test.clock.advance(30 * minute);
      expect(await spokenMs()).toEqual([2 * minute]);
    },
  );

  it('gives the floor to nobody while the item is suspended, and takes no request after the end', async () => {
    await act('open');
    await ask(test.fund, 'f');
    await act('pause');
    await expect(give('f')).rejects.toMatchObject({ code: 'stale' });
    await act('resume');
    await give('f');
    await act('pause');
    await test.dialogues.endDialogue(test.asConvenor);
    await expect(ask(test.ministry, 'm')).rejects.toMatchObject({ code: 'stale' });
    await expect(act('resume')).rejects.toMatchObject({ code: 'stale' });
  });

  it('has its beginning taken back after a rehearsal, and is as planned then', async () => {
    await act('open');
    test.clock.advance(minute);
    await test.dialogues.takeBackStart(test.asConvenor);
    await test.dialogues.takeBackStart(test.asConvenor);
    const { startedAt, items } = await show();
    expect(startedAt).toBeNull();
    expect(items[0]?.item).toEqual({ state: 'planned' });
    await test.dialogues.uninvite({ ...test.asConvenor, institutionId: test.fund.institutionId });
  });

  it.each(['an intervention', 'an attendance', 'a proposal'] as const)(
    'keeps its beginning once there is %s',
    async (what) => {
      await act('open');
      if (what === 'a proposal') await test.openProposal(itemId);
      else if (what === 'an attendance')
        await test.dialogues.markAttendance({
          ...test.asConvenor,
          mark: { id: 'm' as AttendanceMarkId, institutionId: test.fund.institutionId, state: 'present' },
        });
      else {
        await ask(test.fund, 'f');
        await give('f');
      }
      await expect(test.dialogues.takeBackStart(test.asConvenor)).rejects.toMatchObject({
        code: 'sitting_recorded',
      });
    },
  );

  it('goes on after an end that was a mistake, until its minutes are handed over', async () => {
    const { dialogues, asConvenor } = test;
    await act('open');
    await dialogues.endDialogue(asConvenor);
    await dialogues.resumeSitting(asConvenor);
    expect((await show()).endedAt).toBeNull();
    await act('resume');
    await dialogues.endDialogue(asConvenor);
    await dialogues.submitMinutes(asConvenor);
    await expect(dialogues.resumeSitting(asConvenor)).rejects.toMatchObject({ code: 'minutes_submitted' });
  });
});

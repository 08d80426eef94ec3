import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { AttendanceMarkId, DialogueItemId, PositionId } from '#domain/ids';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';

const minuteMs = 60_000;

describe.each(dialects)('what waited for the network, on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  let itemId: DialogueItemId;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db, 'mdg');
    itemId = await test.addItem();
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId, act: 'open' });
  });
  afterEach(() => db.close());

  const nowMs = () => test.clock.now().getTime();
  const view = () => test.dialogues.showDialogue(test.asConvenor);
  const floor = async () => (await view()).items[0]?.floor;
  const ask = (id: string, madeAtMs?: number) =>
    test.dialogues.requestFloor({
      ...{ ...test.as(test.fund), itemId },
      request: {
        id,
        institutionId: test.fund.institutionId,
        speaker: 'Head',
        kind: 'intervention',
        madeAtMs,
      },
    });
  const withdraw = (id: string) => test.dialogues.withdrawRequest({ ...test.as(test.fund), itemId, id });
  const countEvents = () => db.read.$count(db.tables.events);

  it('a request for the floor that arrives again after it was withdrawn or taken off is not put back', async () => {
    await ask('one');
    await withdraw('one');
    await ask('two');
    await test.dialogues.orderFloor({ ...test.asConvenor, itemId, order: { act: 'remove', id: 'two' } });
    const before = await countEvents();
    for (const id of ['one', 'two']) await ask(id);
    expect((await floor())?.waiting).toEqual([]);
    expect(await countEvents()).toBe(before);
    await ask('three');
    expect((await floor())?.waiting.map(({ id }) => id)).toEqual(['three']);
  });

  it('a request for the floor that counted is not refused because its item is over', async () => {
    await ask('one');
    await test.dialogues.actOnItem({ ...test.asConvenor, itemId, act: 'close' });
    await ask('one');
    await expect(ask('two')).rejects.toMatchObject({ code: 'stale', details: { problem: 'item_over' } });
  });

  it('a second request of one kind is refused in words of its own', async () => {
    await ask('one');
    await expect(ask('two')).rejects.toMatchObject({ code: 'stale', details: { problem: 'waits_already' } });
  });

  it('a request keeps the time at which it was made, within the item’s; the list is in the order of arrival', async () => {
    const openedMs = nowMs();
    test.clock.advance(10 * minuteMs);
    const ofConvenor = { ...test.asConvenor, itemId };
    await test.dialogues.requestFloor({
      ...ofConvenor,
      request: { id: 'there', institutionId: test.convenor.institutionId, speaker: '', kind: 'reply' },
    });
    await ask('early', openedMs - minuteMs);
    const waiting = (await floor())?.waiting ?? [];
    expect(waiting.map(({ id, requestedAtMs }) => [id, requestedAtMs])).toEqual([
      ['there', nowMs()],
      ['early', openedMs],
    ]);
  });

  it('a mark of attendance holds from when it was made, not in the future, and not before the sitting', async () => {
    const startedMs = nowMs();
    test.clock.advance(10 * minuteMs);
    const mark = (id: string, state: 'present' | 'left', madeAtMs?: number) =>
      test.dialogues.markAttendance({
        ...test.asConvenor,
        mark: { id: id as AttendanceMarkId, institutionId: test.fund.institutionId, state, madeAtMs },
      });
    const attendance = async () =>
      (await view()).institutions.find(({ institution }) => institution.id === test.fund.institutionId)
        ?.attendance;
    await mark('a', 'present', startedMs - minuteMs);
    expect(await attendance()).toMatchObject({ state: 'present', atMs: startedMs });
    await mark('b', 'left', startedMs + 5 * minuteMs);
    expect(await attendance()).toMatchObject({ state: 'left', atMs: startedMs + 5 * minuteMs });
    // Marked elsewhere meanwhile: what was seen later holds, whichever arrives first.
    await mark('c', 'present', startedMs + 4 * minuteMs);
    expect(await attendance()).toMatchObject({ state: 'left' });
    await mark('d', 'present', nowMs() + 5 * minuteMs);
    expect(await attendance()).toMatchObject({ state: 'present', atMs: nowMs() });
    const before = await countEvents();
    await mark('d', 'present', nowMs());
    expect(await countEvents()).toBe(before);
  });

  it('an answer that arrives again after another one does not come back', async () => {
    const answer = (value: 'accepted' | 'declined', answerId: string) =>
      test.dialogues.answerInvitation({
        ...{ ...test.as(test.fund), institutionId: test.fund.institutionId },
        ...{ answer: value, answerId },
      });
    const current = async () =>
      (await view()).institutions.find(({ institution }) => institution.id === test.fund.institutionId)
        ?.answer;
    await answer('accepted', 'one');
    await answer('declined', 'two');
    await answer('accepted', 'one');
    expect(await current()).toBe('declined');
    await answer('accepted', 'three');
    expect(await current()).toBe('accepted');
  });

  it('a position that counted is not refused because voting is closed, and one that did not is', async () => {
    const proposalId = await test.openProposal(itemId);
    const take = (id: string) =>
      test.dialogues.takePosition({
        ...{ ...test.as(test.fund), proposalId },
        position: {
          ...{ id: id as PositionId, institutionId: test.fund.institutionId },
          ...({ step: 'block', reason: 'Beyond our mandate', isAdReferendum: false } as const),
        },
      });
    const id = newId();
    await take(id);
    await test.dialogues.closeProposal({ ...test.asConvenor, proposalId });
    await take(id);
    await expect(take(newId())).rejects.toMatchObject({ code: 'stale', details: { problem: 'closed' } });
    expect((await view()).items[0]?.proposals[0]?.history).toHaveLength(1);
  });
});

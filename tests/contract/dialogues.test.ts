import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { FloorKind } from '#domain/dialogues/floor';
import type { AttendanceMarkId, DelegateId, DialogueId, DialogueItemId, InstitutionId } from '#domain/ids';
import { makeDialogues } from '#server/features/dialogues';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, itemFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import { type BuiltMember, buildInstitution, buildWorkspace } from '#tests/factories/workspaces';

const wholeList = { page: 1, size: 50 };

describe.each(dialects)('a dialogue on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
  });
  afterEach(() => db.close());

  const show = (who: BuiltMember) => test.dialogues.showDialogue(test.as(who));
  const countEvents = () => db.read.$count(db.tables.events);
  const ask = (who: BuiltMember, itemId: DialogueItemId, id: string, kind: FloorKind = 'intervention') =>
    test.dialogues.requestFloor({
      ...test.as(who),
      itemId,
      request: { id, institutionId: who.institutionId, speaker: 'Head', kind },
    });

  it('is numbered by year, once however often its form arrives', async () => {
    const { dialogues, asConvenor } = test;
    const again = { ...asConvenor, facts: dialogueFacts({ title: 'Sent twice' }) };
    const before = await countEvents();
    await dialogues.planDialogue(again);
    expect(await countEvents()).toBe(before);
    const next = { ...again, dialogueId: 'd2' as DialogueId };
    await dialogues.planDialogue(next);
    // 31 December in UTC is 1 January in Antananarivo.
    const facts = dialogueFacts({ title: 'New year', startsAt: '2026-12-31T22:00:00.000Z' });
    await dialogues.planDialogue({ ...next, dialogueId: 'd3' as DialogueId, facts });
    const sort = { key: 'number', isDescending: false } as const;
    const filter = { search: '', type: '', state: '', sort, ...wholeList };
    const { rows } = await dialogues.listDialogues(asConvenor, filter);
    expect(rows.map(({ number, title }) => [number, title])).toEqual([
      ['2026/01', 'Financing of primary care'],
      ['2026/02', 'Sent twice'],
      ['2027/01', 'New year'],
    ]);
    expect(rows[0]).toMatchObject({ invited: 4, accepted: 0, own: 'open', state: 'planned' });
    const found = await dialogues.listDialogues(asConvenor, { ...filter, search: 'NEW' });
    expect(found.rows.map(({ title }) => title)).toEqual(['New year']);
    const ended = await dialogues.listDialogues(asConvenor, { ...filter, state: 'ended' });
    expect(ended.total).toBe(0);
  });

  it('is prepared by convenors alone, and refuses what cannot be', async () => {
    const { dialogues, asConvenor, ministry, as } = test;
    const itemId = await test.addItem();
    const facts = itemFacts();
    const refused = [
      () => dialogues.planDialogue({ ...as(ministry), facts: dialogueFacts() }),
      () => dialogues.editDialogue({ ...as(ministry), facts: dialogueFacts() }),
      () => dialogues.addItem({ ...as(ministry), itemId, facts }),
      () => dialogues.editItem({ ...as(ministry), itemId, facts }),
      () => dialogues.moveItem({ ...as(ministry), itemId, toIndex: 0 }),
      () => dialogues.removeItem({ ...as(ministry), itemId }),
      () => dialogues.inviteInstitutions({ ...as(ministry), institutionIds: [] }),
      () => dialogues.uninvite({ ...as(ministry), institutionId: ministry.institutionId }),
      () => dialogues.setGroup({ ...as(ministry), institutionId: ministry.institutionId, group: 'other' }),
      () => dialogues.startDialogue(as(ministry)),
      () => dialogues.endDialogue(as(ministry)),
      () => dialogues.actOnItem({ ...as(ministry), itemId, act: 'open' }),
      () => dialogues.orderFloor({ ...as(ministry), itemId, order: { act: 'give', id: 'x' } }),
    ];
    for (const act of refused) await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    for (const bad of [{ title: ' ' }, { link: 'javascript:alert(1)' }, { timeZone: 'Mars' }])
      await expect(
        dialogues.editDialogue({ ...asConvenor, facts: dialogueFacts(bad) }),
      ).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(
      dialogues.addItem({
        ...asConvenor,
        itemId: 'n' as DialogueItemId,
        facts: itemFacts({ plannedMinutes: 0 }),
      }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    const foreign = await buildInstitution(db);
    await expect(
      dialogues.inviteInstitutions({ ...asConvenor, institutionIds: [foreign] }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps its agenda in order and computes its times', async () => {
    const { dialogues, asConvenor } = test;
    const [a, b, c] = [
      await test.addItem('public', 'A'),
      await test.addItem('public', 'B'),
      await test.addItem('public', 'C'),
    ];
    await dialogues.moveItem({ ...asConvenor, itemId: c, toIndex: 0 });
    await dialogues.addItem({ ...asConvenor, itemId: a, facts: itemFacts({ title: 'A again' }) });
    const { items } = await show(test.convenor);
    const at = (minutes: number) => Date.parse('2026-03-02T06:00:00.000Z') + minutes * 60_000;
    expect(items.map(({ title, startsAtMs }) => [title, startsAtMs])).toEqual([
      ['C', at(0)],
      ['A', at(30)],
      ['B', at(60)],
    ]);
    await dialogues.removeItem({ ...asConvenor, itemId: a });
    await dialogues.actOnItem({ ...asConvenor, itemId: b, act: 'open' });
    await expect(dialogues.removeItem({ ...asConvenor, itemId: b })).rejects.toMatchObject({
      code: 'item_in_use',
    });
    expect((await show(test.convenor)).items.map(({ title }) => title)).toEqual(['C', 'B']);
  });

  it('is answered and peopled by each institution for itself, observers apart', async () => {
    const { dialogues, ministry, fund, observer, guest, as, asConvenor } = test;
    const id = 'delegate' as DelegateId;
    const delegate = { id, name: 'Director of studies', role: 'head' } as const;
    const { institutionId } = ministry;
    for (const who of [fund, observer, guest])
      await expect(
        dialogues.answerInvitation({ ...as(who), institutionId, answer: 'accepted' }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    for (const who of [observer, guest])
      await expect(
        dialogues.addDelegate({ ...as(who), institutionId: who.institutionId, delegate }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    await dialogues.answerInvitation({ ...as(ministry), institutionId, answer: 'declined' });
    await dialogues.answerInvitation({ ...as(ministry), institutionId, answer: 'accepted' });
    for (let i = 0; i < 2; i++) await dialogues.addDelegate({ ...as(ministry), institutionId, delegate });
    const theirs = { ...as(fund), institutionId: fund.institutionId };
    await expect(dialogues.addDelegate({ ...theirs, delegate })).rejects.toMatchObject({ code: 'conflict' });
    await dialogues.removeDelegate({ ...theirs, delegateId: id });
    const mine = async () =>
      (await show(fund)).institutions.find(({ institution }) => institution.id === institutionId);
    expect(await mine()).toMatchObject({ answer: 'accepted', group: 'government', delegates: [delegate] });
    await dialogues.removeDelegate({ ...as(ministry), institutionId, delegateId: id });
    expect((await mine())?.delegates).toEqual([]);
    await dialogues.uninvite({ ...asConvenor, institutionId });
    await expect(
      dialogues.answerInvitation({ ...as(ministry), institutionId, answer: 'accepted' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await dialogues.startDialogue(asConvenor);
    await expect(
      dialogues.uninvite({ ...asConvenor, institutionId: fund.institutionId }),
    ).rejects.toMatchObject({ code: 'dialogue_begun' });
  });

  it('runs one item at a time, takes a second click for the first, and all is there after a restart', async () => {
    const { dialogues, asConvenor, clock } = test;
    const [a, b] = [await test.addItem(), await test.addItem()];
    await dialogues.actOnItem({ ...asConvenor, itemId: a, act: 'open' });
    const before = await countEvents();
    await dialogues.actOnItem({ ...asConvenor, itemId: a, act: 'open' });
    await dialogues.startDialogue(asConvenor);
    expect(await countEvents()).toBe(before);
    clock.advance(60_000);
    await dialogues.actOnItem({ ...asConvenor, itemId: b, act: 'open' });
    await expect(dialogues.actOnItem({ ...asConvenor, itemId: a, act: 'open' })).rejects.toMatchObject({
      code: 'stale',
    });
    const restarted = makeDialogues({ db, clock, events: test.house.events, documents: test.documents });
    const { items, startedAt, nowMs } = await restarted.showDialogue(asConvenor);
    expect(items.map(({ item }) => item)).toEqual([
      { state: 'paused', spentMs: 60_000 },
      { state: 'running', sinceMs: nowMs, spentMs: 0 },
    ]);
    expect(startedAt).not.toBeNull();
    clock.advance(1_000);
    await restarted.endDialogue(asConvenor);
    expect((await restarted.showDialogue(asConvenor)).items[1]?.item).toEqual({
      state: 'paused',
      spentMs: 1_000,
    });
  });

  it('hears one institution at a time in the convenor’s order', async () => {
    const { dialogues, asConvenor, ministry, fund, observer, guest, clock, as } = test;
    const itemId = await test.addItem();
    await expect(ask(ministry, itemId, '1')).rejects.toMatchObject({ code: 'stale' });
    await dialogues.actOnItem({ ...asConvenor, itemId, act: 'open' });
    for (const who of [observer, guest])
      await expect(ask(who, itemId, 'x')).rejects.toMatchObject({ code: 'forbidden' });
    await ask(ministry, itemId, '1');
    await ask(ministry, itemId, '1');
    await ask(fund, itemId, '2');
    await ask(fund, itemId, '3', 'point_of_order');
    const order = (act: 'give' | 'end' | 'remove', id: string) =>
      dialogues.orderFloor({ ...asConvenor, itemId, order: { act, id } });
    const floor = async () => (await show(ministry)).items[0]?.floor;
    expect((await floor())?.waiting.map(({ id }) => id)).toEqual(['3', '1', '2']);
    await order('give', '1');
    clock.advance(5_000);
    await order('give', '1');
    await order('end', '1');
    await order('end', '1');
    await dialogues.orderFloor({ ...asConvenor, itemId, order: { act: 'move', id: '2', toIndex: 0 } });
    await dialogues.withdrawRequest({ ...as(fund), itemId, id: '3' });
    await expect(dialogues.withdrawRequest({ ...as(ministry), itemId, id: '2' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await floor()).toMatchObject({
      waiting: [{ id: '2' }],
      heard: [{ id: '1', endedAtMs: clock.now().getTime() }],
    });
    // The convenor sees a hand that is up in the room.
    const raised = { id: '4', institutionId: ministry.institutionId, speaker: '', kind: 'reply' } as const;
    await dialogues.requestFloor({ ...asConvenor, itemId, request: raised });
    const stranger = { ...raised, id: '5', institutionId: guest.institutionId };
    await expect(dialogues.requestFloor({ ...asConvenor, itemId, request: stranger })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await order('remove', '4');
    await order('remove', '4');
    expect((await floor())?.waiting.map(({ id }) => id)).toEqual(['2']);
  });

  it('knows who is there by the last mark of each, each mark once', async () => {
    const { dialogues, asConvenor, ministry, fund, guest, clock } = test;
    const facts = dialogueFacts({ quorum: { by: 'institution', atLeast: { numerator: 1, denominator: 2 } } });
    await dialogues.editDialogue({ ...asConvenor, facts });
    const mark = (id: string, institutionId: InstitutionId, state: 'present' | 'left' | 'remote') =>
      dialogues.markAttendance({ ...asConvenor, mark: { id: id as AttendanceMarkId, institutionId, state } });
    await mark('1', ministry.institutionId, 'present');
    await mark('2', fund.institutionId, 'remote');
    expect((await show(guest)).attendance).toEqual({ isMet: true, present: 2, needed: 2, of: 4 });
    clock.advance(1_000);
    await mark('3', fund.institutionId, 'left');
    await mark('2', fund.institutionId, 'remote');
    await expect(mark('2', ministry.institutionId, 'left')).rejects.toMatchObject({ code: 'conflict' });
    await expect(mark('4', guest.institutionId, 'present')).rejects.toMatchObject({ code: 'not_found' });
    expect((await show(guest)).attendance).toMatchObject({ isMet: false, present: 1 });
    const marked = (await show(guest)).institutions.find(
      ({ institution }) => institution.id === fund.institutionId,
    );
    expect(marked?.attendance).toEqual({ id: '3', state: 'left', atMs: clock.now().getTime() });
  });

  it('of another workspace is not there, whatever is asked of it', async () => {
    const { dialogues, dialogueId, workspaceId } = test;
    const itemId = await test.addItem();
    const other = await buildWorkspace(db);
    const { actor } = other.convenor;
    const facts = dialogueFacts();
    for (const asked of [
      { actor, workspaceId, dialogueId },
      { actor, workspaceId: other.workspaceId, dialogueId },
    ]) {
      const acts = [
        () => dialogues.showDialogue(asked),
        () => dialogues.editDialogue({ ...asked, facts }),
        () => dialogues.addItem({ ...asked, itemId, facts: itemFacts() }),
        () => dialogues.actOnItem({ ...asked, itemId, act: 'open' }),
        () => dialogues.startDialogue(asked),
      ];
      for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'not_found' });
    }
    const taken = { actor, workspaceId: other.workspaceId, dialogueId, facts };
    await expect(dialogues.planDialogue(taken)).rejects.toMatchObject({ code: 'conflict' });
    const sort = { key: 'starts', isDescending: false } as const;
    const there = { actor, workspaceId: other.workspaceId };
    const listed = await dialogues.listDialogues(there, {
      search: '',
      type: '',
      state: '',
      sort,
      ...wholeList,
    });
    expect(listed.total).toBe(0);
    expect(await dialogues.listDecisions(there)).toEqual([]);
  });
});

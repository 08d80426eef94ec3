import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { AttendanceMarkId, DelegateId, DialogueId, DialogueItemId } from '#domain/ids';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, itemFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import { buildWorkspace } from '#tests/factories/workspaces';

describe.each(dialects)('a new dialogue on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
  });
  afterEach(() => db.close());

  const nextId = 'next' as DialogueId;
  const next = (from: Parameters<TestDialogue['dialogues']['planDialogue']>[0]['from']) => ({
    ...{ ...test.asConvenor, dialogueId: nextId, from },
    facts: dialogueFacts({ startsAt: '2026-06-01T06:00:00.000Z' }),
  });
  const asCopy = () => next({ kind: 'dialogue', dialogueId: test.dialogueId });
  const showNext = () => test.dialogues.showDialogue({ ...test.asConvenor, dialogueId: nextId });

  const item = (title: string, isReview = false, plannedMinutes = 30) => ({
    ...itemFacts({ title, plannedMinutes }),
    isReview,
  });
  const reviewOf = (reviewed: DialogueId) => ({ reviewed, fallback: itemFacts({ title: 'Follow-up' }) });
  const reviewsNext = async () =>
    (await showNext()).items.map(({ title, reviewsDialogueId }) => [title, reviewsDialogueId]);

  /** A dialogue that was held, with all that belongs to it alone. */
  async function hold() {
    const { dialogues, asConvenor, ministry, as } = test;
    const { institutionId } = ministry;
    const open = await test.addItem('public', 'Costs');
    await test.addItem('convenor', 'In private');
    await dialogues.setGroup({ ...asConvenor, institutionId, group: 'civil_society' });
    await dialogues.answerInvitation({ ...as(ministry), institutionId, answer: 'accepted' });
    const delegate = { id: 'delegate' as DelegateId, name: 'Head', role: 'head' } as const;
    await dialogues.addDelegate({ ...as(ministry), institutionId, delegate });
    await dialogues.actOnItem({ ...asConvenor, itemId: open, act: 'open' });
    const mark = { id: 'mark' as AttendanceMarkId, institutionId, state: 'present' } as const;
    await dialogues.markAttendance({ ...asConvenor, mark });
    const request = { id: 'r', institutionId, speaker: 'Head', kind: 'intervention' } as const;
    await dialogues.requestFloor({ ...as(ministry), itemId: open, request });
    await test.openProposal(open);
    await dialogues.endDialogue(asConvenor);
  }

  it('takes the agenda and the invitations of a former one, and nothing that was said or answered', async () => {
    await hold();
    await test.dialogues.planDialogue(asCopy());
    const former = await test.dialogues.showDialogue(test.asConvenor);
    const copy = await showNext();
    const agendaOf = ({ items }: typeof copy) =>
      items.map(({ title, purpose, presenter, plannedMinutes, confidentiality }) => [
        ...[title, purpose, presenter, plannedMinutes, confidentiality],
      ]);
    const benchesOf = ({ institutions }: typeof copy) =>
      institutions.map(({ institution, group }) => [institution.id, group]);
    expect(agendaOf(copy)).toEqual(agendaOf(former));
    expect(agendaOf(copy).map(([title]) => title)).toEqual(['Costs', 'In private']);
    expect(benchesOf(copy)).toEqual(benchesOf(former));
    expect(benchesOf(copy)).toContainEqual([test.ministry.institutionId, 'civil_society']);
    for (const { id, item, floor, proposals } of copy.items) {
      expect(former.items.map((other) => other.id)).not.toContain(id);
      expect({ item, floor, proposals }).toEqual({
        ...{ item: { state: 'planned' }, floor: { waiting: [], heard: [] }, proposals: [] },
      });
    }
    for (const { answer, delegates, attendance } of copy.institutions)
      expect({ answer, delegates, attendance }).toEqual({ answer: null, delegates: [], attendance: null });
    expect(copy).toMatchObject({
      ...{ number: '2026/02', startedAt: null, endedAt: null, decisions: [], visibility: 'members' },
      registration: null,
    });
    const minutes = await test.dialogues.showMinutes({ ...test.asConvenor, dialogueId: nextId });
    expect(minutes.state).toBeNull();
  });

  it('is one, however often its form arrives, and what is confidential in it is told to nobody', async () => {
    await hold();
    await test.dialogues.planDialogue(asCopy());
    const { events } = db.tables;
    const count = () => db.read.$count(events);
    const before = await count();
    await test.dialogues.planDialogue(asCopy());
    expect(await count()).toBe(before);
    expect((await showNext()).items).toHaveLength(2);
    const told = await db.read
      .select({ kind: events.kind, after: events.after })
      .from(events)
      .where(and(eq(events.subjectId, nextId), eq(events.subjectType, 'dialogue')));
    const naming = told.filter(({ after }) => JSON.stringify(after).includes('In private'));
    expect(naming.map(({ kind }) => kind)).toEqual(['dialogue.agendaChangedInConfidence']);
  });

  it('does not invite who has left the workspace since', async () => {
    const { workspaceInstitutions } = db.tables;
    await db.transaction((tx) =>
      tx
        .delete(workspaceInstitutions)
        .where(eq(workspaceInstitutions.institutionId, test.fund.institutionId)),
    );
    await test.dialogues.planDialogue(asCopy());
    const { institutions } = await showNext();
    expect(institutions).toHaveLength(3);
    expect(institutions.map(({ institution }) => institution.id)).not.toContain(test.fund.institutionId);
  });

  it('begins with the items of a template, in their order', async () => {
    const items = [item('Opening'), item('Next steps', false, 5)];
    await test.dialogues.planDialogue(next({ kind: 'agenda', items }));
    const { items: agenda, institutions } = await showNext();
    expect(agenda.map(({ title, plannedMinutes }) => [title, plannedMinutes])).toEqual([
      ...[
        ['Opening', 30],
        ['Next steps', 5],
      ],
    ]);
    expect(institutions).toEqual([]);
  });

  it('goes through the decisions of another first, or where its agenda has an item for that', async () => {
    const { dialogues, asConvenor, dialogueId } = test;
    await test.addItem('public', 'Costs');
    await dialogues.planDialogue({ ...asCopy(), review: reviewOf(dialogueId) });
    expect(await reviewsNext()).toEqual([
      ['Follow-up', dialogueId],
      ['Costs', null],
    ]);
    const third = { ...next({ kind: 'dialogue', dialogueId: nextId }), dialogueId: 'third' as DialogueId };
    await dialogues.planDialogue({ ...third, review: reviewOf(nextId) });
    const { items } = await dialogues.showDialogue({ ...asConvenor, dialogueId: third.dialogueId });
    expect(items.map(({ title, reviewsDialogueId }) => [title, reviewsDialogueId])).toEqual([
      ['Follow-up', nextId],
      ['Costs', null],
    ]);
    const fourth = { ...third, dialogueId: 'fourth' as DialogueId };
    await dialogues.planDialogue(fourth);
    const { items: without } = await dialogues.showDialogue({
      ...{ ...asConvenor, dialogueId: fourth.dialogueId },
    });
    expect(without.map(({ reviewsDialogueId }) => reviewsDialogueId)).toEqual([null, null]);
  });

  it('goes through them where a template says, or with nothing else on its agenda', async () => {
    const { dialogues, asConvenor, dialogueId } = test;
    const items = [item('Opening'), item('Looking back', true)];
    await dialogues.planDialogue({ ...next({ kind: 'agenda', items }), review: reviewOf(dialogueId) });
    expect(await reviewsNext()).toEqual([
      ['Opening', null],
      ['Looking back', dialogueId],
    ]);
    const third = { ...next(null), dialogueId: 'third' as DialogueId };
    await dialogues.planDialogue({ ...third, review: reviewOf(dialogueId) });
    const shown = await dialogues.showDialogue({ ...asConvenor, dialogueId: third.dialogueId });
    expect(shown.items).toMatchObject([{ title: 'Follow-up', reviewsDialogueId: dialogueId }]);
  });

  it('can be given such an item later, of another dialogue of its workspace alone', async () => {
    const { dialogues, asConvenor, dialogueId } = test;
    await dialogues.planDialogue(next(null));
    const added = (reviewsDialogueId: DialogueId) =>
      dialogues.addItem({
        ...{ ...asConvenor, dialogueId: nextId, itemId: 'review' as DialogueItemId },
        ...{ facts: itemFacts({ title: 'Follow-up' }), reviewsDialogueId },
      });
    await expect(added(nextId)).rejects.toMatchObject({ code: 'invalid_input' });
    const other = await buildWorkspace(db);
    const strange = 'strange' as DialogueId;
    await dialogues.planDialogue({
      ...{ actor: other.convenor.actor, workspaceId: other.workspaceId },
      ...{ dialogueId: strange, facts: dialogueFacts() },
    });
    await expect(added(strange)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      dialogues.planDialogue({
        ...{ ...next(null), dialogueId: 'third' as DialogueId, review: reviewOf(strange) },
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
    for (let i = 0; i < 2; i++) await added(dialogueId);
    const { ministry } = test;
    await expect(
      dialogues.addItem({
        ...{ ...test.as(ministry), dialogueId: nextId, itemId: 'other' as DialogueItemId },
        ...{ facts: itemFacts(), reviewsDialogueId: dialogueId },
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await reviewsNext()).toEqual([['Follow-up', dialogueId]]);
  });

  it('is planned by convenors alone, from what is in their workspace, or not at all', async () => {
    await expect(
      test.dialogues.planDialogue({ ...asCopy(), ...test.as(test.ministry), dialogueId: nextId }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const bad = next({ kind: 'agenda', items: [item('A'), item(' ')] });
    await expect(test.dialogues.planDialogue(bad)).rejects.toMatchObject({ code: 'invalid_input' });
    const other = await buildWorkspace(db);
    const there = { actor: other.convenor.actor, workspaceId: other.workspaceId };
    for (const stray of [
      { ...asCopy(), ...there },
      next({ kind: 'dialogue', dialogueId: 'nowhere' as DialogueId }),
      next({ kind: 'dialogue', dialogueId: nextId }),
    ])
      await expect(test.dialogues.planDialogue(stray)).rejects.toMatchObject({ code: 'not_found' });
    const planned = await db.read.select({ id: db.tables.dialogues.id }).from(db.tables.dialogues);
    expect(planned).toEqual([{ id: test.dialogueId }]);
  });
});

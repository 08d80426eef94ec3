import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { AttendanceMarkId, DialogueItemId } from '#domain/ids';
import { makeCalendarFeeds } from '#server/features/calendar-feeds';
import { minutesRights } from '#server/features/documents/minutes-rights';
import { makeFundingCycles } from '#server/features/funding-cycles';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, itemFacts } from '#tests/factories/dialogues';
import { openTestPublicDialogue, type TestPublicDialogue } from '#tests/factories/public-dialogues';
import { buildWorkspace } from '#tests/factories/workspaces';

const startsAt = '2026-03-09T06:00:00.000Z';

describe.each(dialects)('the calendar of dialogues on %s', (dialect) => {
  let db: Db;
  let test: TestPublicDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestPublicDialogue(db);
    await edit({});
  });
  afterEach(() => db.close());

  const edit = (change: Partial<ReturnType<typeof dialogueFacts>>) =>
    test.dialogues.editDialogue({ ...test.asConvenor, facts: dialogueFacts({ startsAt, ...change }) });
  const range = { start: '2026-01-01', end: '2027-01-01' };
  async function event() {
    const { workspaceId } = test;
    const events = await test.calendar.listDialogueEvents({ workspaceId, slug: 'mdg', range });
    expect(events).toHaveLength(1);
    return events[0];
  }
  const cancel = () => test.calendar.cancelDialogue({ ...test.asConvenor, reason: 'The strike' });

  it('has each dialogue from its start to the end of its agenda, under one name', async () => {
    expect(await event()).toMatchObject({
      id: `dialogue-${test.dialogueId}@concord.example`,
      start: new Date(startsAt),
      end: new Date('2026-03-09T07:00:00.000Z'),
      ...{ summary: 'Financing of primary care', location: 'Antananarivo', status: 'CONFIRMED' },
      url: `https://concord.example/w/mdg/dialogues/${test.dialogueId}`,
    });
    await test.addItem();
    await test.addItem('convenor');
    await test.addItem('participants');
    expect(await event()).toMatchObject({ end: new Date('2026-03-09T07:30:00.000Z') });
  });

  it('raises the sequence with time, place, title, length and state, and with nothing else', async () => {
    const before = await event();
    const sequences = [before?.sequence];
    const then = async (change: () => Promise<unknown>) => {
      test.clock.advance(60_000);
      await change();
      sequences.push((await event())?.sequence);
    };
    await then(() => edit({ purpose: 'Other' }));
    await then(() => edit({ purpose: 'Other', title: 'Moved' }));
    await then(() => edit({ title: 'Moved', startsAt: '2026-03-10T06:00:00.000Z' }));
    let itemId = '' as DialogueItemId;
    await then(async () => {
      itemId = await test.addItem();
    });
    const facts = itemFacts({ title: 'Item public' });
    await then(() => test.dialogues.editItem({ ...test.asConvenor, itemId, facts }));
    await then(() =>
      test.dialogues.editItem({ ...test.asConvenor, itemId, facts: { ...facts, plannedMinutes: 45 } }),
    );
    await then(cancel);
    await then(cancel);
    await then(() => test.calendar.reinstateDialogue(test.asConvenor));
    const first = sequences[0] ?? 0;
    expect(sequences.map((sequence) => (sequence ?? 0) - first)).toEqual([0, 0, 1, 2, 3, 3, 4, 5, 5, 6]);
    const after = await event();
    expect(after?.id).toBe(before?.id);
    expect(after?.lastModified).toEqual(test.clock.now());
  });

  it('keeps what was cancelled, as cancelled', async () => {
    await cancel();
    expect(await event()).toMatchObject({ status: 'CANCELLED', start: new Date(startsAt) });
  });

  it('is in the feeds of all countries and of the workspace’s own, not in another’s', async () => {
    const { clock, events, accounts } = test.house;
    const background = { run: (_name: string, work: () => Promise<void>) => void work() };
    const feeds = makeCalendarFeeds({
      ...{ db, clock, events, accounts, dialogueCalendar: test.calendar },
      ...{ background: background as never, fundingCycles: makeFundingCycles({ db, clock, events }) },
    });
    const asking = { actor: test.observer.actor, workspaceId: test.workspaceId, reminderDays: null };
    const inFeed = async (country: string | null) => {
      const { token } = await feeds.createFeed({ ...asking, country });
      return (await feeds.readFeed({ token, address: 'here' })).dialogues.map(({ summary }) => summary);
    };
    expect(await inFeed(null)).toEqual(['Financing of primary care']);
    expect(await inFeed('MG')).toEqual(['Financing of primary care']);
    expect(await inFeed('BI')).toEqual([]);
    const elsewhere = await buildWorkspace(db);
    const { token } = await feeds.createFeed({
      ...{ actor: elsewhere.convenor.actor, workspaceId: elsewhere.workspaceId },
      ...{ country: null, reminderDays: null },
    });
    expect((await feeds.readFeed({ token, address: 'here' })).dialogues).toEqual([]);
  });

  describe('a cancelled dialogue', () => {
    it('says so wherever it is seen, and in the activity', async () => {
      await cancel();
      expect(await test.dialogues.showDialogue(test.as(test.guest))).toMatchObject({
        cancelledAt: test.clock.now().toISOString(),
        cancelReason: 'The strike',
      });
      const { rows } = await test.dialogues.listDialogues(test.asConvenor, {
        ...{ search: '', type: '', state: 'cancelled', page: 1, size: 9 },
        sort: { key: 'starts', isDescending: false },
      });
      expect(rows).toMatchObject([{ state: 'cancelled' }]);
      expect(test.house.recorded.at(-1)).toMatchObject({
        kind: 'dialogue.cancelled',
        after: { reason: 'The strike' },
      });
    });

    it('can be neither run nor changed, until that is taken back', async () => {
      const itemId = await test.addItem();
      await cancel();
      const { dialogues, asConvenor, ministry, fund } = test;
      const { institutionId } = ministry;
      const mark = { id: 'mark' as AttendanceMarkId, institutionId, state: 'present' } as const;
      const request = { id: 'r', institutionId, speaker: 'S', kind: 'intervention' } as const;
      const before = await db.read.$count(db.tables.events);
      for (const act of [
        () => dialogues.startDialogue(asConvenor),
        () => dialogues.actOnItem({ ...asConvenor, itemId, act: 'open' }),
        () => dialogues.markAttendance({ ...asConvenor, mark }),
        () => dialogues.requestFloor({ ...test.as(ministry), itemId, request }),
        () => dialogues.beginMinutes(asConvenor),
        () => edit({ title: 'Other' }),
        () => dialogues.removeItem({ ...asConvenor, itemId }),
        () =>
          dialogues.answerInvitation({
            ...test.as(fund),
            ...{ institutionId: fund.institutionId, answer: 'accepted' },
          }),
      ])
        await expect(act()).rejects.toMatchObject({ code: 'dialogue_cancelled' });
      expect(await db.read.$count(db.tables.events)).toBe(before);
      await test.calendar.reinstateDialogue(asConvenor);
      await dialogues.startDialogue(asConvenor);
      expect((await dialogues.showDialogue(asConvenor)).startedAt).not.toBeNull();
    });

    it('is not told to another workspace, whatever is tried on it', async () => {
      await cancel();
      const { convenor } = await buildWorkspace(db);
      const { workspaceId, dialogueId, fund } = test;
      const answer = { institutionId: fund.institutionId, answer: 'accepted' } as const;
      await expect(
        test.dialogues.answerInvitation({ actor: convenor.actor, workspaceId, dialogueId, ...answer }),
      ).rejects.toMatchObject({ code: 'not_found' });
    });

    it('comes back until its planned start, not after', async () => {
      await cancel();
      test.clock.advance(Date.parse(startsAt) - test.clock.now().getTime());
      await expect(test.calendar.reinstateDialogue(test.asConvenor)).rejects.toMatchObject({ code: 'stale' });
    });

    it('was not one that had begun', async () => {
      await test.dialogues.startDialogue(test.asConvenor);
      await expect(cancel()).rejects.toMatchObject({ code: 'stale' });
      expect(await test.dialogues.showDialogue(test.asConvenor)).toMatchObject({ cancelledAt: null });
    });

    it('has minutes that nobody writes any more', async () => {
      const itemId = await test.addItem();
      await test.dialogues.beginMinutes(test.asConvenor);
      const [row] = (await db.read.select().from(db.tables.itemMinutes)).filter(
        (one) => one.itemId === itemId,
      );
      const documentId = row?.documentId as NonNullable<typeof row>['documentId'];
      const rights = minutesRights(db);
      const document = { id: documentId, workspaceId: test.workspaceId };
      expect(await rights(test.convenor.actor, document)).toEqual({ canWrite: true });
      await cancel();
      expect(await rights(test.convenor.actor, document)).toEqual({ canWrite: false });
    });
  });
});

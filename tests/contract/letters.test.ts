import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { DelegateId, DialogueId, DialogueItemId, DialogueLinkId, LetterId } from '#domain/ids';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts } from '#tests/factories/dialogues';
import { openTestLetters, type TestLetters } from '#tests/factories/letters';
import { readCalendar } from '#tests/factories/read-calendar';
import type { BuiltMember } from '#tests/factories/workspaces';

const startsAt = '2026-03-20T06:00:00.000Z';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const gone = { code: 'not_found' };

describe.each(dialects)('letters of a dialogue on %s', (dialect) => {
  let db: Db;
  let test: TestLetters;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestLetters(db);
    await move(startsAt);
  });
  afterEach(() => db.close());

  const move = (to: string) =>
    test.dialogues.editDialogue({ ...test.asConvenor, facts: dialogueFacts({ startsAt: to }) });
  const send = () => test.letters.sendLetters(test.asConvenor);
  const sent = () => test.mails.splice(0).map(({ slug, to }) => `${slug} ${to}`);
  const take = (text: string) => test.letters.takeReplies({ ...test.asConvenor, text });
  const calendarOf = (index = -1) => readCalendar(test.mails.at(index)?.calendar?.content ?? '');
  async function emailOf({ accountId }: BuiltMember): Promise<string> {
    const { accounts } = db.tables;
    const [account] = await db.read.select().from(accounts).where(eq(accounts.id, accountId));
    return account?.email ?? '';
  }
  /** What a calendar answers to the last letter, as it would send it. */
  function reply(change: Record<string, string> = {}): string {
    const asked = calendarOf().events[0]?.properties ?? {};
    const to = test.mails.at(-1)?.to;
    const properties = {
      UID: asked.UID,
      SEQUENCE: asked.SEQUENCE,
      PARTSTAT: 'ACCEPTED',
      EMAIL: to,
      ...change,
    };
    return [
      ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'VERSION:2.0', 'BEGIN:VEVENT', `UID:${properties.UID}`],
      `SEQUENCE:${properties.SEQUENCE}`,
      `ATTENDEE;PARTSTAT=${properties.PARTSTAT};CN="Ana":mailto:${properties.EMAIL}`,
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
  }

  it('invites by mail, with a link of its own, the date for calendars, and the convenor to answer to', async () => {
    await test.letters.setLetterText({
      ...test.asConvenor,
      text: 'Please come.\n\nBring figures.',
      hasReminders: false,
    });
    await test.write('ana@example.org');
    const mail = test.mails.at(-1);
    const account = { email: await emailOf(test.convenor) };
    expect(mail).toMatchObject({
      ...{ to: 'ana@example.org', subject: 'Invitation: Financing of primary care' },
      replyTo: { address: account.email },
      calendar: { method: 'REQUEST' },
    });
    expect(mail?.paragraphs).toEqual(expect.arrayContaining(['Please come.', 'Bring figures.']));
    const { properties, events } = calendarOf();
    expect(properties).toMatchObject({ METHOD: 'REQUEST' });
    const [event] = events;
    expect(event?.properties).toMatchObject({
      ...{ DTSTART: '20260320T060000Z', STATUS: 'CONFIRMED' },
      UID: `dialogue-${test.dialogueId}@concord.example`,
    });
    const names = Object.keys(event?.properties ?? {});
    expect(names.find((name) => name.startsWith('ATTENDEE'))).toMatch(/RSVP=TRUE/);
    expect(JSON.stringify(event?.properties)).toContain(account.email);
    // Whoever reads the database or the events can open no letter, and events name nobody.
    const { token } = test.link();
    expect(JSON.stringify(await db.read.select().from(db.tables.dialogueLetterMails))).not.toContain(token);
    expect(JSON.stringify(test.house.recorded)).not.toContain('ana@example.org');
  });

  it('goes to each address once, however often it is added and sent', async () => {
    await test.write('ana@example.org');
    await test.write(' ANA@example.org ');
    await send();
    expect(await test.lines()).toMatchObject([{ email: 'ana@example.org', owed: null }]);
    expect(sent()).toEqual(['letter-invitation ana@example.org']);
  });

  it('tells those invited that the dialogue has moved, in the calendar too, and not what calendars do not show', async () => {
    await test.write('ana@example.org');
    const first = Number(calendarOf().events[0]?.properties.SEQUENCE);
    sent();
    await test.dialogues.editDialogue({
      ...test.asConvenor,
      facts: dialogueFacts({ startsAt, purpose: 'Other' }),
    });
    await send();
    expect(sent()).toEqual([]);
    await move('2026-03-21T06:00:00.000Z');
    expect(await test.lines()).toMatchObject([{ owed: 'update' }]);
    await test.write('bob@example.org');
    const [ana, bob] = [test.mails[0], test.mails[1]];
    expect([ana?.slug, bob?.slug]).toEqual(['letter-update', 'letter-invitation']);
    expect(calendarOf(0).events[0]?.properties).toMatchObject({ DTSTART: '20260321T060000Z' });
    expect(Number(calendarOf(0).events[0]?.properties.SEQUENCE)).toBeGreaterThan(first);
  });

  it('says that the dialogue is off, and that it takes place after all', async () => {
    await test.write('ana@example.org');
    sent();
    await test.calendar.cancelDialogue({ ...test.asConvenor, reason: 'Elections' });
    await send();
    expect(test.mails.at(-1)).toMatchObject({ calendar: { method: 'CANCEL' } });
    expect(test.mails.at(-1)?.paragraphs.join()).toContain('Elections');
    expect(calendarOf().properties).toMatchObject({ METHOD: 'CANCEL' });
    expect(calendarOf().events[0]?.properties).toMatchObject({ STATUS: 'CANCELLED' });
    await expect(test.letters.answerByLink({ ...test.link(), answer: 'accepted' })).rejects.toMatchObject({
      code: 'dialogue_cancelled',
    });
    await send();
    expect(sent()).toEqual(['letter-cancellation ana@example.org']);
    await test.calendar.reinstateDialogue(test.asConvenor);
    await send();
    expect(sent()).toEqual(['letter-update ana@example.org']);
  });

  it('is owed again when it could not be delivered', async () => {
    test.unreachable.add('ana@example.org');
    await test.write('ana@example.org');
    await test.background.settled();
    expect(await test.lines()).toMatchObject([
      { owed: 'invitation', last: { failedAt: expect.any(String) } },
    ]);
    test.unreachable.clear();
    await send();
    expect(sent()).toEqual(['letter-invitation ana@example.org']);
    expect(await test.lines()).toMatchObject([{ owed: null, last: { failedAt: null } }]);
  });

  /** Looks every quarter of an hour, as the server does; gives after how many minutes a mail was tried again. */
  async function triesWithin(hours: number): Promise<number[]> {
    const { letters, clock, background } = test;
    const tries: number[] = [];
    for (let minutes = 15; minutes <= hours * 60; minutes += 15) {
      clock.advance(15 * 60_000);
      const before = await mailCount();
      await letters.sendFailedAgain();
      await background.settled();
      if ((await mailCount()) > before) tries.push(minutes);
    }
    return tries;
  }
  const mailCount = async () => (await db.read.select().from(db.tables.dialogueLetterMails)).length;
  const goTo = (instant: string) => test.clock.advance(Date.parse(instant) - test.clock.now().getTime());

  it('is tried again by itself when it could not be delivered, with growing pauses, and in the end no more', async () => {
    test.unreachable.add('ana@example.org');
    await test.write('ana@example.org');
    await test.background.settled();
    const inMinutes = (minutes: number) => test.clock.now().getTime() + minutes * 60_000;
    expect(await test.lines()).toMatchObject([{ triesAgainAtMs: inMinutes(15) }]);
    expect(await triesWithin(48)).toEqual([15, 75, 315, 1035]);
    expect(await test.lines()).toMatchObject([
      { owed: 'invitation', triesAgainAtMs: null, last: { failedAt: expect.any(String) } },
    ]);
    test.unreachable.clear();
    await send();
    expect(sent()).toEqual(['letter-invitation ana@example.org']);
  });

  it('is tried again until it arrives, and reaches nobody twice', async () => {
    test.unreachable.add('ana@example.org');
    await test.write('bob@example.org');
    await test.write('ana@example.org');
    await test.background.settled();
    sent();
    expect(await triesWithin(0.25)).toEqual([15]);
    test.unreachable.clear();
    expect(await triesWithin(24)).toEqual([60]);
    expect(sent()).toEqual(['letter-invitation ana@example.org']);
    const line = { owed: null, triesAgainAtMs: null, last: { failedAt: null } };
    expect(await test.lines()).toMatchObject([line, line]);
  });

  it('waits for a convenor where the dialogue has moved since it failed, and is not tried for one that is over', async () => {
    test.unreachable.add('ana@example.org');
    await test.write('ana@example.org');
    await test.background.settled();
    await move('2026-03-21T06:00:00.000Z');
    expect(await triesWithin(24)).toEqual([]);
    expect(await test.lines()).toMatchObject([{ owed: 'invitation', triesAgainAtMs: null }]);
    await send();
    await test.background.settled();
    await test.dialogues.startDialogue(test.asConvenor);
    expect(await triesWithin(24)).toEqual([]);
  });

  /** The server is killed, and another started over the same database, which looks once for what is to be sent. */
  async function restart(): Promise<void> {
    test.letters = test.restart();
    await test.letters.start();
    test.letters.stop();
    await test.background.settled();
  }

  it('is owed again when the server was killed before it left, and goes out once', async () => {
    test.lost.add('ana@example.org');
    await test.letters.addLetters({
      ...test.asConvenor,
      addressees: ['bob@example.org', 'ana@example.org'].map((email) => test.addressee(email)),
    });
    await send();
    await test.background.settled();
    // On its way: pressing the button again sends nothing.
    await send();
    expect(sent()).toEqual(['letter-invitation bob@example.org']);
    test.lost.clear();
    test.clock.advance(60_000);
    await restart();
    const told = { owed: null, triesAgainAtMs: null, last: { failedAt: null } };
    const inMinutes = (minutes: number) => test.clock.now().getTime() + minutes * 60_000;
    expect(await test.lines()).toMatchObject([
      told,
      { owed: 'invitation', triesAgainAtMs: inMinutes(14), last: { failedAt: expect.any(String) } },
    ]);
    expect(sent()).toEqual([]);
    expect(await triesWithin(1)).toEqual([15]);
    expect(sent()).toEqual(['letter-invitation ana@example.org']);
    await restart();
    expect(await triesWithin(24)).toEqual([]);
    expect(await test.lines()).toMatchObject([told, told]);
  });

  it('waits for the convenor when it was killed and stood still for more than a day', async () => {
    test.lost.add('ana@example.org');
    await test.write('ana@example.org');
    test.lost.clear();
    test.clock.advance(2 * dayMs);
    await restart();
    expect(await triesWithin(24)).toEqual([]);
    expect(await test.lines()).toMatchObject([{ owed: 'invitation', triesAgainAtMs: null }]);
    await send();
    expect(sent()).toEqual(['letter-invitation ana@example.org']);
  });

  it('is answered by its link without an account, for the institution, which may change its mind', async () => {
    await test.write('ana@example.org');
    const link = test.link();
    await test.letters.answerByLink({ ...link, answer: 'accepted' });
    expect(await test.answerOf()).toBe('accepted');
    expect(test.house.recorded.at(-1)).toMatchObject({
      ...{ kind: 'dialogue.accepted', accountId: null, institutionId: test.ministry.institutionId },
    });
    await test.letters.answerByLink({ ...link, answer: 'declined' });
    expect(await test.answerOf()).toBe('declined');
    expect(await test.lines()).toMatchObject([{ answer: 'declined', answeredBy: 'link' }]);
    expect(await test.letters.openLetter(link)).toMatchObject({ answer: 'declined' });
  });

  it('names the delegation by its link, of its own institution alone', async () => {
    await test.write('ana@example.org');
    const link = test.link();
    const delegate = { id: 'one' as DelegateId, name: 'Dr Rakoto', role: 'head' as const };
    await test.letters.nameByLink({ ...link, delegate });
    await test.letters.nameByLink({ ...link, delegate });
    expect((await test.letters.openLetter(link)).delegates).toMatchObject([{ name: 'Dr Rakoto' }]);
    await test.write('fund@example.org', { institutionId: test.fund.institutionId });
    const other = test.link();
    await test.letters.unnameByLink({ ...other, delegateId: delegate.id });
    await expect(
      test.letters.nameByLink({ ...other, delegate: { ...delegate, name: 'Theirs' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect((await test.letters.openLetter(link)).delegates).toHaveLength(1);
    await test.letters.unnameByLink({ ...link, delegateId: delegate.id });
    expect((await test.letters.openLetter(link)).delegates).toEqual([]);
  });

  it('shows the agenda as an invited institution knows it, and nothing of the convenors’ alone', async () => {
    const paper = (title: string, itemId: DialogueItemId | null = null) =>
      test.pages.addLink({
        ...{ ...test.asConvenor, itemId, linkId: title as DialogueLinkId },
        facts: { kind: 'paper', title, url: 'https://example.org', audience: 'participants' },
      });
    for (const kind of ['public', 'participants', 'convenor'] as const)
      await paper(`Read ${kind}`, await test.addItem(kind, `Of ${kind}`));
    await paper('Read first');
    await test.write('ana@example.org');
    const opened = await test.letters.openLetter(test.link());
    expect(opened.dialogue.items.map(({ title }) => title)).toEqual(['Of public', 'Of participants']);
    const { items, papers } = opened.dialogue;
    expect([items.flatMap((item) => item.papers), papers]).toMatchObject([
      [{ title: 'Read public' }, { title: 'Read participants' }],
      [{ title: 'Read first' }],
    ]);
    expect(JSON.stringify(opened)).not.toMatch(/(Of|Read) convenor/);
    expect(JSON.stringify(test.mails)).not.toContain('Of convenor');
  });

  it('keeps its link through later mails, and loses it with the invitation or when it is taken out', async () => {
    await test.write('ana@example.org');
    const first = test.link();
    await move('2026-03-21T06:00:00.000Z');
    await send();
    await test.letters.openLetter(first);
    await test.letters.openLetter(test.link());
    await test.dialogues.uninvite({ ...test.asConvenor, institutionId: test.ministry.institutionId });
    await expect(test.letters.openLetter(first)).rejects.toMatchObject(gone);
    await test.write('fund@example.org', { institutionId: test.fund.institutionId });
    const [line] = await test.lines();
    await test.letters.removeLetter({ ...test.asConvenor, letterId: line?.id as LetterId });
    await expect(test.letters.openLetter(test.link())).rejects.toMatchObject(gone);
  });

  it('is answered until the dialogue has ended', async () => {
    await test.write('ana@example.org');
    const link = test.link();
    await test.dialogues.startDialogue(test.asConvenor);
    await test.letters.answerByLink({ ...link, answer: 'accepted' });
    await test.dialogues.endDialogue(test.asConvenor);
    await expect(test.letters.answerByLink({ ...link, answer: 'declined' })).rejects.toMatchObject({
      code: 'stale',
    });
  });

  it('cannot be found by trying', async () => {
    for (let n = 0; n < 60; n += 1)
      await test.letters.openLetter({ token: `guess ${n}`, address: 'y' }).catch(() => undefined);
    await expect(test.letters.openLetter({ token: 'guess', address: 'y' })).rejects.toMatchObject({
      code: 'rate_limited',
    });
    await test.write('ana@example.org');
    for (let n = 0; n < 100; n += 1) await test.letters.openLetter(test.link());
  });

  it('is answered from a calendar', async () => {
    await test.write('ana@example.org');
    expect(await take(reply())).toEqual([
      { email: 'ana@example.org', outcome: 'counted', answer: 'accepted' },
    ]);
    expect(await test.answerOf()).toBe('accepted');
    expect(await test.lines()).toMatchObject([{ answer: 'accepted', answeredBy: 'calendar' }]);
    const mail = `From: ana@example.org\r\nContent-Type: text/calendar\r\n\r\n${reply({ PARTSTAT: 'DECLINED' })}`;
    expect(await take(mail)).toMatchObject([{ outcome: 'counted', answer: 'declined' }]);
    expect(await test.answerOf()).toBe('declined');
  });

  it('refuses a file that begins and never ends, or is too long, and takes what answers no date as an answer to none', async () => {
    await test.write('ana@example.org');
    await expect(take('BEGIN:VCALENDAR\r\n'.repeat(5_000))).rejects.toMatchObject({
      code: 'unsupported_file',
    });
    await expect(take('x'.repeat(100_001))).rejects.toMatchObject({ code: 'too_large' });
    expect(await take(reply({ SEQUENCE: 'soon' }))).toMatchObject([{ outcome: 'formerDate' }]);
  });

  it('goes to so many people of a dialogue, and no more', async () => {
    const addressees = Array.from({ length: 501 }, (_, n) => test.addressee(`${n}@example.org`));
    await expect(test.letters.addLetters({ ...test.asConvenor, addressees })).rejects.toMatchObject({
      code: 'too_large',
    });
    expect(await test.lines()).toEqual([]);
  });

  it('says why an answer of a calendar does not count, and changes nothing', async () => {
    await test.write('ana@example.org');
    const old = reply();
    expect(await take(reply({ EMAIL: 'eve@example.org' }))).toMatchObject([{ outcome: 'unknownAddress' }]);
    expect(await take(reply({ UID: 'dialogue-other@concord.example' }))).toMatchObject([
      { outcome: 'otherDialogue' },
    ]);
    expect(await take(reply({ PARTSTAT: 'DELEGATED' }))).toMatchObject([{ outcome: 'noAnswer' }]);
    await move('2026-03-21T06:00:00.000Z');
    expect(await take(old)).toMatchObject([{ outcome: 'formerDate' }]);
    expect(await test.answerOf()).toBeNull();
    for (const text of [
      '',
      'Hello',
      'BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR',
      reply().replace('REPLY', 'REQUEST'),
    ])
      await expect(take(text)).rejects.toMatchObject({ code: 'unsupported_file' });
  });

  it('counts the answer of a calendar to the date as it stands, though the agenda grew since, and reminds', async () => {
    await test.write('ana@example.org');
    const asSent = reply();
    await test.write('bob@example.org');
    await test.addItem('convenor');
    await test.dialogues.editDialogue({
      ...test.asConvenor,
      facts: dialogueFacts({ startsAt, title: 'In other words' }),
    });
    expect(await take(asSent.replace('ACCEPTED', 'DECLINED'))).toMatchObject([{ outcome: 'counted' }]);
    await test.write('fund@example.org', { institutionId: test.fund.institutionId });
    await test.addItem('convenor', 'Another');
    await test.letters.setLetterText({ ...test.asConvenor, text: '', hasReminders: true });
    sent();
    goTo('2026-03-14T08:00:00.000Z');
    await test.letters.sendDueReminders();
    expect(sent()).toEqual(['letter-reminder fund@example.org']);
  });

  it.each([
    ['start', { startsAt: '2026-03-21T06:00:00.000Z' }],
    ['place', { startsAt, place: 'Toamasina' }],
    ['link', { startsAt, link: 'https://meet.example/other' }],
    ['time zone', { startsAt, timeZone: 'Africa/Nairobi' }],
  ])('refuses the answer of a calendar to a former %s', async (_, facts) => {
    await test.write('ana@example.org');
    const asSent = reply();
    await test.dialogues.editDialogue({ ...test.asConvenor, facts: dialogueFacts(facts) });
    await test.addItem('convenor');
    expect(await take(asSent)).toMatchObject([{ outcome: 'formerDate' }]);
    await send();
    expect(await take(reply())).toMatchObject([{ outcome: 'counted' }]);
  });

  const answersInApp = (answer: 'accepted' | 'declined') =>
    test.dialogues.answerInvitation({
      ...{ ...test.as(test.ministry), answer },
      institutionId: test.ministry.institutionId,
    });

  it('keeps nobody away whose institution has said itself that it comes', async () => {
    await answersInApp('accepted');
    await test.write('ana@example.org');
    await take(reply({ PARTSTAT: 'DECLINED' }));
    expect(await test.answerOf()).toBe('accepted');
    expect(await test.lines()).toMatchObject([{ answer: 'declined' }]);
    // By the link the last answer counts, and by the institution itself.
    await test.letters.answerByLink({ ...test.link(), answer: 'declined' });
    expect(await test.answerOf()).toBe('declined');
  });

  it('counts what the institution says itself also where a letter had said the same', async () => {
    await test.write('ana@example.org');
    await take(reply());
    test.clock.advance(hourMs);
    await answersInApp('accepted');
    await take(reply({ PARTSTAT: 'DECLINED' }));
    expect(await test.answerOf()).toBe('accepted');
  });

  it('brings nobody whose institution has said itself that it stays away, by the refusal of another', async () => {
    await test.write('ana@example.org');
    await take(reply());
    test.clock.advance(hourMs);
    await answersInApp('declined');
    await test.write('bob@example.org');
    await take(reply({ PARTSTAT: 'DECLINED' }));
    expect(await test.answerOf()).toBe('declined');
  });

  it('takes several answers of one file one after the other', async () => {
    await test.write('ana@example.org');
    await take(reply());
    await test.write('bob@example.org');
    const [ana, bob] = ['ana@example.org', 'bob@example.org'].map((EMAIL) => ({ EMAIL }));
    const declines = [ana, bob].map((who) => reply({ ...who, PARTSTAT: 'DECLINED' }));
    await take([...declines, reply(bob)].join(''));
    expect(await test.answerOf()).toBe('accepted');
  });

  const invitedOf = async () =>
    (await test.dialogues.showDialogue(test.asConvenor)).institutions.find(
      ({ institution }) => institution.id === test.ministry.institutionId,
    );
  const listedFor = async (member: BuiltMember) => {
    const sort = { key: 'starts', isDescending: false } as const;
    const filter = { search: '', type: '', state: '', sort, page: 1, size: 10 };
    return (await test.dialogues.listDialogues(test.as(member), filter)).rows;
  };

  it('asks again once the start has moved: what was answered before says neither that one comes nor that one does not', async () => {
    await test.write('ana@example.org');
    const link = test.link();
    await test.letters.answerByLink({ ...link, answer: 'accepted' });
    expect(await listedFor(test.ministry)).toMatchObject([{ own: 'accepted', former: null, accepted: 1 }]);
    await move('2026-06-20T06:00:00.000Z');
    expect(await invitedOf()).toMatchObject({ answer: null, former: 'accepted' });
    expect(await listedFor(test.ministry)).toMatchObject([{ own: 'open', former: 'accepted', accepted: 0 }]);
    expect(await test.lines()).toMatchObject([{ answer: null, former: 'accepted', owed: 'update' }]);
    expect(await test.letters.openLetter(link)).toMatchObject({ answer: null, former: 'accepted' });
    await send();
    expect(test.mails.at(-1)?.paragraphs.join()).toContain('Please answer again');
    expect(calendarOf().events[0]?.properties).toMatchObject({ DTSTART: '20260620T060000Z' });
    expect(JSON.stringify(calendarOf().events[0]?.properties)).toContain('PARTSTAT=NEEDS-ACTION');
    test.clock.advance(hourMs);
    sent();
    await test.letters.remindUnanswered(test.asConvenor);
    expect(sent()).toEqual(['letter-reminder ana@example.org']);
    // The same answer as before is an answer to the new date.
    await test.letters.answerByLink({ ...link, answer: 'accepted' });
    expect(await invitedOf()).toMatchObject({ answer: 'accepted', former: null });
    expect(await test.lines()).toMatchObject([{ answer: 'accepted', former: null }]);
  });

  it('leaves its vote to whoever declined a former date, and takes it from whoever declines this one', async () => {
    await answersInApp('declined');
    await move('2026-06-20T06:00:00.000Z');
    await test.dialogues.startDialogue(test.asConvenor);
    const itemId = await test.addItem();
    const mayVote = async () => {
      const proposalId = await test.openProposal(itemId);
      const { items } = await test.dialogues.showDialogue(test.asConvenor);
      const proposal = items.flatMap(({ proposals }) => proposals).find(({ id }) => id === proposalId);
      return proposal?.eligible.some(({ institutionId }) => institutionId === test.ministry.institutionId);
    };
    expect(await mayVote()).toBe(true);
    await answersInApp('declined');
    expect(await mayVote()).toBe(false);
  });

  it('lets answers stand where only the place, the words or the agenda change, or the record of the start', async () => {
    await answersInApp('accepted');
    const facts = dialogueFacts({ startsAt, place: 'Toamasina', title: 'In other words' });
    await test.dialogues.editDialogue({ ...test.asConvenor, facts });
    await test.addItem();
    await test.dialogues.startDialogue(test.asConvenor);
    await move('2026-03-20T07:00:00.000Z');
    expect(await invitedOf()).toMatchObject({ answer: 'accepted', former: null });
  });

  it('counts nobody’s coming to a former date against a refusal of this one', async () => {
    await test.write('ana@example.org');
    await take(reply());
    await move('2026-06-20T06:00:00.000Z');
    await test.write('bob@example.org');
    await take(reply({ PARTSTAT: 'DECLINED' }));
    expect(await test.answerOf()).toBe('declined');
  });

  it('lets an institution come as soon as anyone of it comes', async () => {
    await test.write('ana@example.org');
    await take(reply());
    await test.write('bob@example.org');
    await take(reply({ PARTSTAT: 'DECLINED' }));
    expect(await test.answerOf()).toBe('accepted');
    await take(reply({ PARTSTAT: 'DECLINED', EMAIL: 'ana@example.org' }));
    expect(await test.answerOf()).toBe('declined');
    await take(reply({ PARTSTAT: 'TENTATIVE', EMAIL: 'ana@example.org' }));
    expect(await test.answerOf()).toBe('declined');
  });

  it('reminds by hand those who have not answered, not twice within the hour', async () => {
    await test.write('ana@example.org');
    await test.write('fund@example.org', { institutionId: test.fund.institutionId });
    await test.letters.answerByLink({ ...test.link(), answer: 'accepted' });
    sent();
    await test.letters.remindUnanswered(test.asConvenor);
    expect(sent()).toEqual([]);
    test.clock.advance(hourMs);
    await test.letters.remindUnanswered(test.asConvenor);
    await test.letters.remindUnanswered(test.asConvenor);
    expect(sent()).toEqual(['letter-reminder ana@example.org']);
  });

  it('reminds by itself where that was chosen: once a week before, and on the eve those who come', async () => {
    const { letters, clock } = test;
    await test.write('ana@example.org');
    await test.write('fund@example.org', { institutionId: test.fund.institutionId });
    await letters.answerByLink({ ...test.link(), answer: 'accepted' });
    sent();
    clock.advance(Date.parse(startsAt) - 6 * dayMs - clock.now().getTime());
    await letters.sendDueReminders();
    expect(sent()).toEqual([]);
    await letters.setLetterText({ ...test.asConvenor, text: '', hasReminders: true });
    await letters.sendDueReminders();
    await letters.sendDueReminders();
    expect(sent()).toEqual(['letter-reminder ana@example.org']);
    clock.advance(5 * dayMs);
    await letters.sendDueReminders();
    await letters.sendDueReminders();
    expect(sent()).toEqual(['letter-eve fund@example.org']);
  });

  it('reminds by itself between eight and eighteen in the time zone of the dialogue, also when it is tried again', async () => {
    const { letters, background, unreachable } = test;
    await test.write('ana@example.org');
    await letters.setLetterText({ ...test.asConvenor, text: '', hasReminders: true });
    sent();
    // Antananarivo is three hours ahead of UTC.
    for (const night of ['2026-03-13T15:00:00.000Z', '2026-03-14T04:59:59.000Z']) {
      goTo(night);
      await letters.sendDueReminders();
      expect(sent()).toEqual([]);
    }
    unreachable.add('ana@example.org');
    goTo('2026-03-14T14:50:00.000Z');
    await letters.sendDueReminders();
    await background.settled();
    const morning = Date.parse('2026-03-15T05:00:00.000Z');
    expect(await test.lines()).toMatchObject([{ owed: null, triesAgainAtMs: morning }]);
    unreachable.clear();
    expect(await triesWithin(14)).toEqual([]);
    expect(await triesWithin(0.25)).toEqual([15]);
    expect(sent()).toEqual(['letter-reminder ana@example.org']);
  });

  it('proposes members and focal persons of invited institutions who have no letter', async () => {
    const known = async () =>
      (await test.letters.listLetters(test.asConvenor)).known.map(({ email }) => email).sort();
    const { ministry, fund, observer, convenor, guest } = test;
    const emails = (await Promise.all([ministry, fund, observer, convenor].map(emailOf))).sort();
    const email = await emailOf(ministry);
    expect(await known()).toEqual(emails);
    await test.write(email);
    expect(await known()).toEqual(emails.filter((one) => one !== email));
    expect(await known()).not.toContain(await emailOf(guest));
  });

  it('takes no address that is none, nobody of an institution that is not invited, and nothing once it has begun', async () => {
    const add = (change: Partial<ReturnType<typeof test.addressee>>) =>
      test.letters.addLetters({
        ...test.asConvenor,
        addressees: [{ ...test.addressee('ana@example.org'), ...change }],
      });
    for (const email of ['ana', 'a@b.org\nBcc: all@b.org', ''])
      await expect(add({ email })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add({ name: ' ' })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(add({ institutionId: test.guest.institutionId })).rejects.toMatchObject(gone);
    await test.dialogues.startDialogue(test.asConvenor);
    await expect(add({})).rejects.toMatchObject({ code: 'dialogue_begun' });
    expect(await test.lines()).toEqual([]);
  });

  it('is out of reach by way of another dialogue', async () => {
    await test.write('ana@example.org');
    const [line] = await test.lines();
    const other = { ...test.asConvenor, dialogueId: 'other' as DialogueId };
    await test.dialogues.planDialogue({ ...other, facts: dialogueFacts() });
    await test.letters.removeLetter({ ...other, letterId: line?.id as LetterId });
    expect(await test.lines(other.dialogueId)).toEqual([]);
    expect(await test.lines()).toHaveLength(1);
  });

  it('can be read before it is sent', async () => {
    const preview = await test.letters.previewLetter({ ...test.asConvenor, language: 'fr' });
    expect(preview).toMatchObject({ subject: 'Invitation : Financing of primary care' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { DialogueId, RegistrationId } from '#domain/ids';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts } from '#tests/factories/dialogues';
import { openTestPublicDialogue, type TestPublicDialogue } from '#tests/factories/public-dialogues';
import { readCalendar } from '#tests/factories/read-calendar';

const startsAt = '2026-03-09T06:00:00.000Z';
const gone = { code: 'not_found' };

describe.each(dialects)('registration on %s', (dialect) => {
  let db: Db;
  let test: TestPublicDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestPublicDialogue(db);
    await edit({});
    await test.publish();
    await open(null);
  });
  afterEach(() => db.close());

  const edit = (change: Partial<ReturnType<typeof dialogueFacts>>) =>
    test.dialogues.editDialogue({
      ...test.asConvenor,
      facts: dialogueFacts({ type: 'webinar', startsAt, ...change }),
    });
  const open = (places: number | null, closesAt: string | null = null) =>
    test.registrations.setRegistration({ ...test.asConvenor, rules: { closesAt, places } });

  const tell = () => test.registrations.tellRegistered(test.asConvenor);
  const untold = async () =>
    (await test.registrations.listRegistrations({ ...test.asConvenor, search: '' })).untold;
  const opens = (token: string) => test.registrations.openRegistration({ token, address: 'x' });
  async function move(): Promise<void> {
    test.clock.advance(60_000);
    await edit({ startsAt: '2026-03-10T06:00:00.000Z' });
  }
  /** The server is killed, and another started over the same database. */
  async function restart(): Promise<void> {
    test.registrations = test.restart();
    await test.registrations.start();
    test.lost.clear();
  }

  it('is confirmed by mail, with the joining link, the date for a calendar and the way out', async () => {
    await test.register('ana@example.org');
    expect(await test.list()).toMatchObject([
      { name: 'Name of ana@example.org', institution: 'CNaPS', email: 'ana@example.org', attendance: null },
    ]);
    const mail = test.mails.at(-1);
    expect(mail).toMatchObject({
      to: 'ana@example.org',
      subject: 'You are registered: Financing of primary care',
    });
    expect(mail?.paragraphs.join('\n')).toContain('https://meet.example/room');
    const { events } = readCalendar(mail?.attachments?.[0]?.content ?? '');
    expect(events).toMatchObject([{ properties: { DTSTART: '20260309T060000Z', STATUS: 'CONFIRMED' } }]);
    expect(
      await test.registrations.openRegistration({ token: test.lastToken(), address: 'x' }),
    ).toMatchObject({
      ...{ name: 'Name of ana@example.org', slug: 'mdg', dialogue: { link: 'https://meet.example/room' } },
    });
    // Neither who registered nor what opens their page is in the events that all listeners read.
    const { id } = (await test.list())[0] ?? {};
    expect(test.house.recorded.at(-1)).toMatchObject({
      ...{ kind: 'dialogue.registered', accountId: null, after: { registrationId: id } },
    });
    expect(JSON.stringify(test.house.recorded)).not.toContain('ana@example.org');
    expect(JSON.stringify(await db.read.select().from(db.tables.dialogueRegistrations))).not.toContain(
      test.lastToken(),
    );
  });

  it('is the only way to the joining link', async () => {
    expect(await test.pages.showPublicDialogue(test.place)).toMatchObject({
      ...{ link: '', registration: { state: 'open', placesLeft: null } },
    });
    expect(await test.pages.writePublicCalendar(test.place)).not.toContain('meet.example');
  });

  it('counts once for a form sent twice, and answers an address that is known like any other', async () => {
    await test.register('ana@example.org', { id: 'one' });
    await test.register('ana@example.org', { id: 'one' });
    expect(test.mails).toHaveLength(1);
    const first = test.lastToken();
    const again = test.registering(' ANA@example.org', { id: 'two' });
    again.facts.name = 'Someone else';
    expect(await test.registrations.register(again)).toBeUndefined();
    expect(await test.list()).toMatchObject([{ id: 'one', name: 'Name of ana@example.org' }]);
    // Whoever has the mailbox hears of it, with a link that works.
    expect(test.mails).toHaveLength(2);
    expect(test.mails.at(-1)?.paragraphs.join()).not.toContain('Someone else');
    await opens(test.lastToken());
    // So does the one before, since this mail may never come.
    await opens(first);
  });

  it('counts a form for the last place that is sent twice', async () => {
    await open(1);
    await test.register('ana@example.org', { id: 'one' });
    await test.register('ana@example.org', { id: 'one' });
    expect(await test.list()).toMatchObject([{ id: 'one' }]);
  });

  it('gives the last place once, also to those who come at the same moment', async () => {
    await open(3);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => test.register(`${n}@example.org`)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'registration_closed' } });
    expect(await test.list()).toHaveLength(3);
    expect(test.mails).toHaveLength(3);
    // The same answer for all: who is registered does not show by it.
    const known = (await test.list())[0]?.email ?? '';
    await expect(test.register(known)).rejects.toMatchObject({ code: 'registration_closed' });
  });

  it('ends with its closing date, and with the cancellation', async () => {
    await open(null, '2026-03-03T00:00:00.000Z');
    await test.register('early@example.org');
    test.clock.advance(86_400_000);
    await expect(test.register('late@example.org')).rejects.toMatchObject({ code: 'registration_closed' });
    await open(null);
    await test.register('late@example.org');
    await test.calendar.cancelDialogue({ ...test.asConvenor, reason: 'R' });
    await expect(test.register('later@example.org')).rejects.toMatchObject({ code: 'registration_closed' });
  });

  it('is not there for what is not public, has no rules, is of another kind or another workspace', async () => {
    const refused = async (change: Partial<ReturnType<typeof test.registering>> = {}) =>
      expect(
        test.registrations.register({ ...test.registering(`${newId()}@example.org`), ...change }),
      ).rejects.toMatchObject(gone);
    await refused({ slug: 'other' });
    await refused({ dialogueId: 'other' as DialogueId });
    await edit({ type: 'working_group' });
    await refused();
    await edit({});
    await test.registrations.setRegistration({ ...test.asConvenor, rules: null });
    await refused();
    await open(null);
    await test.pages.setVisibility({ ...test.asConvenor, visibility: 'members' });
    await refused();
    expect(test.mails).toHaveLength(0);
  });

  it('takes what people say of themselves, with their agreement and an address that can be one', async () => {
    const asked = test.registering('ana@example.org');
    for (const bad of [
      { ...asked, hasConsented: false },
      { ...asked, facts: { ...asked.facts, name: ' ' } },
      { ...asked, facts: { ...asked.facts, email: 'ana' } },
      { ...asked, facts: { ...asked.facts, email: 'a@b.org\nBcc: all@b.org' } },
      { ...asked, facts: { ...asked.facts, institution: '' } },
    ])
      await expect(test.registrations.register(bad)).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(
      test.registrations.register({ ...asked, facts: { ...asked.facts, name: 'N'.repeat(500) } }),
    ).rejects.toMatchObject({ code: 'too_large' });
    expect(await test.list()).toEqual([]);
  });

  it('is limited from one place, and into one mailbox from everywhere', async () => {
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => test.register('ana@example.org')));
    expect(tries.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'rate_limited' } },
    ]);
    for (let n = 0; n < 100; n += 1)
      await test.registrations
        .register({ ...test.registering(`${n}@example.org`, { address: 'one' }), slug: 'other' })
        .catch(() => undefined);
    await expect(test.register('new@example.org', { address: 'one' })).rejects.toMatchObject({
      code: 'rate_limited',
    });
    await test.register('new@example.org', { address: 'two' });
  });

  it('can be withdrawn by its link, and is then forgotten', async () => {
    await open(1);
    await test.register('ana@example.org');
    const mine = { token: test.lastToken(), address: 'x' };
    await expect(test.registrations.withdraw({ token: 'guessed', address: 'x' })).rejects.toMatchObject(gone);
    await test.registrations.withdraw(mine);
    expect(await db.read.$count(db.tables.dialogueRegistrations)).toBe(0);
    await expect(test.registrations.openRegistration(mine)).rejects.toMatchObject(gone);
    await test.register('next@example.org');
    expect(await test.list()).toMatchObject([{ email: 'next@example.org' }]);
  });

  it('is kept by convenors: found, removed, and marked present or absent', async () => {
    for (const email of ['ana@example.org', 'bob@example.org', 'cid@example.org']) await test.register(email);
    const [ana, bob, cid] = await test.list();
    const on = (registrationId = ana?.id as RegistrationId) => ({ ...test.asConvenor, registrationId });
    await test.registrations.markRegistration({ ...on(), attendance: 'present' });
    await test.registrations.markRegistration({ ...on(bob?.id), attendance: 'absent' });
    const all = await test.registrations.listRegistrations({ ...test.asConvenor, search: 'BOB' });
    expect(all).toMatchObject({
      rows: [{ name: 'Name of bob@example.org', attendance: 'absent' }],
      ...{ total: 3, counts: [{ institution: 'CNaPS', registered: 3, present: 1, absent: 1 }] },
    });
    await test.registrations.removeRegistration(on(cid?.id));
    expect(await test.list()).toHaveLength(2);
    await test.registrations.markRegistration({ ...on(), attendance: null });
    expect((await test.list())[0]).toMatchObject({ attendance: null });
  });

  it('is followed by a mail when the dialogue moves or is off, once, and not to whoever registered since', async () => {
    await test.register('ana@example.org');
    await tell();
    expect(await untold()).toEqual([]);
    await edit({ startsAt: '2026-03-10T06:00:00.000Z' });
    await test.register('bob@example.org');
    test.mails.length = 0;
    expect(await untold()).toEqual([{ kind: 'update', count: 1 }]);
    await tell();
    await tell();
    expect(test.mails).toMatchObject([
      { to: 'ana@example.org', subject: 'Changed: Financing of primary care' },
    ]);
    const { events } = readCalendar(test.mails[0]?.attachments?.[0]?.content ?? '');
    expect(events).toMatchObject([{ properties: { DTSTART: '20260310T060000Z' } }]);
    await test.registrations.openRegistration({ token: test.lastToken(), address: 'x' });
    await test.calendar.cancelDialogue({ ...test.asConvenor, reason: 'Elections' });
    expect(await untold()).toEqual([{ kind: 'cancellation', count: 2 }]);
    test.mails.length = 0;
    await tell();
    expect(test.mails.map(({ to }) => to).sort()).toEqual(['ana@example.org', 'bob@example.org']);
    expect(test.mails[0]?.paragraphs.join()).toContain('Elections');
    expect(test.mails[0]?.paragraphs.join()).not.toContain('meet.example');
  });

  it('is told again of what a server that was killed never sent, once, and keeps its link meanwhile', async () => {
    await test.register('ana@example.org');
    const ana = test.lastToken();
    await test.register('bob@example.org');
    await test.background.settled();
    await move();
    test.lost.add('ana@example.org');
    await tell();
    await test.background.settled();
    expect(await untold()).toEqual([]);
    await restart();
    test.mails.length = 0;
    expect(await untold()).toEqual([{ kind: 'update', count: 1 }]);
    await opens(ana);
    await tell();
    await test.background.settled();
    await restart();
    await tell();
    expect(test.mails).toMatchObject([
      { to: 'ana@example.org', subject: 'Changed: Financing of primary care' },
    ]);
    expect(await untold()).toEqual([]);
    await opens(test.lastToken());
    await test.registrations.withdraw({ token: ana, address: 'x' });
    expect(await test.list()).toMatchObject([{ email: 'bob@example.org' }]);
  });

  it('is withdrawn by the link of the last mail too', async () => {
    await test.register('ana@example.org');
    await move();
    await tell();
    await test.registrations.withdraw({ token: test.lastToken(), address: 'x' });
    expect(await test.list()).toEqual([]);
  });

  it('is confirmed again where the confirmation never left, or could not be delivered', async () => {
    test.lost.add('ana@example.org');
    await test.register('ana@example.org');
    test.unreachable.add('bob@example.org');
    await test.register('bob@example.org');
    await test.background.settled();
    expect(await untold()).toEqual([{ kind: 'confirmation', count: 1 }]);
    await restart();
    test.unreachable.clear();
    expect(await untold()).toEqual([{ kind: 'confirmation', count: 2 }]);
    await tell();
    expect(test.mails.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
      'ana@example.org You are registered: Financing of primary care',
      'bob@example.org You are registered: Financing of primary care',
    ]);
    await opens(test.lastToken());
    expect(await untold()).toEqual([]);
  });

  it('keeps the link that arrived, however many mails fail after it', async () => {
    await test.register('ana@example.org');
    const arrived = test.lastToken();
    await test.background.settled();
    await move();
    test.unreachable.add('ana@example.org');
    for (const _ of [1, 2]) {
      await tell();
      await test.background.settled();
      expect(await untold()).toEqual([{ kind: 'update', count: 1 }]);
    }
    test.unreachable.clear();
    for (const _ of [1, 2]) {
      test.lost.add('ana@example.org');
      await tell();
      await restart();
    }
    await opens(arrived);
    await tell();
    await opens(arrived);
    await opens(test.lastToken());
  });

  it('is out of reach by way of another dialogue', async () => {
    await test.register('ana@example.org');
    const [ana] = await test.list();
    const other = { ...test.asConvenor, dialogueId: 'other' as DialogueId };
    await test.dialogues.planDialogue({ ...other, facts: dialogueFacts({ type: 'training' }) });
    const on = { ...other, registrationId: ana?.id as RegistrationId };
    await expect(test.registrations.markRegistration({ ...on, attendance: 'present' })).rejects.toMatchObject(
      gone,
    );
    await test.registrations.removeRegistration(on);
    expect(await test.list()).toHaveLength(1);
    expect(await test.list(other.dialogueId)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { DialogueId, DialogueLinkId } from '#domain/ids';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts } from '#tests/factories/dialogues';
import { openTestPublicDialogue, type TestPublicDialogue } from '#tests/factories/public-dialogues';
import { readCalendar } from '#tests/factories/read-calendar';
import { buildWorkspace } from '#tests/factories/workspaces';

const gone = { code: 'not_found' };

describe.each(dialects)('the public page of a dialogue on %s', (dialect) => {
  let db: Db;
  let test: TestPublicDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestPublicDialogue(db);
  });
  afterEach(() => db.close());

  const show = () => test.pages.showPublicDialogue(test.place);
  const link = (title: string, audience: 'public' | 'participants', id = title) =>
    test.pages.addLink({
      ...test.asConvenor,
      linkId: id as DialogueLinkId,
      facts: { kind: 'paper', title, url: `https://example.org/${title}`, audience },
    });

  it('is there once a convenor publishes it, and as long', async () => {
    const looks = [
      show,
      () => test.pages.listPublicDialogues('mdg'),
      () => test.pages.writePublicCalendar(test.place),
    ];
    for (const look of looks) await expect(look()).rejects.toMatchObject(gone);
    await expect(
      test.pages.setVisibility({ ...test.as(test.ministry), visibility: 'public' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await test.publish();
    for (const look of looks) await look();
    expect(test.house.recorded.at(-1)).toMatchObject({ kind: 'dialogue.published' });
    await test.pages.setVisibility({ ...test.asConvenor, visibility: 'members' });
    for (const look of looks) await expect(look()).rejects.toMatchObject(gone);
  });

  it('shows what it is for, when and where, and nothing of who is invited', async () => {
    await test.addItem();
    await test.publish();
    const shown = await show();
    expect(shown).toMatchObject({
      ...{ title: 'Financing of primary care', purpose: 'Agree on the cost sharing' },
      ...{ place: 'Antananarivo', link: 'https://meet.example/room', timeZone: 'Indian/Antananarivo' },
      items: [{ title: 'Item public' }],
      endsAtMs: Date.parse('2026-03-02T06:30:00.000Z'),
      registration: { state: 'none' },
    });
    const known = [
      ...['id', 'type', 'title', 'place', 'startsAt', 'timeZone', 'isCancelled', 'isOver', 'workspace'],
      ...['purpose', 'languages', 'cancelReason', 'link', 'endsAtMs', 'items', 'links', 'registration'],
    ];
    expect(Object.keys(shown).sort()).toEqual(known.sort());
    const itemFields = ['id', 'title', 'purpose', 'presenter', 'startsAtMs', 'endsAtMs'];
    expect(Object.keys(shown.items[0] ?? {}).sort()).toEqual(itemFields.sort());
  });

  it('never shows an item or a paper that is not public, nor does its file for calendars', async () => {
    await test.publish();
    for (const confidentiality of ['participants', 'convenor'] as const)
      await test.addItem(confidentiality, `Secret of ${confidentiality}`);
    await test.addItem('public', 'Open');
    await link('Secret paper', 'participants');
    await link('Open paper', 'public');
    const everything = JSON.stringify([
      await show(),
      await test.pages.listPublicDialogues('mdg'),
      await test.pages.writePublicCalendar(test.place),
    ]);
    expect(everything).toContain('Open paper');
    expect(everything).not.toContain('Secret');
    // The time of what is not shown still passes.
    expect((await show()).items).toMatchObject([
      { title: 'Open', startsAtMs: Date.parse('2026-03-02T07:00:00.000Z') },
    ]);
  });

  it('is one of its own workspace alone, beside no other dialogue', async () => {
    await test.publish();
    const secret = { ...test.asConvenor, dialogueId: 'secret' as DialogueId };
    await test.dialogues.planDialogue({ ...secret, facts: dialogueFacts({ title: 'Secret' }) });
    await buildWorkspace(db, { slug: 'other' });
    const { dialogues } = await test.pages.listPublicDialogues('mdg');
    expect(dialogues.map(({ title }) => title)).toEqual(['Financing of primary care']);
    for (const place of [
      { slug: 'mdg', dialogueId: secret.dialogueId },
      { slug: 'other', dialogueId: test.dialogueId },
      { slug: 'nowhere', dialogueId: test.dialogueId },
      { slug: '', dialogueId: '' as DialogueId },
    ]) {
      await expect(test.pages.showPublicDialogue(place)).rejects.toMatchObject(gone);
      await expect(test.pages.writePublicCalendar(place)).rejects.toMatchObject(gone);
    }
    for (const slug of ['other', 'nowhere'])
      await expect(test.pages.listPublicDialogues(slug)).rejects.toMatchObject(gone);
  });

  it('says that it is cancelled, and so does its file for calendars', async () => {
    await test.publish();
    const { events: before } = readCalendar(await test.pages.writePublicCalendar(test.place));
    await test.calendar.cancelDialogue({ ...test.asConvenor, reason: 'The strike' });
    expect(await show()).toMatchObject({ isCancelled: true, cancelReason: 'The strike' });
    const { events } = readCalendar(await test.pages.writePublicCalendar(test.place));
    expect(events).toMatchObject([
      {
        properties: {
          ...{ UID: before[0]?.properties.UID, STATUS: 'CANCELLED', DTSTART: '20260302T060000Z' },
          SEQUENCE: String(Number(before[0]?.properties.SEQUENCE) + 1),
          'URL;VALUE=URI': `https://concord.example/p/mdg/dialogues/${test.dialogueId}`,
        },
      },
    ]);
  });

  it('has papers and recordings for whom they are meant, added once however often the form arrives', async () => {
    await link('Open', 'public');
    test.clock.advance(1_000);
    await link('Inner', 'participants');
    const before = await db.read.$count(db.tables.events);
    await link('Inner', 'participants');
    expect(await db.read.$count(db.tables.events)).toBe(before);
    const seenBy = async (who: typeof test.ministry) =>
      (await test.pages.listLinks(test.as(who))).map(({ title }) => title);
    expect(await seenBy(test.ministry)).toEqual(['Open', 'Inner']);
    expect(await seenBy(test.convenor)).toEqual(['Open', 'Inner']);
    expect(await seenBy(test.guest)).toEqual(['Open']);
    await test.pages.removeLink({ ...test.asConvenor, linkId: 'Inner' as DialogueLinkId });
    expect(await seenBy(test.ministry)).toEqual(['Open']);
  });

  it('takes no address that could be a script, and no paper of another dialogue', async () => {
    const facts = { kind: 'paper', title: 'T', url: 'javascript:alert(1)', audience: 'public' } as const;
    const linkId = 'l' as DialogueLinkId;
    await expect(test.pages.addLink({ ...test.asConvenor, linkId, facts })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await link('Kept', 'public');
    const other = { ...test.asConvenor, dialogueId: 'other' as DialogueId };
    await test.dialogues.planDialogue({ ...other, facts: dialogueFacts() });
    await test.pages.removeLink({ ...other, linkId: 'Kept' as DialogueLinkId });
    expect(await test.pages.listLinks(test.asConvenor)).toHaveLength(1);
    const taken = { ...facts, url: 'https://example.org' };
    await expect(
      test.pages.addLink({ ...other, linkId: 'Kept' as DialogueLinkId, facts: taken }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '#db/db';
import { minutesText } from '#domain/dialogues/minutes-document';
import type { DialogueItemId } from '#domain/ids';
import { makeDialogues } from '#server/features/dialogues';
import { hashOfText } from '#server/features/dialogues/minutes/freeze';
import { newId } from '#server/new-id';
import { dialects, openTestDb } from '#tests/factories/databases';
import { openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

const hour = 3_600_000;

describe.each(dialects)('minutes on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db, 'mdg');
  });
  afterEach(async () => {
    await test.documents.stop();
    await db.close();
  });

  const shown = (who: BuiltMember) => test.dialogues.showMinutes(test.as(who));
  const minutesOf = async (itemId: DialogueItemId, who = test.convenor) => {
    const found = (await shown(who)).items.find((one) => one.itemId === itemId);
    if (!found) throw new Error('The item has no minutes.');
    return found;
  };
  const write = async (who: BuiltMember, itemId: DialogueItemId, text: string) => {
    const { documentId } = await minutesOf(itemId);
    await test.documents.change(documentId, who, (doc) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      minutesText(doc).push([paragraph]);
    });
  };
  const circulate = async (inMs = hour) => {
    const { dialogues, asConvenor, clock } = test;
    await dialogues.startDialogue(asConvenor);
    await dialogues.endDialogue(asConvenor);
    await dialogues.submitMinutes(asConvenor);
    await dialogues.circulateMinutes({ ...asConvenor, deadlineMs: clock.now().getTime() + inMs });
  };
  const propose = (who: BuiltMember, itemId: DialogueItemId, id = newId(), text = 'We said “may”.') =>
    test.dialogues.proposeCorrection({ ...test.as(who), correction: { id, itemId, text } });

  it('begin with the sitting, one document an item, and items added later have theirs', async () => {
    const { dialogues, asConvenor } = test;
    const first = await test.addItem();
    expect(await shown(test.ministry)).toMatchObject({ state: null, items: [] });
    await dialogues.startDialogue(asConvenor);
    await dialogues.beginMinutes(asConvenor);
    const second = await test.addItem();
    const { state, items } = await shown(test.ministry);
    expect(state).toBe('draft');
    expect(items.map(({ itemId }) => itemId)).toEqual([first, second]);
    expect(new Set(items.map(({ documentId }) => documentId)).size).toBe(2);
    expect(items.map(({ text }) => text)).toEqual([[], []]);
  });

  it('are written by delegations in the draft, then by convenors, and once locked by nobody', async () => {
    const { dialogues, asConvenor, ministry, convenor, observer, guest, clock } = test;
    const itemId = await test.addItem();
    await dialogues.beginMinutes(asConvenor);
    const writers = async () => {
      const people = { convenor, ministry, observer, guest };
      const found: string[] = [];
      for (const [name, who] of Object.entries(people))
        if ((await minutesOf(itemId, who)).canWrite) found.push(name);
      return found;
    };
    expect(await writers()).toEqual(['convenor', 'ministry']);
    await dialogues.submitMinutes(asConvenor);
    expect(await writers()).toEqual(['convenor']);
    await dialogues.returnMinutes(asConvenor);
    expect(await writers()).toEqual(['convenor', 'ministry']);
    await circulate();
    expect(await writers()).toEqual(['convenor']);
    clock.advance(hour);
    await dialogues.lockMinutes(asConvenor);
    expect(await writers()).toEqual([]);
  });

  it('are locked after the deadline with every correction answered, and keep text, hash, place and authors', async () => {
    const { dialogues, asConvenor, ministry, fund, clock } = test;
    const itemId = await test.addItem();
    await dialogues.beginMinutes(asConvenor);
    await write(ministry, itemId, 'The ministry presented the figures.');
    await circulate();
    const [kept, refused] = [newId(), newId()];
    await propose(fund, itemId, kept);
    await propose(fund, itemId, kept);
    await propose(ministry, itemId, refused, 'Strike the last sentence.');
    expect((await shown(fund)).notYet).toBe('unanswered');
    const answer = (correctionId: string, accepted: boolean, reason: string) =>
      dialogues.answerCorrection({ ...asConvenor, correctionId, accepted, reason });
    await expect(answer(kept, true, ' ')).rejects.toMatchObject({ code: 'invalid_input' });
    await answer(kept, true, 'As recorded');
    await write(test.convenor, itemId, 'The fund said it may take part.');
    clock.advance(hour);
    await expect(propose(fund, itemId)).resolves.toBeUndefined();
    await expect(dialogues.lockMinutes(asConvenor)).rejects.toMatchObject({ code: 'stale' });
    for (const { id, answer: answered } of (await minutesOf(itemId)).corrections)
      if (!answered) await answer(id, false, 'The recording differs');
    clock.advance(1);
    await expect(propose(fund, itemId)).rejects.toMatchObject({ code: 'stale' });
    await dialogues.lockMinutes(asConvenor);
    await dialogues.lockMinutes(asConvenor);
    const { state, lockedAt } = await shown(fund);
    expect([state, lockedAt]).toEqual(['locked', clock.now().toISOString()]);
    const { frozen, text, corrections } = await minutesOf(itemId, fund);
    expect(text?.map((block) => ('runs' in block ? block.runs[0]?.text : ''))).toEqual([
      'The ministry presented the figures.',
      'The fund said it may take part.',
    ]);
    expect(frozen).toEqual({
      ...{ hash: hashOfText(text ?? []), epoch: 1, seq: 3 },
      authors: [ministry.institutionId, test.convenor.institutionId],
    });
    expect(corrections.map(({ institutionId, answer: given }) => [institutionId, given?.accepted])).toEqual([
      [fund.institutionId, true],
      [ministry.institutionId, false],
      [fund.institutionId, false],
    ]);
    await expect(dialogues.returnMinutes(asConvenor)).rejects.toMatchObject({ code: 'minutes_locked' });
  });

  it('circulated with a mistyped deadline get another one, which delegations are told and held to', async () => {
    const { dialogues, asConvenor, fund, clock, house } = test;
    const itemId = await test.addItem();
    await dialogues.beginMinutes(asConvenor);
    await circulate(366 * 24 * hour);
    const extend = (inMs: number) =>
      dialogues.extendMinutes({ ...asConvenor, deadlineMs: clock.now().getTime() + inMs });
    await expect(extend(0)).rejects.toMatchObject({
      ...{ code: 'invalid_input', details: { problem: 'deadline_in_past' } },
    });
    await extend(hour);
    await extend(hour);
    const told = house.recorded.filter(({ kind }) => kind === 'dialogue.minutesExtended');
    expect(told.map(({ after }) => after)).toEqual([{ deadlineMs: clock.now().getTime() + hour }]);
    clock.advance(hour + 1);
    await expect(propose(fund, itemId)).rejects.toMatchObject({ code: 'stale' });
    await extend(hour);
    await propose(fund, itemId, 'c1');
    await dialogues.answerCorrection({ ...asConvenor, correctionId: 'c1', accepted: true, reason: 'Yes' });
    await expect(dialogues.lockMinutes(asConvenor)).rejects.toMatchObject({ code: 'stale' });
    clock.advance(hour);
    await dialogues.lockMinutes(asConvenor);
    await expect(extend(hour)).rejects.toMatchObject({ code: 'minutes_locked' });
    await expect(dialogues.recallMinutes(asConvenor)).rejects.toMatchObject({ code: 'minutes_locked' });
  });

  it('taken back for review keep what was proposed and answered, and are circulated with it again', async () => {
    const { dialogues, asConvenor, fund, ministry, house } = test;
    const itemId = await test.addItem();
    await dialogues.beginMinutes(asConvenor);
    await circulate();
    await propose(fund, itemId, 'c1');
    await propose(fund, itemId, 'c2');
    await dialogues.answerCorrection({ ...asConvenor, correctionId: 'c1', accepted: true, reason: 'Yes' });
    await dialogues.recallMinutes(asConvenor);
    await dialogues.recallMinutes(asConvenor);
    expect(house.recorded.filter(({ kind }) => kind === 'dialogue.minutesRecalled')).toHaveLength(1);
    const kept = async () =>
      (await minutesOf(itemId, fund)).corrections.map(({ id, answer }) => [id, answer]);
    const yes = { accepted: true, reason: 'Yes' };
    expect([(await shown(ministry)).state, (await shown(ministry)).deadlineMs]).toEqual(['review', null]);
    expect(await kept()).toEqual([
      ['c1', yes],
      ['c2', null],
    ]);
    await expect(propose(fund, itemId)).rejects.toMatchObject({ code: 'stale' });
    await expect(propose(fund, itemId, 'c2')).resolves.toBeUndefined();
    await dialogues.answerCorrection({ ...asConvenor, correctionId: 'c2', accepted: true, reason: 'Yes' });
    await dialogues.returnMinutes(asConvenor);
    await circulate();
    expect(await kept()).toEqual([
      ['c1', yes],
      ['c2', yes],
    ]);
  });

  it('have a correction answered anew until they are locked, and each answer is on record', async () => {
    const { dialogues, asConvenor, ministry, house, clock } = test;
    const itemId = await test.addItem('participants');
    await dialogues.beginMinutes(asConvenor);
    await circulate();
    await propose(ministry, itemId, 'c1');
    const answer = (accepted: boolean, reason: string) =>
      dialogues.answerCorrection({ ...asConvenor, correctionId: 'c1', accepted, reason });
    await answer(true, 'Yes');
    await answer(true, 'Yes');
    await answer(false, 'The recording differs');
    clock.advance(hour);
    expect((await minutesOf(itemId, ministry)).corrections[0]?.answer).toEqual({
      ...{ accepted: false, reason: 'The recording differs' },
    });
    const told = house.recorded.filter(({ kind }) => kind.startsWith('dialogue.correctionAnswered'));
    expect(told.map(({ kind, after }) => [kind, after?.accepted, after?.reason])).toEqual([
      ['dialogue.correctionAnsweredInConfidence', true, 'Yes'],
      ['dialogue.correctionAnsweredInConfidence', false, 'The recording differs'],
    ]);
    await dialogues.lockMinutes(asConvenor);
    await expect(answer(true, 'Yes')).rejects.toMatchObject({ code: 'minutes_locked' });
  });

  it('keep what was acknowledged while they were being locked', async () => {
    const { house, documents, clock, dialogues, asConvenor, ministry } = test;
    const itemId = await test.addItem();
    await dialogues.beginMinutes(asConvenor);
    await circulate();
    clock.advance(hour);
    const slow = makeDialogues({
      ...{ db, clock, events: house.events },
      documents: {
        ...documents,
        refreshGrants: async (filter) => {
          await write(ministry, itemId, 'On its way');
          await documents.refreshGrants(filter);
        },
      },
    });
    await slow.lockMinutes(asConvenor);
    expect((await minutesOf(itemId)).text).toEqual([{ kind: 'paragraph', runs: [{ text: 'On its way' }] }]);
    expect((await minutesOf(itemId)).frozen?.seq).toBe(2);
  });

  it('are brought to their end by convenors, and corrected by invited institutions, alone', async () => {
    const { dialogues, asConvenor, as, ministry, observer, guest } = test;
    const itemId = await test.addItem();
    const asMinistry = as(ministry);
    const answer = { correctionId: 'c', accepted: true, reason: 'x' };
    for (const act of [
      () => dialogues.beginMinutes(asMinistry),
      () => dialogues.submitMinutes(asMinistry),
      () => dialogues.returnMinutes(asMinistry),
      () => dialogues.circulateMinutes({ ...asMinistry, deadlineMs: 0 }),
      () => dialogues.extendMinutes({ ...asMinistry, deadlineMs: 0 }),
      () => dialogues.recallMinutes(asMinistry),
      () => dialogues.answerCorrection({ ...asMinistry, ...answer }),
      () => dialogues.lockMinutes(asMinistry),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    await dialogues.beginMinutes(asConvenor);
    await expect(dialogues.lockMinutes(asConvenor)).rejects.toMatchObject({ code: 'stale' });
    await circulate();
    for (const who of [observer, guest])
      await expect(propose(who, itemId)).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = await openTestDialogue(db, 'bdi');
    const foreign = { ...elsewhere.asConvenor, workspaceId: test.workspaceId, dialogueId: test.dialogueId };
    await expect(dialogues.showMinutes(foreign)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      dialogues.showMinutes({ ...elsewhere.asConvenor, dialogueId: test.dialogueId }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await elsewhere.documents.stop();
  });

  it('of an item that is not someone’s to know are not there for them, nor are its corrections', async () => {
    const { dialogues, asConvenor, ministry, guest, convenor } = test;
    const [open, internal, secret] = [
      await test.addItem('public'),
      await test.addItem('participants'),
      await test.addItem('convenor'),
    ];
    await dialogues.beginMinutes(asConvenor);
    for (const itemId of [internal, secret]) await write(convenor, itemId, 'hidden words');
    await circulate();
    await propose(ministry, internal, 'c1', 'hidden correction');
    await expect(propose(ministry, secret)).rejects.toMatchObject({ code: 'not_found' });
    const seen = async (who: BuiltMember) => (await shown(who)).items.map(({ itemId }) => itemId);
    expect(await seen(guest)).toEqual([open]);
    expect(await seen(ministry)).toEqual([open, internal]);
    expect(await seen(convenor)).toEqual([open, internal, secret]);
    expect(JSON.stringify(await shown(guest))).not.toContain('hidden');
    expect(test.house.recorded.map(({ kind }) => kind)).toContain('dialogue.correctionProposedInConfidence');
  });

  it('keep an item on the agenda once a word was written under it', async () => {
    const { dialogues, asConvenor, ministry } = test;
    const [written, empty] = [await test.addItem(), await test.addItem()];
    await dialogues.beginMinutes(asConvenor);
    await write(ministry, written, 'A word');
    await expect(dialogues.removeItem({ ...asConvenor, itemId: written })).rejects.toMatchObject({
      code: 'item_in_use',
    });
    await dialogues.removeItem({ ...asConvenor, itemId: empty });
    expect((await shown(ministry)).items.map(({ itemId }) => itemId)).toEqual([written]);
  });
});

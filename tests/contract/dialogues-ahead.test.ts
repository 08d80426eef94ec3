import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { DialogueId } from '#domain/ids';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import type { BuiltMember } from '#tests/factories/workspaces';

describe.each(dialects)('dialogues ahead on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
  });
  afterEach(() => db.close());

  const plannedMs = Date.parse(dialogueFacts().startsAt);
  const ahead = async (who: BuiltMember, nowMs = plannedMs - 1) =>
    (await test.dialogues.listAhead({ ...test.as(who), nowMs })).map(
      ({ title, isRunning, awaitsAnswer }) => ({
        ...{ title, isRunning, awaitsAnswer },
      }),
    );
  const [title, isRunning] = [dialogueFacts().title, false];

  it('await an answer of whom they invited and who has not given one', async () => {
    const { fund, guest, as, dialogues } = test;
    expect(await ahead(fund)).toEqual([{ title, isRunning, awaitsAnswer: true }]);
    expect(await ahead(guest)).toEqual([{ title, isRunning, awaitsAnswer: false }]);
    await dialogues.answerInvitation({
      ...{ ...as(fund), institutionId: fund.institutionId, answer: 'accepted' },
    });
    expect(await ahead(fund)).toEqual([{ title, isRunning, awaitsAnswer: false }]);
  });

  it('are those to come, the soonest first, and those under way until they end', async () => {
    const { dialogues, asConvenor, ministry } = test;
    const facts = dialogueFacts({ title: 'Sooner', startsAt: '2026-03-01T06:00:00.000Z' });
    await dialogues.planDialogue({ ...asConvenor, dialogueId: 'sooner' as DialogueId, facts });
    const titles = async (nowMs: number) => (await ahead(ministry, nowMs)).map((one) => one.title);
    expect(await titles(0)).toEqual(['Sooner', title]);
    expect(await titles(plannedMs + 1)).toEqual([]);
    await dialogues.startDialogue(asConvenor);
    expect(await titles(plannedMs + 1)).toEqual([title]);
    await dialogues.endDialogue(asConvenor);
    expect(await titles(0)).toEqual(['Sooner']);
  });
});

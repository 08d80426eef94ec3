import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type {
  AttendanceMarkId,
  DecisionId,
  DelegateId,
  DialogueId,
  DialogueItemId,
  DialogueLinkId,
  DialogueProposalId,
  PositionId,
} from '#domain/ids';
import { newId } from '#server/new-id';
import { makeServices, type Services } from '#server/services';
import type { Ask, Place } from '#tests/factories/asks/ask';
import { dialogueAsks } from '#tests/factories/asks/dialogues';
import { feedbackAsks } from '#tests/factories/asks/feedback';
import { letterAsks } from '#tests/factories/asks/letters';
import { publicDialogueAsks } from '#tests/factories/asks/public-dialogues';
import { dialects, openTestDb } from '#tests/factories/databases';
import { dialogueFacts, itemFacts, openTestDialogue, type TestDialogue } from '#tests/factories/dialogues';
import { type FilledWorkspace, fillWorkspace } from '#tests/factories/filled-workspace';
import { makeTestFoundation } from '#tests/factories/foundation';
import type { BuiltMember } from '#tests/factories/workspaces';

const hour = 3_600_000;
const refused = { code: 'minutes_locked' };
const link = { kind: 'paper', title: 'Slides', url: 'https://example.org/s', audience: 'public' } as const;

/** What is still done once the minutes are locked: nothing of it is printed in the report. */
const remainsOpen = [
  // Another dialogue, or the same lock sent twice.
  'dialogues.planDialogue',
  'dialogues.postponeDecision',
  'dialogues.lockMinutes',
  'followUps.linkAction',
  'followUps.answerFollowUp',
  'followUps.askLeadAgain',
  'followUps.unlinkAction',
  'feedback.giveFeedback',
  'feedback.answerFeedback',
  'feedback.listFeedback',
  'publicDialogues.setVisibility',
  'publicDialogues.addLink',
  'publicDialogues.removeLink',
  'registrations.setRegistration',
  'registrations.listRegistrations',
  'registrations.tellRegistered',
  'registrations.removeRegistration',
  'registrations.markRegistration',
  'letters.removeLetter',
  'letters.sendLetters',
  'letters.remindUnanswered',
  'letters.listLetters',
  'letters.previewLetter',
];

describe.each(dialects)('a final record on %s', (dialect) => {
  let db: Db;
  let services: Services;
  let filled: FilledWorkspace;
  let paperId: DialogueLinkId;
  const asked = (who: BuiltMember) => ({
    ...{ actor: who.actor, workspaceId: filled.workspaceId },
    dialogueId: filled.dialogueId,
  });
  const asConvenor = () => asked(filled.people.convenor);
  const report = async () => {
    const read = await services.dialogues.dialogueReport({ ...asConvenor(), audience: 'convenor' });
    return { ...read, madeAt: null };
  };

  beforeAll(async () => {
    db = await openTestDb(dialect);
    const foundation = makeTestFoundation(db);
    services = makeServices(foundation);
    filled = await fillWorkspace({ db, services }, 'final');
    const { dialogues, publicDialogues } = services;
    const { dialogueItemId: itemId } = filled;
    paperId = newId<DialogueLinkId>();
    await publicDialogues.addLink({ ...asConvenor(), itemId, linkId: paperId, facts: link });
    await dialogues.endDialogue(asConvenor());
    await dialogues.submitMinutes(asConvenor());
    const deadlineMs = foundation.clock.now().getTime() + hour;
    await dialogues.circulateMinutes({ ...asConvenor(), deadlineMs });
    foundation.clock.advance(hour);
    await dialogues.lockMinutes(asConvenor());
  });
  afterAll(async () => {
    await services.documents.stop();
    await services.plans.stop();
    await db.close();
  });

  it('is changed by no command but those named here', async () => {
    const before = await report();
    const asks = { ...dialogueAsks, ...publicDialogueAsks, ...feedbackAsks, ...letterAsks };
    const place: Place = {
      ...{ ...filled, actor: filled.people.convenor.actor },
      publicDialogueId: filled.dialogueId,
    };
    const notRefused: string[] = [];
    for (const [feature, named] of Object.entries(asks))
      for (const [name, { ask, observer }] of Object.entries(named as Record<string, Ask>)) {
        // What an observer may ask changes nothing.
        if (observer === null) continue;
        const code = await ask(services, place).then(
          () => null,
          (error: { code?: string }) => error.code,
        );
        if (code !== refused.code) notRefused.push(`${feature}.${name}`);
      }
    expect(notRefused.sort()).toEqual(remainsOpen.toSorted());
    expect(await report()).toEqual(before);
  });

  it('keeps its items, papers, attendance and delegations, whoever asks', async () => {
    const { dialogues, publicDialogues } = services;
    const { dialogueItemId: itemId, people } = filled;
    const { institutionId } = people.contributor;
    const before = await report();
    for (const act of [
      () => dialogues.editItem({ ...asConvenor(), itemId, facts: itemFacts({ title: 'Another' }) }),
      () => dialogues.addItem({ ...asConvenor(), itemId: newId<DialogueItemId>(), facts: itemFacts({}) }),
      () => dialogues.actOnItem({ ...asConvenor(), itemId, act: 'open' }),
      () => {
        const mark = { id: newId<AttendanceMarkId>(), institutionId, state: 'excused' as const };
        return dialogues.markAttendance({ ...asConvenor(), mark });
      },
      () => {
        const delegate = { id: newId<DelegateId>(), name: 'Ghost', role: 'head' as const };
        return dialogues.addDelegate({ ...asked(people.contributor), institutionId, delegate });
      },
      () => dialogues.answerInvitation({ ...asked(people.contributor), institutionId, answer: 'declined' }),
      () =>
        publicDialogues.addLink({
          ...{ ...asConvenor(), itemId, linkId: newId<DialogueLinkId>() },
          facts: { ...link, url: 'https://example.org/other' },
        }),
      () => publicDialogues.removeLink({ ...asConvenor(), linkId: paperId }),
    ])
      await expect(act()).rejects.toMatchObject(refused);
    expect(await report()).toEqual(before);
    expect(before.items.map(({ papers, text }) => [papers.length, text !== null])).toEqual([[1, true]]);
  });

  it('leaves open what comes after it: the page, recordings, feedback, follow-ups and registrations', async () => {
    const { publicDialogues, feedback, followUps, dialogues } = services;
    const { contributor } = filled.people;
    const { institutionId } = contributor;
    const before = await report();
    const linkId = newId<DialogueLinkId>();
    await publicDialogues.addLink({ ...asConvenor(), linkId, facts: { ...link, kind: 'recording' } });
    expect((await publicDialogues.listLinks(asConvenor())).map(({ id }) => id)).toContain(linkId);
    await publicDialogues.removeLink({ ...asConvenor(), linkId });
    expect((await publicDialogues.listLinks(asConvenor())).map(({ id }) => id)).not.toContain(linkId);
    await publicDialogues.setVisibility({ ...asConvenor(), visibility: 'public' });
    expect((await dialogues.showDialogue(asConvenor())).visibility).toBe('public');
    const facts = { heard: 'yes', usefulness: null, text: 'Heard' } as const;
    await feedback.giveFeedback({ ...asked(contributor), institutionId, facts });
    expect((await feedback.showFeedback(asked(contributor))).own).toMatchObject({ heard: 'yes' });
    const { workspaceId, decisionId, planId, actionId } = filled;
    const on = { actor: contributor.actor, workspaceId, decisionId, planId, actionId };
    await followUps.linkAction({ ...on, actor: filled.people.convenor.actor, added: null });
    await followUps.answerFollowUp({ ...on, answer: { accepted: true } });
    await followUps.unlinkAction({ ...on, actor: filled.people.convenor.actor });
    expect(await report()).toEqual(before);
  });
});

describe.each(dialects)('after the end of a dialogue on %s', (dialect) => {
  let db: Db;
  let test: TestDialogue;
  beforeEach(async () => {
    db = await openTestDb(dialect);
    test = await openTestDialogue(db);
  });
  afterEach(async () => {
    await test.documents.stop();
    await db.close();
  });

  const says = (who: BuiltMember) => {
    const { dialogues } = test;
    const own = { ...test.as(who), institutionId: who.institutionId };
    const delegateId = newId<DelegateId>();
    return [
      () => dialogues.answerInvitation({ ...own, answer: 'declined' }),
      () => dialogues.addDelegate({ ...own, delegate: { id: delegateId, name: 'Head', role: 'head' } }),
      () => dialogues.removeDelegate({ ...own, delegateId }),
    ];
  };

  const lock = async () => {
    const { dialogues, asConvenor, clock } = test;
    await dialogues.submitMinutes(asConvenor);
    await dialogues.circulateMinutes({ ...asConvenor, deadlineMs: clock.now().getTime() + hour });
    clock.advance(hour);
    await dialogues.lockMinutes(asConvenor);
  };
  const block = (proposalId: DialogueProposalId) => {
    const { institutionId } = test.fund;
    const said = { step: 'block', reason: 'No', isAdReferendum: false, basis: 'Letter' } as const;
    return test.dialogues.recordPosition({
      ...{ ...test.asConvenor, proposalId },
      position: { ...said, id: newId<PositionId>(), institutionId },
    });
  };
  const decide = (proposalId: DialogueProposalId, decisionId = newId<DecisionId>()) =>
    test.dialogues.decide({
      ...{ ...test.asConvenor, proposalId, decisionId },
      facts: { text: 'Later', budgetImplication: '', reviewOn: '2026-05-01', changes: null },
    });

  it('the minutes are locked only once the sitting is over and each proposal has come to its decision', async () => {
    const { dialogues, asConvenor, ministry, clock } = test;
    const itemId = await test.addItem('convenor');
    await dialogues.startDialogue(asConvenor);
    const deadlineMs = clock.now().getTime() + 3 * hour;
    const silent = await test.openProposal(itemId, { rule: { kind: 'silence', deadlineMs } });
    const blocked = await test.openProposal(itemId);
    const notYet = async (problem: string) => {
      await expect(dialogues.lockMinutes(asConvenor)).rejects.toMatchObject({
        ...{ code: 'stale', details: { problem } },
      });
      expect((await dialogues.showMinutes(asConvenor)).notYet).toBe(problem);
      // That there is a proposal is the convenors’ to know.
      expect((await dialogues.showMinutes(test.as(ministry))).notYet).toBe(null);
    };
    await dialogues.submitMinutes(asConvenor);
    await dialogues.circulateMinutes({ ...asConvenor, deadlineMs: clock.now().getTime() + hour });
    clock.advance(hour);
    await notYet('not_ended');
    await dialogues.endDialogue(asConvenor);
    await notYet('proposal_open');
    // A silence that ends after the meeting still takes positions, and closes.
    await dialogues.recordPosition({
      ...{ ...asConvenor, proposalId: silent },
      position: {
        ...{ id: newId<PositionId>(), institutionId: ministry.institutionId, step: 'support' },
        ...{ reason: '', isAdReferendum: false, basis: 'Letter' },
      },
    });
    await block(blocked);
    clock.advance(3 * hour);
    for (const proposalId of [silent, blocked]) await dialogues.closeProposal({ ...asConvenor, proposalId });
    await notYet('undecided');
    await decide(silent);
    await notYet('undecided');
    await decide(blocked);
    await dialogues.lockMinutes(asConvenor);
    expect((await dialogues.showDialogue(asConvenor)).isFinal).toBe(true);
  });

  it('a decision that a final record defers is put off, and taken up in another dialogue', async () => {
    const { dialogues, asConvenor } = test;
    const proposalId = await test.openProposal(await test.addItem());
    const decisionId = newId<DecisionId>();
    await dialogues.startDialogue(asConvenor);
    await block(proposalId);
    await dialogues.closeProposal({ ...asConvenor, proposalId });
    await decide(proposalId, decisionId);
    await dialogues.endDialogue(asConvenor);
    await lock();
    const { actor, workspaceId } = asConvenor;
    const on = { actor, workspaceId, decisionId };
    await dialogues.postponeDecision({ ...on, reviewOn: '2036-01-01', reason: 'No costing yet' });
    const ids = { itemId: newId<DialogueItemId>(), proposalId: newId<DialogueProposalId>() };
    const takeUp = (dialogueId: DialogueId) => dialogues.takeUpDecision({ ...on, ...ids, dialogueId });
    await expect(takeUp(test.dialogueId)).rejects.toMatchObject(refused);
    const dialogueId = newId<DialogueId>();
    await dialogues.planDialogue({ actor, workspaceId, dialogueId, facts: dialogueFacts() });
    await takeUp(dialogueId);
    expect(await dialogues.showDeferral(on)).toMatchObject({
      ...{ postponed: [{ reviewOn: '2026-05-01' }], takenUp: { dialogue: { id: dialogueId } } },
    });
  });

  it('delegations no longer change their answer or whom they sent, and a convenor does until the lock', async () => {
    const { dialogues, asConvenor, ministry, convenor } = test;
    await test.addItem();
    await dialogues.startDialogue(asConvenor);
    for (const say of says(ministry)) await say();
    await dialogues.endDialogue(asConvenor);
    for (const say of says(ministry)) await expect(say()).rejects.toMatchObject({ code: 'stale' });
    for (const say of says(convenor)) await say();
    await lock();
    for (const who of [ministry, convenor])
      for (const say of says(who)) await expect(say()).rejects.toMatchObject(refused);
  });
});

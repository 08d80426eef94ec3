import type { DemoDialogue, DemoItem } from '#db/seed/types';
import type { Clock } from '#domain/clock';
import { instantOfLocal, localTimeAt } from '#domain/dialogues/local-time';
import { minutesText } from '#domain/dialogues/minutes-document';
import type {
  AttendanceMarkId,
  DecisionId,
  DelegateId,
  DialogueId,
  DialogueItemId,
  DialogueProposalId,
  InstitutionId,
  PositionId,
  WorkspaceId,
} from '#domain/ids';
import type { Actor } from '#domain/workspaces/actor';
import { newId } from '#server/new-id';
import { makeDialogues } from '../features/dialogues';
import type { Context, Institutions } from './context';
import { writeNarrative } from './fill-plan';

const dayMs = 86_400_000;
const timeZone = 'Indian/Antananarivo';

interface Sitting {
  dialogues: ReturnType<typeof makeDialogues>;
  documents: Context['services']['documents'];
  /** Says that an action of the plan, found by its title, carries out the decision. */
  follow(decisionId: DecisionId, action: { title: string; isAccepted: boolean }): Promise<void>;
  asked: { actor: Actor; workspaceId: WorkspaceId; dialogueId: DialogueId };
  /** The id of an institution, and whoever acts for it in the demo. */
  idOf(acronym: string): InstitutionId;
  actorOf(acronym: string): Actor | null;
  pass(minutes: number): void;
  nowMs(): number;
}

/** Plans the dialogues; those in the past are held, minute by minute, on a clock of their own. */
export async function enterDialogues(
  context: Context,
  entered: {
    dialogues: DemoDialogue[];
    workspaceId: WorkspaceId;
    institutions: Institutions;
    convenor: Actor;
    actors: Actor[];
  },
): Promise<void> {
  for (const dialogue of entered.dialogues) {
    const sitting = openSitting(context, entered, dialogue);
    const itemIds = await prepare(sitting, dialogue);
    if (dialogue.daysFromToday >= 0) continue;
    await hold(sitting, dialogue, itemIds);
    await settleMinutes(sitting, dialogue.items, itemIds);
  }
}

function openSitting(
  { db, clock, services }: Context,
  { workspaceId, institutions, convenor, actors }: Omit<Parameters<typeof enterDialogues>[1], 'dialogues'>,
  { daysFromToday, time }: DemoDialogue,
): Sitting {
  const asked = { actor: convenor, workspaceId, dialogueId: newId<DialogueId>() };
  const { date } = localTimeAt(clock.now().getTime() + daysFromToday * dayMs, timeZone);
  let nowMs = instantOfLocal({ date, time }, timeZone);
  const moved: Clock = { now: () => new Date(nowMs) };
  const idOf = (acronym: string) => {
    const id = institutions.get(acronym);
    if (!id) throw new Error(`${acronym} is not among the institutions of the demo.`);
    return id;
  };
  return {
    documents: services.documents,
    dialogues: makeDialogues({ db, clock: moved, events: services.events, documents: services.documents }),
    asked,
    async follow(decisionId, { title, isAccepted }) {
      const { rows } = await services.plans.listActions({ ...asked, filter: { search: title } });
      const action = rows.find((row) => row.title === title);
      const lead = actors.find(({ membership }) => membership?.institutionId === action?.lead?.id);
      if (!action || !lead) throw new Error(`Nobody of the demo leads an action called “${title}”.`);
      const on = { ...asked, decisionId, planId: action.plan.id, actionId: action.id };
      await services.followUps.linkAction({ ...on, added: null });
      const answer = { accepted: true } as const;
      if (isAccepted) await services.followUps.answerFollowUp({ ...on, actor: lead, answer });
    },
    idOf,
    actorOf: (acronym) =>
      actors.find(({ membership }) => membership?.institutionId === idOf(acronym)) ?? null,
    pass: (minutes) => {
      nowMs += minutes * 60_000;
    },
    nowMs: () => nowMs,
  };
}

async function prepare(sitting: Sitting, dialogue: DemoDialogue): Promise<DialogueItemId[]> {
  const { dialogues, asked, idOf, actorOf, nowMs } = sitting;
  const { type, invited, ...said } = dialogue;
  const facts = {
    ...{
      type,
      title: said.title,
      purpose: said.purpose,
      place: said.place,
      link: '',
      timeZone,
      languages: ['fr' as const],
    },
    startsAt: new Date(nowMs()).toISOString(),
    limits: { perInterventionMs: 10 * 60_000, perInstitutionMs: null },
    quorum: { by: 'institution' as const, atLeast: { numerator: 1, denominator: 2 } },
    isChathamHouse: false,
  };
  await dialogues.planDialogue({ ...asked, facts });
  const itemIds = dialogue.items.map(() => newId<DialogueItemId>());
  for (const [
    i,
    { title, purpose, presenter, plannedMinutes, confidentiality },
  ] of dialogue.items.entries()) {
    const itemId = itemIds[i];
    const facts = { title, purpose, presenter, plannedMinutes, confidentiality };
    if (itemId) await dialogues.addItem({ ...asked, itemId, facts });
  }
  await dialogues.inviteInstitutions({
    ...asked,
    institutionIds: invited.map(({ acronym }) => idOf(acronym)),
  });
  for (const { acronym, answer, head } of invited) {
    const actor = actorOf(acronym);
    const institutionId = idOf(acronym);
    if (!actor || !answer) continue;
    await dialogues.answerInvitation({ ...asked, actor, institutionId, answer });
    const delegate = { id: newId<DelegateId>(), name: head ?? '', role: 'head' as const };
    if (head) await dialogues.addDelegate({ ...asked, actor, institutionId, delegate });
  }
  return itemIds;
}

async function hold(sitting: Sitting, { items, invited }: DemoDialogue, itemIds: DialogueItemId[]) {
  const { dialogues, asked, idOf } = sitting;
  await dialogues.startDialogue(asked);
  for (const { acronym, attendance: state } of invited) {
    const mark = { id: newId<AttendanceMarkId>(), institutionId: idOf(acronym) };
    if (state) await dialogues.markAttendance({ ...asked, mark: { ...mark, state } });
  }
  for (const [i, item] of items.entries()) {
    const itemId = itemIds[i];
    if (itemId) await discuss(sitting, itemId, item);
  }
  await dialogues.endDialogue(asked);
}

async function discuss(sitting: Sitting, itemId: DialogueItemId, { speakers = [], proposal }: DemoItem) {
  const { dialogues, asked, idOf, pass } = sitting;
  await dialogues.actOnItem({ ...asked, itemId, act: 'open' });
  for (const { acronym, speaker, minutes } of speakers) {
    const id = newId();
    const request = { id, institutionId: idOf(acronym), speaker, kind: 'intervention' as const };
    await dialogues.requestFloor({ ...asked, itemId, request });
    await dialogues.orderFloor({ ...asked, itemId, order: { act: 'give', id } });
    pass(minutes);
    await dialogues.orderFloor({ ...asked, itemId, order: { act: 'end', id } });
    pass(1);
  }
  if (proposal) await resolve(sitting, itemId, proposal);
  await dialogues.actOnItem({ ...asked, itemId, act: 'close' });
}

async function resolve(
  { dialogues, asked, idOf, actorOf, pass, nowMs, follow }: Sitting,
  itemId: DialogueItemId,
  { text, positions, decision }: NonNullable<DemoItem['proposal']>,
): Promise<void> {
  const proposalId = newId<DialogueProposalId>();
  const quorum = { by: 'institution' as const, atLeast: { numerator: 1, denominator: 2 } };
  const facts = { text, scale: 'gradient', isHidden: false, rule: { kind: 'consensus', quorum } } as const;
  await dialogues.propose({ ...asked, proposalId, itemId, facts, amendsId: null });
  await dialogues.openProposal({ ...asked, proposalId });
  for (const { acronym, basis, isAdReferendum = false, ...said } of positions) {
    pass(1);
    const id = newId<PositionId>();
    const position = { ...said, id, institutionId: idOf(acronym), isAdReferendum };
    const actor = actorOf(acronym);
    if (basis) await dialogues.recordPosition({ ...asked, proposalId, position: { ...position, basis } });
    else if (actor) await dialogues.takePosition({ ...asked, actor, proposalId, position });
  }
  await dialogues.closeProposal({ ...asked, proposalId });
  const reviewOn = new Date(nowMs() + decision.reviewInDays * dayMs).toISOString().slice(0, 10);
  const { budgetImplication } = decision;
  const decisionId = newId<DecisionId>();
  await dialogues.decide({
    ...{ ...asked, proposalId, decisionId },
    facts: { text, budgetImplication, reviewOn, changes: null },
  });
  for (const action of decision.actions) await follow(decisionId, action);
}

/** Written in the sitting, circulated for a week, corrected, and locked. */
async function settleMinutes(sitting: Sitting, items: DemoItem[], itemIds: DialogueItemId[]): Promise<void> {
  const { dialogues, asked, documents, actorOf, pass, nowMs } = sitting;
  const minutes = await dialogues.showMinutes(asked);
  const itemOf = new Map(itemIds.map((itemId, i) => [itemId, items[i]]));
  for (const { itemId, documentId } of minutes.items) {
    const written = itemOf.get(itemId)?.minutes;
    const author = written && actorOf(written.by);
    if (!written || !author) continue;
    const institutionId = author.membership?.institutionId ?? null;
    await documents.change(documentId, { accountId: author.accountId, institutionId }, (doc) =>
      writeNarrative(minutesText(doc), written.text),
    );
  }
  await dialogues.submitMinutes(asked);
  await dialogues.circulateMinutes({ ...asked, deadlineMs: nowMs() + 7 * dayMs });
  for (const [itemId, item] of itemOf) {
    for (const { acronym, text, accepted, answer: reason } of item?.corrections ?? []) {
      const actor = actorOf(acronym);
      const id = newId();
      if (!actor) continue;
      await dialogues.proposeCorrection({ ...asked, actor, correction: { id, itemId, text } });
      await dialogues.answerCorrection({ ...asked, correctionId: id, accepted, reason });
    }
  }
  pass(7 * 24 * 60);
  await dialogues.lockMinutes(asked);
}

import type { DemoDialogue, DemoItem } from '#db/seed/types';
import { minutesText } from '#domain/dialogues/minutes-document';
import type {
  AttendanceMarkId,
  DecisionId,
  DelegateId,
  DialogueItemId,
  DialogueLinkId,
  DialogueProposalId,
  ItemQuoteId,
  PositionId,
} from '#domain/ids';
import { newId } from '#server/new-id';
import type { Context } from './context';
import { enterFeedback } from './enter-feedback';
import { enterLetters } from './enter-letters';
import { enterRegistrations } from './enter-registrations';
import { writeNarrative } from './fill-plan';
import { type Entered, openSitting, type Sitting, timeZone } from './open-sitting';

const dayMs = 86_400_000;

/** Plans the dialogues; those in the past are held, minute by minute, on a clock of their own. */
export async function enterDialogues(
  context: Context,
  { dialogues, ...entered }: Entered & { dialogues: DemoDialogue[] },
): Promise<void> {
  for (const dialogue of dialogues) {
    const sitting = openSitting(context, entered, dialogue);
    const itemIds = await prepare(sitting, dialogue);
    await enterLetters(sitting, dialogue);
    await enterRegistrations(sitting, dialogue);
    if (dialogue.daysFromToday >= 0) continue;
    await hold(sitting, dialogue, itemIds);
    await settleMinutes(sitting, dialogue.items, itemIds);
    await enterFeedback(sitting, dialogue);
  }
}

async function prepare(sitting: Sitting, dialogue: DemoDialogue): Promise<DialogueItemId[]> {
  const { dialogues, asked, idOf, actorOf, startsAtMs } = sitting;
  const { type, invited, ...said } = dialogue;
  const facts = {
    ...{
      type,
      title: said.title,
      purpose: said.purpose,
      place: said.place,
      link: said.link ?? '',
      timeZone,
      languages: ['fr' as const],
    },
    startsAt: new Date(startsAtMs).toISOString(),
    limits: { perInterventionMs: 10 * 60_000, perInstitutionMs: null },
    quorum: { by: 'institution' as const, atLeast: { numerator: 1, denominator: 2 } },
    isChathamHouse: false,
  };
  await dialogues.planDialogue({ ...asked, facts });
  const itemIds = dialogue.items.map(() => newId<DialogueItemId>());
  for (const [i, item] of dialogue.items.entries()) {
    const itemId = itemIds[i];
    const { title, purpose, presenter, plannedMinutes, confidentiality } = item;
    const facts = { title, purpose, presenter, plannedMinutes, confidentiality };
    if (!itemId) continue;
    await dialogues.addItem({ ...asked, itemId, facts });
    await giveToRead(sitting, itemId, item);
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

async function giveToRead(
  { dialogues, publicDialogues, asked, quotable }: Sitting,
  itemId: DialogueItemId,
  { toRead = { papers: [], actions: [] } }: DemoItem,
): Promise<void> {
  for (const { title, path } of toRead.papers) {
    const facts = {
      kind: 'paper',
      title,
      url: `https://example.org/${path}`,
      audience: 'participants',
    } as const;
    await publicDialogues.addLink({ ...asked, itemId, linkId: newId<DialogueLinkId>(), facts });
  }
  for (const title of toRead.actions) {
    const part = await quotable(title);
    await dialogues.addItemQuote({ ...asked, itemId, quoteId: newId<ItemQuoteId>(), part });
  }
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
  { dialogues, asked, idOf, actorOf, pass, nowMs, quotable, follow }: Sitting,
  itemId: DialogueItemId,
  { text, about, positions, decision }: NonNullable<DemoItem['proposal']>,
): Promise<void> {
  const proposalId = newId<DialogueProposalId>();
  const quorum = { by: 'institution' as const, atLeast: { numerator: 1, denominator: 2 } };
  const facts = { text, scale: 'gradient', isHidden: false, rule: { kind: 'consensus', quorum } } as const;
  const quotes = about ? await quotable(about) : null;
  await dialogues.propose({ ...asked, proposalId, itemId, facts, amendsId: null, quotes });
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

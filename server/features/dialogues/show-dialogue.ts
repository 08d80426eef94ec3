import { plannedTimes } from '#domain/dialogues/agenda-item';
import { emptyFloor } from '#domain/dialogues/floor';
import { floorUnder } from '#domain/dialogues/floor-under';
import { dialogueGroups } from '#domain/dialogues/groups';
import { formerAnswer, standingAnswer } from '#domain/dialogues/kept-answer';
import { wasPut } from '#domain/dialogues/proposal';
import { countedOf, presentAt, quorumOf } from '#domain/dialogues/quorum';
import type { InstitutionId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { seatsOf } from './ballot';
import { decisionsFor } from './register';
import { type Sitting, sittingQuery } from './sitting';
import type { Asked, Dependencies, ItemRow } from './types';
import { viewProposals, viewQuote } from './view-proposals';
import type { DialogueView, InvitedView, ItemView } from './view-types';

export function dialogueQuery(dependencies: Pick<Dependencies, 'db' | 'clock' | 'documents'>) {
  const readSitting = sittingQuery(dependencies);

  /** The dialogue as the actor, or a room before them, may know it. Throws `not_found` outside of the workspace. */
  async function showDialogue(asked: Asked & { audience?: Audience }): Promise<DialogueView> {
    authorise(asked.actor, 'dialogue.see', asked);
    return viewFor(asked, await readSitting(asked));
  }

  return { showDialogue };
}

/** Whether it is a page of one's own or the wall of the room. */
export type Audience = 'own' | 'room';

/** A sitting as a member of its workspace may know it; two who act for one institution in one role see the same. */
export function viewFor(
  { actor, audience = 'own' }: { actor: Actor; audience?: Audience },
  sitting: Sitting,
): DialogueView {
  const view = viewOf(sitting, { actor, audience });
  if (audience === 'own') return view;
  // Whoever signed the projector in, the room sees nothing that is the convenors' alone.
  const items = view.items.filter(({ confidentiality }) => confidentiality !== 'convenor');
  return { ...view, items, decisions: [] };
}

function viewOf(sitting: Sitting, { actor, audience }: { actor: Actor; audience: Audience }): DialogueView {
  const { nowMs, workspaceId, dialogue, agenda, invitations, marks, positions, hashNow, quotes } = sitting;
  const invited = new Set(invitations.map(({ institutionId }) => institutionId));
  const items = agenda.filter((item) => may(actor, 'dialogueItem.see', { workspaceId, invited, ...item }));
  const mayRun = may(actor, 'dialogue.run', { workspaceId });
  const proposals = sitting.proposals.filter(
    (proposal) =>
      (wasPut(proposal) || (mayRun && audience === 'own')) && items.some(({ id }) => id === proposal.itemId),
  );
  const papers = sitting.papers.filter(({ audience: confidentiality }) =>
    may(actor, 'dialogueItem.see', { workspaceId, invited, confidentiality }),
  );
  const present = presentAt(marks, nowMs);
  const counted = countedOf(seatsOf(invitations), present);
  const ownId = (actor.membership?.institutionId ?? '') as InstitutionId;
  const decisions = decisionsFor(actor, sitting.register);
  const isAttributed = may(actor, 'dialogue.seeWhoSaid', { ...dialogue, workspaceId, invited });
  const views = viewProposals({
    ...{ proposals, positions, counted, present, nowMs, ownId, decisions, isAttributed, hashNow },
  });
  const { year, number, limits, quorum, ...facts } = dialogue;
  const untilMs = dialogue.endedAt ? Math.min(nowMs, Date.parse(dialogue.endedAt)) : nowMs;
  return {
    ...facts,
    ...{ limits, quorum, nowMs, decisions, isFinal: sitting.isFinal },
    number: `${year}/${String(number).padStart(2, '0')}`,
    items: withTimes(agenda, items, Date.parse(dialogue.startsAt)).map((item) => ({
      ...item,
      floor: isAttributed ? floorUnder(item.item, item.floor, untilMs) : emptyFloor,
      proposals: views.filter(({ itemId }) => itemId === item.id),
      quotes: quotes
        .filter(({ itemId }) => itemId === item.id)
        .map(({ id, source }) => ({ id, source: viewQuote(source, sitting) })),
      papers: papers.filter(({ itemId }) => itemId === item.id).map(viewPaper),
    })),
    institutions: viewInvited(sitting),
    attendance: quorum && quorumOf(quorum, counted, present),
    own: {
      institutionId: ownId,
      isInvited: invited.has(ownId),
      maySpeak: may(actor, 'floor.request', { workspaceId, invited, institutionId: ownId }),
    },
    mayRun,
  };
}

function viewPaper({
  id,
  kind,
  title,
  url,
  audience,
}: Sitting['papers'][number]): ItemView['papers'][number] {
  return { id, kind, title, url, audience };
}

function viewInvited({ invitations, labels, delegates, marks }: Sitting): InvitedView[] {
  const viewed = labels.flatMap((institution) => {
    const invitation = invitations.find(({ institutionId }) => institutionId === institution.id);
    if (!invitation) return [];
    const last = marks.filter(({ institutionId }) => institutionId === institution.id).at(-1);
    return {
      institution,
      group: invitation.group,
      answer: standingAnswer(invitation),
      former: formerAnswer(invitation),
      answerBasis: invitation.answerBasis,
      delegates: delegates
        .filter(({ institutionId }) => institutionId === institution.id)
        .map(({ id, name, role }) => ({ id, name, role })),
      attendance: last ? { id: last.id, state: last.state, atMs: last.atMs } : null,
    };
  });
  return viewed.sort(bySeat);
}

/** Times count every item, so that they are right; items that the asker may not know leave a pause. */
function withTimes(agenda: readonly ItemRow[], shown: readonly ItemRow[], startsAtMs: number) {
  const times = plannedTimes(agenda, startsAtMs);
  return shown.map((item) => {
    const { startsAtMs: begins = startsAtMs, endsAtMs = startsAtMs } =
      times.find(({ id }) => id === item.id) ?? {};
    const { id, title, purpose, presenter, plannedMinutes, confidentiality, floor, reviewsDialogueId } = item;
    const facts = {
      id,
      title,
      purpose,
      presenter,
      plannedMinutes,
      confidentiality,
      floor,
      reviewsDialogueId,
    };
    return { ...facts, item: item.item, startsAtMs: begins, endsAtMs };
  });
}

/** Bench by bench, as a room is laid out. */
function bySeat(a: InvitedView, b: InvitedView): number {
  const seat = ({ group }: InvitedView) => dialogueGroups.indexOf(group);
  return seat(a) - seat(b) || a.institution.acronym.localeCompare(b.institution.acronym);
}

import { asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import { plannedTimes } from '#domain/dialogues/agenda-item';
import { emptyFloor } from '#domain/dialogues/floor';
import { dialogueGroups } from '#domain/dialogues/groups';
import { presentAt, quorumOf } from '#domain/dialogues/quorum';
import type { InstitutionId } from '#domain/ids';
import { authorise, may } from '#domain/policy';
import { labelColumns, labelOf } from '../institutions';
import { marksOf, positionsOf } from './ballot';
import { findDialogue, invitationsOf, itemsOf } from './in-dialogue';
import { registerQueries } from './register';
import type { Asked, InvitationRow, ItemRow } from './types';
import { viewProposals } from './view-proposals';
import type { DialogueView, InvitedView } from './view-types';

export function dialogueQuery({ db, clock }: { db: Db; clock: Clock }) {
  const { dialogueProposals, dialogueDelegates, institutions } = db.tables;
  const { listDecisions } = registerQueries(db);

  /** The dialogue as the actor may know it. Throws `not_found` outside of the workspace. */
  async function showDialogue(asked: Asked): Promise<DialogueView> {
    const { actor, workspaceId, dialogueId } = asked;
    authorise(actor, 'dialogue.see', asked);
    const nowMs = clock.now().getTime();
    const dialogue = await findDialogue(db, db.read, asked);
    const [agenda, invitations, marks, proposalRows, decisions] = await Promise.all([
      itemsOf(db, db.read, dialogueId),
      invitationsOf(db, db.read, dialogueId),
      marksOf(db, db.read, dialogueId),
      db.read
        .select()
        .from(dialogueProposals)
        .where(eq(dialogueProposals.dialogueId, dialogueId))
        .orderBy(asc(dialogueProposals.number)),
      listDecisions({ actor, workspaceId, dialogueId }),
    ]);
    const invited = new Set(invitations.map(({ institutionId }) => institutionId));
    const items = agenda.filter((item) => may(actor, 'dialogueItem.see', { workspaceId, invited, ...item }));
    const known = proposalRows.filter(({ itemId }) => items.some(({ id }) => id === itemId));
    const positions = await positionsOf(
      db,
      db.read,
      known.map(({ id }) => id),
    );
    const present = presentAt(marks, nowMs);
    const ownId = (actor.membership?.institutionId ?? '') as InstitutionId;
    const isAttributed = may(actor, 'dialogue.seeWhoSaid', { ...asked, ...dialogue, invited });
    const views = viewProposals({
      proposals: known,
      positions,
      present,
      nowMs,
      ownId,
      decisions,
      isAttributed,
    });
    const { year, number, limits, quorum, ...facts } = dialogue;
    return {
      ...facts,
      ...{ limits, quorum, nowMs, decisions },
      number: `${year}/${String(number).padStart(2, '0')}`,
      items: withTimes(agenda, items, Date.parse(dialogue.startsAt)).map((item) => ({
        ...item,
        floor: isAttributed ? item.floor : emptyFloor,
        proposals: views.filter(({ itemId }) => itemId === item.id),
      })),
      institutions: await viewInvited(invitations, marks),
      attendance: quorum && quorumOf(quorum, invitations, present),
      own: {
        institutionId: ownId,
        isInvited: invited.has(ownId),
        maySpeak: may(actor, 'floor.request', { workspaceId, invited, institutionId: ownId }),
      },
      mayRun: may(actor, 'dialogue.run', asked),
    };
  }

  async function viewInvited(
    invitations: readonly InvitationRow[],
    marks: Awaited<ReturnType<typeof marksOf>>,
  ): Promise<InvitedView[]> {
    const ids = invitations.map(({ institutionId }) => institutionId);
    const [first] = invitations;
    if (!first) return [];
    const [labels, delegates] = await Promise.all([
      db.read.select(labelColumns(db.tables)).from(institutions).where(inArray(institutions.id, ids)),
      db.read
        .select()
        .from(dialogueDelegates)
        .where(eq(dialogueDelegates.dialogueId, first.dialogueId))
        .orderBy(asc(dialogueDelegates.id)),
    ]);
    const viewed = labels.map(labelOf).flatMap((institution) => {
      const invitation = invitations.find(({ institutionId }) => institutionId === institution.id);
      if (!invitation) return [];
      const last = marks.filter(({ institutionId }) => institutionId === institution.id).at(-1);
      return {
        institution,
        group: invitation.group,
        answer: invitation.answer,
        delegates: delegates
          .filter(({ institutionId }) => institutionId === institution.id)
          .map(({ id, name, role }) => ({ id, name, role })),
        attendance: last ? { state: last.state, atMs: last.atMs } : null,
      };
    });
    return viewed.sort(bySeat);
  }

  return { showDialogue };
}

/** Times count every item, so that they are right; items that the asker may not know leave a pause. */
function withTimes(agenda: readonly ItemRow[], shown: readonly ItemRow[], startsAtMs: number) {
  const times = plannedTimes(agenda, startsAtMs);
  return shown.map((item) => {
    const { startsAtMs: begins = startsAtMs, endsAtMs = startsAtMs } =
      times.find(({ id }) => id === item.id) ?? {};
    const { id, title, purpose, presenter, plannedMinutes, confidentiality, floor } = item;
    const facts = { id, title, purpose, presenter, plannedMinutes, confidentiality, floor };
    return { ...facts, item: item.item, startsAtMs: begins, endsAtMs };
  });
}

/** Bench by bench, as a room is laid out. */
function bySeat(a: InvitedView, b: InvitedView): number {
  const seat = ({ group }: InvitedView) => dialogueGroups.indexOf(group);
  return seat(a) - seat(b) || a.institution.acronym.localeCompare(b.institution.acronym);
}

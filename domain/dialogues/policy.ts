import type { InstitutionId, WorkspaceId } from '../ids';
import type { Actor } from '../workspaces/actor';
import { isConvenor, isMember } from '../workspaces/policy';
import type { Confidentiality } from './kinds';
import type { MinutesState } from './minutes';

interface InWorkspace {
  workspaceId: WorkspaceId;
}

interface OfDelegation extends InWorkspace {
  /** In whose name it is done. */
  institutionId: InstitutionId;
  invited: ReadonlySet<InstitutionId>;
}

interface Item extends InWorkspace {
  confidentiality: Confidentiality;
  invited: ReadonlySet<InstitutionId>;
}

/** An invited institution speaks through its own members; an observer listens. */
function speaksFor(actor: Actor, subject: OfDelegation): boolean {
  return (
    isMember(actor, subject) &&
    actor.membership?.role !== 'observer' &&
    actor.membership?.institutionId === subject.institutionId &&
    subject.invited.has(subject.institutionId)
  );
}

/** To whom an item does not open it is not there: neither its title, nor what was said or decided under it. */
function maySeeItem(actor: Actor, subject: Item): boolean {
  if (!isMember(actor, subject)) return false;
  if (isConvenor(actor, subject) || subject.confidentiality === 'public') return true;
  const own = actor.membership?.institutionId;
  return subject.confidentiality === 'participants' && own !== undefined && subject.invited.has(own);
}

/** In the draft those who speak for a delegation write too; then the convenors alone; in locked minutes nobody. */
function mayWriteMinutes(actor: Actor, subject: Item & { minutes: MinutesState['state'] }): boolean {
  if (subject.minutes === 'locked' || !maySeeItem(actor, subject)) return false;
  if (isConvenor(actor, subject)) return true;
  const institutionId = actor.membership?.institutionId;
  return (
    subject.minutes === 'draft' &&
    institutionId !== undefined &&
    speaksFor(actor, { ...subject, institutionId })
  );
}

/** Under the Chatham House Rule what was said may be known, but not by whom, outside of those who took part. */
function maySeeWhoSaid(
  actor: Actor,
  subject: InWorkspace & { invited: ReadonlySet<InstitutionId>; isChathamHouse: boolean },
): boolean {
  if (!isMember(actor, subject)) return false;
  if (!subject.isChathamHouse || isConvenor(actor, subject)) return true;
  const own = actor.membership?.institutionId;
  return own !== undefined && subject.invited.has(own);
}

/** The institution that leads an action answers whether it takes it on, by whoever may know of the decision. */
function answersForLead(actor: Actor, subject: Item & { leadInstitutionId: InstitutionId }): boolean {
  return (
    maySeeItem(actor, subject) &&
    actor.membership?.role !== 'observer' &&
    actor.membership?.institutionId === subject.leadInstitutionId
  );
}

export const dialoguePolicy = {
  'dialogue.see': isMember,
  'dialogueItem.see': maySeeItem,
  'dialogue.seeWhoSaid': maySeeWhoSaid,
  /** Its facts, its agenda and whom it invites. */
  'dialogue.prepare': isConvenor,
  /** The item, the floor, attendance; putting and closing proposals, and positions of those who are absent. */
  'dialogue.run': isConvenor,
  'dialogue.decide': isConvenor,
  /** Saying that it will not take place, and taking that back. */
  'dialogue.cancel': isConvenor,
  /** Its public page, its papers and recordings. */
  'dialogue.publish': isConvenor,
  /** Who registered on the public page, and who came. */
  'registrations.keep': isConvenor,
  /** To whom invitations go by mail, and what they say. */
  'letters.keep': isConvenor,
  /** Saying which actions of plans carry out a decision. */
  'followUp.link': isConvenor,
  'followUp.answer': answersForLead,
  /** Answering an invitation and naming who comes. */
  'delegation.edit': speaksFor,
  'floor.request': speaksFor,
  'position.take': speaksFor,
  'minutes.write': mayWriteMinutes,
  /** Bringing them from the draft to their end, and answering what delegations want corrected. */
  'minutes.close': isConvenor,
  'correction.propose': speaksFor,
  /** Saying afterwards whether the own institution's concern was heard. */
  'feedback.give': speaksFor,
  /** What each institution said, and replying to it; all others know counts alone. */
  'feedback.answer': isConvenor,
};

import type { AccountId, InstitutionId, WorkspaceId } from '../ids';
import type { Actor } from '../workspaces/actor';
import { isConvenor, isMember } from '../workspaces/policy';

interface InWorkspace {
  workspaceId: WorkspaceId;
}

interface OfPartner extends InWorkspace {
  /** The partner whose record it is. */
  institutionId: InstitutionId;
  /** Nobody but observers acts for the partner here yet; until someone does, the convenors keep its record. */
  isUnattended: boolean;
}

/** A partner keeps its own record through its members; an observer reads. */
function keepsRecord(actor: Actor, subject: OfPartner): boolean {
  if (!isMember(actor, subject) || actor.membership?.role === 'observer') return false;
  if (actor.membership?.institutionId === subject.institutionId) return true;
  return subject.isUnattended && isConvenor(actor, subject);
}

function isOfPartner(actor: Actor, subject: OfPartner): boolean {
  return isMember(actor, subject) && actor.membership?.institutionId === subject.institutionId;
}

export const partnerPolicy = {
  'registry.see': isMember,
  /** Convenors list a partner; an institution may list itself. */
  'partner.add': (actor: Actor, subject: InWorkspace & { institutionId: InstitutionId | null }) =>
    isConvenor(actor, subject) ||
    (isMember(actor, subject) &&
      actor.membership?.role !== 'observer' &&
      actor.membership?.institutionId === subject.institutionId),
  /** Taking an empty record off the list. */
  'partner.unlist': isConvenor,
  /** Its profile, mandates, cycles, envelopes and commitments. */
  'partner.edit': keepsRecord,
  /** What convenors would have changed, the partner accepts or rejects. */
  'partner.propose': (actor: Actor, subject: OfPartner) =>
    isConvenor(actor, subject) && !keepsRecord(actor, subject),
  /** What is proposed concerns those who propose and those who answer. */
  'proposals.see': (actor: Actor, subject: OfPartner) =>
    isConvenor(actor, subject) || isOfPartner(actor, subject),
  'proposal.withdraw': (actor: Actor, subject: InWorkspace & { proposedBy: AccountId }) =>
    isConvenor(actor, subject) || (isMember(actor, subject) && actor.accountId === subject.proposedBy),
  /** Names and addresses of those who have not agreed to be shown. */
  'partner.seePeople': (actor: Actor, subject: OfPartner) =>
    keepsRecord(actor, subject) || isOfPartner(actor, subject),
  /** Budget events and calendars of countries are the convenors'. */
  'budgetEvent.edit': isConvenor,
  /** Who may bring in a file at all; each record in it is then held to `partner.edit`. */
  'registry.import': (actor: Actor, subject: InWorkspace) =>
    isMember(actor, subject) && actor.membership?.role !== 'observer',
  'exchangeRates.edit': (actor: Actor, _subject: object) => actor.isAdministrator,
};

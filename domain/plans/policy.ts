import type { InstitutionId, WorkspaceId } from '../ids';
import type { Actor } from '../workspaces/actor';
import { isConvenor, isMember } from '../workspaces/policy';

interface InWorkspace {
  workspaceId: WorkspaceId;
}

/** Convenors and drafters write the document; contributors and observers read it. */
function isWriter(actor: Actor, subject: InWorkspace): boolean {
  const role = actor.membership?.role;
  return isMember(actor, subject) && (role === 'convenor' || role === 'drafter');
}

export const planPolicy = {
  'plan.create': isWriter,
  'plan.see': isMember,
  'plan.edit': isWriter,
  'plan.import': isWriter,
  'plan.rename': isWriter,
  'plan.archive': isConvenor,
  /** The lead institution reports on its action; an observer never does. */
  'plan.report': (actor: Actor, subject: InWorkspace & { leadInstitutionId: InstitutionId | null }) =>
    isMember(actor, subject) &&
    actor.membership?.role !== 'observer' &&
    subject.leadInstitutionId !== null &&
    actor.membership?.institutionId === subject.leadInstitutionId,
};

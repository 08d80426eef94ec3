import type { AccountId, WorkspaceId } from '../ids';
import type { Actor } from '../workspaces/actor';
import { isConvenor, isMember } from '../workspaces/policy';

interface InWorkspace {
  workspaceId: WorkspaceId;
}

export const savedViewPolicy = {
  'view.save': isMember,
  /** For everyone in the workspace: who only reads puts nothing before the others. */
  'view.share': (actor: Actor, subject: InWorkspace) =>
    isMember(actor, subject) && actor.membership?.role !== 'observer',
  /** One's own; convenors tidy up among the shared ones. */
  'view.remove': (actor: Actor, subject: InWorkspace & { accountId: AccountId; isShared: boolean }) =>
    isMember(actor, subject) &&
    (actor.accountId === subject.accountId || (subject.isShared && isConvenor(actor, subject))),
};

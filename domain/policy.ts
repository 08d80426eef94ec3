import { accountPolicy } from './accounts/policy';
import { dialoguePolicy } from './dialogues/policy';
import { DomainError } from './errors';
import { institutionPolicy } from './institutions/policy';
import { partnerPolicy } from './partners/policy';
import { planPolicy } from './plans/policy';
import { savedViewPolicy } from './saved-views/policy';
import type { Actor } from './workspaces/actor';
import { workspacePolicy } from './workspaces/policy';

/** Every right of the product, by name. The server refuses by it, the interface hides by it. */
const policy = {
  ...accountPolicy,
  ...institutionPolicy,
  ...workspacePolicy,
  ...planPolicy,
  ...partnerPolicy,
  ...savedViewPolicy,
  ...dialoguePolicy,
};

export type Right = keyof typeof policy;
export type SubjectOf<R extends Right> = Parameters<(typeof policy)[R]>[1];

export function may<R extends Right>(actor: Actor, right: R, subject: SubjectOf<R>): boolean {
  const rule = policy[right] as (actor: Actor, subject: SubjectOf<R>) => boolean;
  return rule(actor, subject);
}

/**
 * The first line of every command. Throws `not_found` to someone outside the subject's workspace, so that they
 * cannot learn that it exists, and `forbidden` to a member without the right.
 */
export function authorise<R extends Right>(actor: Actor, right: R, subject: SubjectOf<R>): void {
  if (may(actor, right, subject)) return;
  const workspaceId = (subject as { workspaceId?: string }).workspaceId;
  const isOutsider = workspaceId !== undefined && actor.membership?.workspaceId !== workspaceId;
  throw new DomainError({ code: isOutsider ? 'not_found' : 'forbidden', details: { right } });
}

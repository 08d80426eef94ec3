import type { Actor } from '#domain/workspaces/actor';
import type { Author } from '../events';

/** The author of what an actor does: their person and the institution that they act for. */
export function authorOf(actor: Actor): Author {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}

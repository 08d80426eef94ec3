import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { Actor } from '#domain/workspaces/actor';
import type { Author, Events } from '../events';

export interface Dependencies {
  db: Db;
  clock: Clock;
  events: Events;
}

/** The author of what an actor does: their person and the institution that they act for. */
export function authorOf(actor: Actor): Author {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}

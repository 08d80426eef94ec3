import type { Logger } from 'pino';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { Config } from './config/config';
import { makeEvents } from './features/events';
import { makeInstitutions } from './features/institutions';
import { makeWorkspaces } from './features/workspaces';

/** What every feature may be given. Features take the parts that they need as one object. */
export interface Foundation {
  config: Config;
  db: Db;
  clock: Clock;
  log: Logger;
}

/** Builds every feature's commands and queries. Routes reach them through the load context as `context.services`. */
export function makeServices(foundation: Foundation) {
  const { db, clock, log } = foundation;
  const events = makeEvents({
    db,
    clock,
    onError: (error) => log.error({ err: error }, 'event listener failed'),
  });
  const institutions = makeInstitutions({ db, clock, events });
  const workspaces = makeWorkspaces({ db, clock, events });
  return { events, institutions, workspaces };
}

export type Services = ReturnType<typeof makeServices>;

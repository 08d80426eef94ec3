import type { Logger } from 'pino';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import { makeBackground } from './background';
import type { Config } from './config/config';
import { makeAccounts } from './features/accounts';
import { makeActivity } from './features/activity';
import { makeDataQuality } from './features/data-quality';
import { makeDialogues } from './features/dialogues';
import { makeDocuments } from './features/documents';
import { makeEvents } from './features/events';
import { makeInstitutions } from './features/institutions';
import { makePlanImports } from './features/plan-imports';
import { makePlans } from './features/plans';
import { makeWorkspaces } from './features/workspaces';
import { makeMail } from './mail';

/** What every feature may be given. Features take the parts that they need as one object. */
export interface Foundation {
  config: Config;
  db: Db;
  clock: Clock;
  log: Logger;
  /** Tells whoever runs the server a line in plain text; the console unless a test listens. */
  say?: (line: string) => void;
}

const dayMs = 86_400_000;

/** Builds every feature's commands and queries. Routes reach them through the load context as `context.services`. */
export function makeServices(foundation: Foundation) {
  const { config, db, clock, log, say = sayOnConsole } = foundation;
  const events = makeEvents({
    db,
    clock,
    onError: (error) => log.error({ err: error }, 'event listener failed'),
  });
  const institutions = makeInstitutions({ db, clock, events });
  const background = makeBackground(log);
  const mail = makeMail({ config, clock, background, say });
  const accounts = makeAccounts({ db, clock, events, mail, background, config });
  const workspaces = makeWorkspaces({ db, clock, events, accounts, mail, publicUrl: config.publicUrl });
  const documents = makeDocuments({
    db,
    clock,
    log,
    events,
    accounts,
    workspaces,
    limits: { historyKeepMs: config.historyKeepDays && config.historyKeepDays * dayMs },
  });
  const plans = makePlans({
    db,
    clock,
    events,
    documents,
    onError: (error, what) => log.error({ err: error }, `${what} failed`),
  });
  const activity = makeActivity({ db, events, accounts });
  const planImports = makePlanImports({ db, clock, events, documents, workspaces });
  const dialogues = makeDialogues({ db, clock, events });
  const dataQuality = makeDataQuality({ db, clock, events, workspaces });
  return {
    events,
    background,
    mail,
    accounts,
    documents,
    institutions,
    workspaces,
    plans,
    activity,
    planImports,
    dataQuality,
    dialogues,
  };
}

export function sayOnConsole(line: string): void {
  process.stdout.write(`${line}\n`);
}

export type Services = ReturnType<typeof makeServices>;

import type { Logger } from 'pino';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import { makeBackground } from './background';
import type { Config } from './config/config';
import { makeAccounts } from './features/accounts';
import { makeActivity } from './features/activity';
import { makeApi } from './features/api';
import { makeCalendarFeeds } from './features/calendar-feeds';
import { makeCommitments } from './features/commitments';
import { makeDataQuality } from './features/data-quality';
import { makeDialogueCalendar } from './features/dialogue-calendar';
import { makeDialogues, makeLiveDialogues } from './features/dialogues';
import { makeDocuments } from './features/documents';
import { makeEvents } from './features/events';
import { makeExchangeRates } from './features/exchange-rates';
import { makeFeedback } from './features/feedback';
import { makeFollowUps } from './features/follow-ups';
import { makeFundingCycles } from './features/funding-cycles';
import { makeIatiImports } from './features/iati-imports';
import { makeInstitutions } from './features/institutions';
import { makeLetters } from './features/letters';
import { makeParticipation } from './features/participation';
import { makePartners } from './features/partners';
import { makePlanImports } from './features/plan-imports';
import { makePlans } from './features/plans';
import { makePublicDialogues } from './features/public-dialogues';
import { makeRegistrations } from './features/registrations';
import { makeResourceMapping } from './features/resource-mapping';
import { makeSavedViews } from './features/saved-views';
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
  const resourceMapping = makeResourceMapping({ db, clock, events });
  const commitments = makeCommitments({ db, clock, events, background });
  const exchangeRates = makeExchangeRates({ db, clock, events });
  const planImports = makePlanImports({ db, clock, events, documents, workspaces });
  const iatiImports = makeIatiImports({
    db,
    clock,
    events,
    log,
    storage: { dataDir: config.dataDir, limitBytes: config.importBytes },
  });
  const fundingCycles = makeFundingCycles({ db, clock, events });
  const dialogues = makeDialogues({ db, clock, events, documents });
  const ofDialogues = { db, clock, events, documents, publicUrl: config.publicUrl };
  const dialogueCalendar = makeDialogueCalendar(ofDialogues);
  const publicDialogues = makePublicDialogues(ofDialogues);
  const registrations = makeRegistrations({ ...ofDialogues, accounts, mail });
  const letters = makeLetters({ ...ofDialogues, accounts, background, mail });
  const calendarFeeds = makeCalendarFeeds({
    ...{ db, clock, events, accounts, background },
    ...{ fundingCycles, dialogueCalendar },
  });
  const feedback = makeFeedback({ db, clock, events, documents });
  const participation = makeParticipation({ db, clock });
  const followUps = makeFollowUps({ ...ofDialogues, dialogues, plans, background, mail });
  const liveDialogues = makeLiveDialogues({
    db,
    clock,
    events,
    documents,
    workspaces,
    onError: (error) => log.error({ err: error }, 'a dialogue could not be followed'),
  });
  const dataQuality = makeDataQuality({ db, clock, events, workspaces });

  const api = makeApi({
    db,
    clock,
    events,
    background,
    workspaces,
    publicUrl: config.publicUrl,
    allowedOrigins: config.apiOrigins,
    onError: (error) => log.error({ err: error }, 'a request to the API failed'),
  });

  const partners = makePartners({ db, clock, events });
  const savedViews = makeSavedViews({ db, clock, events });
  return {
    api,
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
    resourceMapping,

    iatiImports,
    commitments,
    exchangeRates,
    fundingCycles,
    calendarFeeds,
    dataQuality,
    partners,
    savedViews,
    dialogues,
    dialogueCalendar,
    publicDialogues,
    registrations,
    letters,
    feedback,
    participation,
    followUps,
    liveDialogues,
  };
}

export function sayOnConsole(line: string): void {
  process.stdout.write(`${line}\n`);
}

export type Services = ReturnType<typeof makeServices>;

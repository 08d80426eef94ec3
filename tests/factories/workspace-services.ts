import { pino } from 'pino';
import type { Db } from '#db/db';
import { makeBackground } from '#server/background';
import { makeAccounts } from '#server/features/accounts';
import { makeActivity } from '#server/features/activity';
import { makeEvents, type RecordedEvent } from '#server/features/events';
import { makeInstitutions } from '#server/features/institutions';
import { makeWorkspaces } from '#server/features/workspaces';
import type { Message } from '#server/mail';
import { makeTestClock } from './clock';

/** The commands and queries of workspaces and institutions over a test database, with the mails and events they make. */
export function openTestWorkspaces(db: Db) {
  const clock = makeTestClock();
  const mails: Message[] = [];
  const recorded: RecordedEvent[] = [];
  const mail = { send: (message: Message) => void mails.push(message) };
  const events = makeEvents({
    db,
    clock,
    onError: (error) => {
      throw error;
    },
  });
  events.subscribe((event) => recorded.push(event));
  const publicUrl = 'https://concord.example';
  const background = makeBackground(pino({ level: 'silent' }));
  const config = { isSecure: true, publicUrl };
  const accounts = makeAccounts({ db, clock, events, mail, background, config });
  const institutions = makeInstitutions({ db, clock, events });
  const workspaces = makeWorkspaces({ db, clock, events, accounts, mail, publicUrl });
  const activity = makeActivity({ db, events, accounts });
  return { activity, clock, mails, recorded, events, accounts, institutions, workspaces };
}

import { pino } from 'pino';
import type { Db } from '#db/db';
import { makeBackground } from '#server/background';
import { makeAccounts } from '#server/features/accounts';
import { makeEvents, type RecordedEvent } from '#server/features/events';
import { makeInstitutions } from '#server/features/institutions';
import { makeWorkspaces } from '#server/features/workspaces';
import type { Message } from '#server/mail';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Date;
  forward(ms: number): void;
}

function makeTestClock(): TestClock {
  let time = Date.parse('2026-03-02T08:00:00.000Z');
  return {
    now: () => new Date(time),
    forward: (ms) => {
      time += ms;
    },
  };
}

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
  return { clock, mails, recorded, events, accounts, institutions, workspaces };
}

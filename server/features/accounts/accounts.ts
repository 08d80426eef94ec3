import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import type { Background } from '#server/background';
import type { Config } from '#server/config/config';
import type { Mail } from '#server/mail';
import type { Events } from '../events';
import { makeCreateAccount } from './create-account';
import { makeListDemoSignIns } from './demo-sign-ins';
import { makeLimits } from './limits';
import { makeChangePassword } from './password-change';
import { makePasswordReset } from './password-reset';
import { makeEditProfile } from './profile';
import { onSessionsEnded } from './session-endings';
import { makeSessions } from './sessions';
import { makeSetup } from './setup';
import { makeSignIn } from './sign-in';

/** Accounts, their sessions and passwords, and the first start. */
export function makeAccounts({
  db,
  clock,
  events,
  mail,
  background,
  config: { isSecure, publicUrl },
}: {
  db: Db;
  clock: Clock;
  events: Events;
  mail: Mail;
  background: Background;
  config: Pick<Config, 'isSecure' | 'publicUrl'>;
}) {
  const limits = makeLimits();
  const sessions = makeSessions({ db, clock, events, isSecure });
  const creating = makeCreateAccount({ db, clock, events });
  const { endAllIn: _inTransactionsOnly, ...ownSessions } = sessions;
  return {
    ...ownSessions,
    ...creating,
    ...makeSetup({ db, events, limits, creating }),
    ...makePasswordReset({ db, clock, events, limits, sessions, mail, background, publicUrl }),
    signIn: makeSignIn({ db, limits, sessions }),
    changePassword: makeChangePassword({ db, events, limits, sessions }),
    editProfile: makeEditProfile({ db, events }),
    demoSignIns: makeListDemoSignIns({ db }),
    onSessionsEnded: (listener: Parameters<typeof onSessionsEnded>[1]) => onSessionsEnded(events, listener),
    /** For other features' doors that a stranger may knock on, such as accepting an invitation. */
    limits,
  };
}

export type Accounts = ReturnType<typeof makeAccounts>;

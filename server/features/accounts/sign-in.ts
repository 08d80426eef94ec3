import type { Db } from '#db/db';
import { emailKeyOf, maxPasswordLength } from '#domain/accounts/rules';
import { DomainError } from '#domain/errors';
import { findByEmail } from './account';
import type { Limits } from './limits';
import { isPasswordRight } from './passwords';
import type { Sessions } from './sessions';

export interface SignIn {
  email: string;
  password: string;
  /** The asker's network address. */
  address: string;
  userAgent: string;
}

export function makeSignIn({ db, limits, sessions }: { db: Db; limits: Limits; sessions: Sessions }) {
  /**
   * Opens a session; gives the Set-Cookie header. Throws `wrong_credentials`, the same and as late whether or not the
   * account exists, or `rate_limited`.
   */
  return async function signIn({ email, password, address, userAgent }: SignIn): Promise<string> {
    const accountKey = emailKeyOf(email);
    await limits.count('signInByAddress', address);
    await limits.count('signInByAccountAndAddress', `${accountKey} ${address}`);
    await limits.count('signInByAccount', accountKey);
    const account = await findByEmail({ db, reader: db.read, email });
    const isRight = await isPasswordRight(
      account?.passwordHash ?? null,
      password.slice(0, maxPasswordLength + 1),
    );
    if (!account || !isRight) throw new DomainError({ code: 'wrong_credentials' });
    await limits.forgiveOne('signInByAddress', address);
    await limits.forgiveAll('signInByAccountAndAddress', `${accountKey} ${address}`);
    await limits.forgiveOne('signInByAccount', accountKey);
    return sessions.open(account.id, userAgent);
  };
}

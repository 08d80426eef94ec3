import { eq } from 'drizzle-orm';
import type { Db } from '#db/db';
import { DomainError } from '#domain/errors';
import type { Events } from '../events';
import { findById } from './account';
import type { Limits } from './limits';
import { hashPassword, isPasswordRight } from './passwords';
import type { Session, Sessions } from './sessions';

export function makeChangePassword({
  db,
  events,
  limits,
  sessions,
}: {
  db: Db;
  events: Events;
  limits: Limits;
  sessions: Sessions;
}) {
  const { accounts } = db.tables;

  /**
   * Sets one's own password and ends one's other sessions. Throws `wrong_credentials` if the current one is wrong,
   * `invalid_input` if the rules refuse the new one, `rate_limited`.
   */
  return async function changePassword({
    session,
    currentPassword,
    newPassword,
  }: {
    session: Session;
    currentPassword: string;
    newPassword: string;
  }): Promise<void> {
    const { id: accountId, email } = session.account;
    await limits.count('passwordChange', accountId);
    const account = await findById({ db, reader: db.read, id: accountId });
    const known = account?.passwordHash ?? null;
    if (!(await isPasswordRight(known, currentPassword)))
      throw new DomainError({ code: 'wrong_credentials' });
    const passwordHash = await hashPassword(newPassword, email);
    await events.commit({ accountId, institutionId: null }, async (tx, record) => {
      const current = await findById({ db, reader: tx, id: accountId });
      // Changed from elsewhere in the meantime: what was checked above no longer holds.
      if (current?.passwordHash !== known) throw new DomainError({ code: 'wrong_credentials' });
      await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
      await sessions.endAllIn(tx, { accountId, except: session.idHash });
      await record({
        workspaceId: null,
        kind: 'account.password_changed',
        subjectType: 'account',
        subjectId: accountId,
        after: { keptSessionIdHash: session.idHash },
      });
    });
    await limits.forgiveAll('passwordChange', accountId);
  };
}

import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { emailKeyOf } from '#domain/accounts/rules';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { Language } from '#domain/languages';
import type { Background } from '#server/background';
import { type Mail, passwordResetMessage } from '#server/mail';
import type { Events } from '../events';
import { findByEmail, findById } from './account';
import type { Limits } from './limits';
import { hashPassword } from './passwords';
import type { Sessions } from './sessions';
import { hashToken, newToken } from './tokens';

const validMs = 60 * 60 * 1000;

export function makePasswordReset({
  db,
  clock,
  events,
  limits,
  sessions,
  mail,
  background,
  publicUrl,
}: {
  db: Db;
  clock: Clock;
  events: Events;
  limits: Limits;
  sessions: Sessions;
  mail: Mail;
  background: Background;
  publicUrl: string;
}) {
  const { accounts, passwordResets } = db.tables;

  /**
   * Sends the link, if there is such an account. The answer and its time are the same either way: everything that
   * depends on it happens after the answer. Throws `rate_limited`.
   */
  async function requestPasswordReset({
    email,
    address,
    visitorLanguage,
  }: {
    email: string;
    address: string;
    visitorLanguage: Language;
  }): Promise<void> {
    await limits.count('resetByAddress', address);
    await limits.count('resetByAccount', emailKeyOf(email));
    background.run('password reset', () => sendLink(email, visitorLanguage));
  }

  async function sendLink(email: string, visitorLanguage: Language): Promise<void> {
    const account = await findByEmail({ db, reader: db.read, email });
    if (!account) return;
    const token = newToken();
    const now = clock.now();
    await events.commit({ accountId: null, institutionId: null }, async (tx, record) => {
      await tx.delete(passwordResets).where(lte(passwordResets.expiresAt, now.toISOString()));
      await tx.insert(passwordResets).values({
        tokenHash: hashToken(token),
        accountId: account.id,
        createdAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + validMs).toISOString(),
      });
      await record({
        workspaceId: null,
        kind: 'account.password_reset_requested',
        subjectType: 'account',
        subjectId: account.id,
      });
    });
    mail.send(
      passwordResetMessage({
        to: account.email,
        name: account.name,
        language: account.language ?? visitorLanguage,
        url: `${publicUrl}/reset-password/${token}`,
      }),
    );
  }

  async function findReset(reader: Reader, token: string) {
    const [row] = await reader
      .select()
      .from(passwordResets)
      .where(
        and(
          eq(passwordResets.tokenHash, hashToken(token)),
          isNull(passwordResets.usedAt),
          gt(passwordResets.expiresAt, instant(clock)),
        ),
      );
    return row ?? null;
  }

  /** Whether the link still works. */
  async function isResetTokenValid(token: string): Promise<boolean> {
    return (await findReset(db.read, token)) !== null;
  }

  /**
   * Sets the password, uses up every link of the account and ends all its sessions. Throws `token_invalid` for a link
   * that is unknown, used or older than an hour, and `invalid_input` if the rules refuse the password.
   */
  async function resetPassword({
    token,
    newPassword,
    address,
  }: {
    token: string;
    newPassword: string;
    address: string;
  }): Promise<void> {
    await limits.count('resetByAddress', address);
    const pending = await findReset(db.read, token);
    const account = pending && (await findById({ db, reader: db.read, id: pending.accountId }));
    if (!account) throw new DomainError({ code: 'token_invalid' });
    const passwordHash = await hashPassword(newPassword, account.email);
    const accountId = account.id;
    await events.commit({ accountId, institutionId: null }, async (tx, record) => {
      if (!(await findReset(tx, token))) throw new DomainError({ code: 'token_invalid' });
      await tx
        .update(passwordResets)
        .set({ usedAt: instant(clock) })
        .where(and(eq(passwordResets.accountId, accountId), isNull(passwordResets.usedAt)));
      await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
      await sessions.endAllIn(tx, { accountId, except: null });
      await record({
        workspaceId: null,
        kind: 'account.password_reset',
        subjectType: 'account',
        subjectId: accountId,
      });
    });
    const accountKey = emailKeyOf(account.email);
    await limits.forgiveAll('signInByAccountAndAddress', `${accountKey} ${address}`);
    await limits.forgiveAll('signInByAccount', accountKey);
  }

  return { requestPasswordReset, isResetTokenValid, resetPassword };
}

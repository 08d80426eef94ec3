import { eq, lte, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from 'lucia';
import type { Db } from '#db/db';
import type { Clock } from '#domain/clock';
import { instant } from '#domain/clock';
import type { AccountId } from '#domain/ids';
import type { Account } from './account';
import { accountColumns } from './account';
import { hashToken } from './tokens';

declare module 'lucia' {
  interface Register {
    UserId: AccountId;
    Lucia: Lucia<{ userAgent: string }, Account>;
    DatabaseSessionAttributes: { userAgent: string };
    DatabaseUserAttributes: Account;
  }
}

/**
 * Lucia over our Db. Session ids are stored as SHA-256, so that a stolen database opens no session. Lucia reads the
 * system's time; instants are shifted on their way in and out so that our clock governs.
 */
export function makeLuciaAdapter({ db, clock }: { db: Db; clock: Clock }): Adapter {
  const { sessions, accounts } = db.tables;
  const lead = () => clock.now().getTime() - Date.now();
  const toSystemTime = (stored: string) => new Date(Date.parse(stored) - lead());
  const toStored = (date: Date) => new Date(date.getTime() + lead()).toISOString();

  // Every request asks this: it is put together once.
  const sessionAndAccount = db.read
    .select({ session: sessions, account: accountColumns(db) })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(eq(sessions.idHash, sql.placeholder('idHash')))
    .prepare();

  return {
    async getSessionAndUser(sessionId) {
      const [row] = await sessionAndAccount.execute({ idHash: hashToken(sessionId) });
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id: sessionId,
        userId: row.session.accountId,
        expiresAt: toSystemTime(row.session.expiresAt),
        attributes: { userAgent: row.session.userAgent },
      };
      const user: DatabaseUser = { id: row.account.id, attributes: row.account };
      return [session, user];
    },

    async getUserSessions(userId) {
      const rows = await db.read.select().from(sessions).where(eq(sessions.accountId, userId));
      // Only the hash is known here: enough to list and to end them.
      return rows.map((row) => ({
        id: row.idHash,
        userId: row.accountId,
        expiresAt: toSystemTime(row.expiresAt),
        attributes: { userAgent: row.userAgent },
      }));
    },

    async setSession({ id, userId, expiresAt, attributes }) {
      await db.transaction(async (tx) => {
        await tx.insert(sessions).values({
          idHash: hashToken(id),
          accountId: userId,
          createdAt: instant(clock),
          expiresAt: toStored(expiresAt),
          userAgent: attributes.userAgent,
        });
      });
    },

    async updateSessionExpiration(sessionId, expiresAt) {
      await db.transaction(async (tx) => {
        await tx
          .update(sessions)
          .set({ expiresAt: toStored(expiresAt) })
          .where(eq(sessions.idHash, hashToken(sessionId)));
      });
    },

    async deleteSession(sessionId) {
      await db.transaction(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.idHash, hashToken(sessionId)));
      });
    },

    async deleteUserSessions(userId) {
      await db.transaction(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.accountId, userId));
      });
    },

    async deleteExpiredSessions() {
      await db.transaction(async (tx) => {
        await tx.delete(sessions).where(lte(sessions.expiresAt, instant(clock)));
      });
    },
  };
}

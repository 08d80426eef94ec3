import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { AccountId } from '#domain/ids';
import type { Events } from '../events';
import { type Account, accountColumns } from './account';
import { makeLuciaAdapter } from './lucia-adapter';
import { hashToken } from './tokens';

/** A signed-in browser. The hash names the session without opening it. */
export interface Session {
  idHash: string;
  account: Account;
}

export interface SessionSummary {
  idHash: string;
  userAgent: string;
  createdAt: string;
  isCurrent: boolean;
}

const slidingDays = 30;
const maxUserAgentLength = 300;

export function makeSessions({
  db,
  clock,
  events,
  isSecure,
}: {
  db: Db;
  clock: Clock;
  events: Events;
  isSecure: boolean;
}) {
  const { sessions, accounts } = db.tables;
  const lucia = new Lucia(makeLuciaAdapter({ db, clock }), {
    sessionExpiresIn: new TimeSpan(slidingDays, 'd'),
    sessionCookie: { name: 'concord_session', attributes: { secure: isSecure } },
    getSessionAttributes: ({ userAgent }) => ({ userAgent }),
    getUserAttributes: (account) => account,
  });

  /** Opens a session; gives the Set-Cookie header. The caller has checked who it is. */
  async function open(accountId: AccountId, userAgent: string): Promise<string> {
    const session = await lucia.createSession(accountId, {
      userAgent: userAgent.slice(0, maxUserAgentLength),
    });
    await lucia.deleteExpiredSessions();
    return lucia.createSessionCookie(session.id).serialize();
  }

  /**
   * The session of a page request, or null. Past half of its life it is prolonged, and `renewedCookie` holds the
   * Set-Cookie header that tells the browser.
   */
  async function validate(
    cookieHeader: string | undefined,
  ): Promise<{ session: Session; renewedCookie: string | null } | null> {
    const id = readCookie(cookieHeader);
    if (id === null) return null;
    const { session, user } = await lucia.validateSession(id);
    if (!session) return null;
    return {
      session: { idHash: hashToken(id), account: user },
      renewedCookie: session.fresh ? lucia.createSessionCookie(id).serialize() : null,
    };
  }

  /** The session behind a socket's cookie, or null. Never prolongs it: a socket can't tell the browser. */
  async function sessionOf(cookieHeader: string | undefined): Promise<Session | null> {
    const id = readCookie(cookieHeader);
    if (id === null) return null;
    const idHash = hashToken(id);
    const [row] = await db.read
      .select(accountColumns(db))
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAt, instant(clock))));
    return row ? { idHash, account: row } : null;
  }

  function readCookie(cookieHeader: string | undefined): string | null {
    try {
      return lucia.readSessionCookie(cookieHeader ?? '') || null;
    } catch {
      return null; // Another site's cookie on this host that isn't well-formed: as good as none.
    }
  }

  async function listSessions(current: Session): Promise<SessionSummary[]> {
    const rows = await db.read
      .select()
      .from(sessions)
      .where(and(eq(sessions.accountId, current.account.id), gt(sessions.expiresAt, instant(clock))))
      .orderBy(desc(sessions.createdAt));
    return rows.map(({ idHash, userAgent, createdAt }) => ({
      idHash,
      userAgent,
      createdAt,
      isCurrent: idHash === current.idHash,
    }));
  }

  /** Ends this session or another of one's own. Throws `not_found` for anyone else's. */
  async function endSession({ session, idHash }: { session: Session; idHash: string }): Promise<void> {
    const accountId = session.account.id;
    await events.commit({ accountId, institutionId: null }, async (tx, record) => {
      const own = and(eq(sessions.idHash, idHash), eq(sessions.accountId, accountId));
      const ended = await tx.delete(sessions).where(own).returning({ idHash: sessions.idHash });
      if (ended.length === 0) throw new DomainError({ code: 'not_found' });
      await record({
        workspaceId: null,
        kind: 'account.signed_out',
        subjectType: 'account',
        subjectId: accountId,
        after: { sessionIdHash: idHash },
      });
    });
  }

  /** Ends every session of one's own, this one included. */
  async function signOutEverywhere(session: Session): Promise<void> {
    const accountId = session.account.id;
    await events.commit({ accountId, institutionId: null }, async (tx, record) => {
      await endAllIn(tx, { accountId, except: null });
      await record({
        workspaceId: null,
        kind: 'account.signed_out_everywhere',
        subjectType: 'account',
        subjectId: accountId,
      });
    });
  }

  /** For commands that end sessions among other things; they record the event. */
  async function endAllIn(
    tx: Tx,
    { accountId, except }: { accountId: AccountId; except: string | null },
  ): Promise<void> {
    const own = eq(sessions.accountId, accountId);
    await tx.delete(sessions).where(except === null ? own : and(own, ne(sessions.idHash, except)));
  }

  return {
    open,
    validate,
    sessionOf,
    listSessions,
    endSession,
    signOutEverywhere,
    endAllIn,
    endedCookie: () => lucia.createBlankSessionCookie().serialize(),
    deleteExpired: () => lucia.deleteExpiredSessions(),
  };
}

export type Sessions = ReturnType<typeof makeSessions>;

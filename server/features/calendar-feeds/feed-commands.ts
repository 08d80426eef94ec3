import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/db';
import { instant } from '#domain/clock';
import { countries } from '#domain/countries';
import { DomainError } from '#domain/errors';
import type { AccountId, WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { hashToken, newToken } from '../accounts';
import type { Dependencies } from './types';

interface Asking {
  actor: Actor;
  workspaceId: WorkspaceId;
}

export interface CalendarFeed {
  /** The hash of its token: it names the feed and opens nothing. */
  id: string;
  country: string | null;
  reminderDays: number | null;
  createdAt: string;
  lastReadAt: string | null;
}

const longestReminderDays = 60;

export function feedCommands({ db, clock, events }: Dependencies) {
  const { calendarFeeds } = db.tables;

  /** The person's own feeds in the workspace. */
  async function listFeeds({ actor, workspaceId }: Asking): Promise<CalendarFeed[]> {
    authorise(actor, 'registry.see', { workspaceId });
    const rows = await db.read.select().from(calendarFeeds).where(own(actor.accountId, workspaceId));
    return rows
      .map(({ tokenHash, country, reminderDays, createdAt, lastReadAt }) => {
        return { id: tokenHash, country, reminderDays, createdAt, lastReadAt };
      })
      .sort((a, b) => ((a.country ?? '') < (b.country ?? '') ? -1 : 1));
  }

  /** Makes the person's address for a country, or for all. One made before for the same no longer works. */
  async function createFeed({
    actor,
    workspaceId,
    country,
    reminderDays,
  }: Asking & { country: string | null; reminderDays: number | null }): Promise<{ token: string }> {
    authorise(actor, 'registry.see', { workspaceId });
    assertFeed({ country, reminderDays });
    const token = newToken();
    await events.commit(authorOf(actor), async (tx, record) => {
      await tx
        .delete(calendarFeeds)
        .where(
          and(
            own(actor.accountId, workspaceId),
            country === null ? isNull(calendarFeeds.country) : eq(calendarFeeds.country, country),
          ),
        );
      await insert(tx, { token, workspaceId, accountId: actor.accountId, country, reminderDays });
      await record({
        workspaceId,
        kind: 'calendar_feed.created',
        ...subject(workspaceId),
        after: { country },
      });
    });
    return { token };
  }

  /** Gives a feed another address; the former stops working at once. */
  async function renewFeed({ actor, workspaceId, id }: Asking & { id: string }): Promise<{ token: string }> {
    authorise(actor, 'registry.see', { workspaceId });
    const token = newToken();
    await events.commit(authorOf(actor), async (tx, record) => {
      const { country, reminderDays } = await take(tx, { actor, workspaceId, id });
      await insert(tx, { token, workspaceId, accountId: actor.accountId, country, reminderDays });
      await record({
        workspaceId,
        kind: 'calendar_feed.renewed',
        ...subject(workspaceId),
        after: { country },
      });
    });
    return { token };
  }

  async function revokeFeed({ actor, workspaceId, id }: Asking & { id: string }): Promise<void> {
    authorise(actor, 'registry.see', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const { country } = await take(tx, { actor, workspaceId, id });
      await record({
        workspaceId,
        kind: 'calendar_feed.revoked',
        ...subject(workspaceId),
        before: { country },
      });
    });
  }

  async function take(tx: Tx, { actor, workspaceId, id }: Asking & { id: string }) {
    const [taken] = await tx
      .delete(calendarFeeds)
      .where(and(own(actor.accountId, workspaceId), eq(calendarFeeds.tokenHash, id)))
      .returning();
    if (!taken) throw new DomainError({ code: 'not_found' });
    return taken;
  }

  async function insert(
    tx: Tx,
    {
      token,
      ...feed
    }: Omit<typeof calendarFeeds.$inferInsert, 'tokenHash' | 'createdAt'> & { token: string },
  ): Promise<void> {
    await tx
      .insert(calendarFeeds)
      .values({ ...feed, tokenHash: hashToken(token), createdAt: instant(clock) });
  }

  function own(accountId: AccountId, workspaceId: WorkspaceId) {
    return and(eq(calendarFeeds.accountId, accountId), eq(calendarFeeds.workspaceId, workspaceId));
  }

  return { listFeeds, createFeed, renewFeed, revokeFeed };
}

function assertFeed({ country, reminderDays }: Pick<CalendarFeed, 'country' | 'reminderDays'>): void {
  const isCountry = country === null || countries.includes(country);
  const isReminder =
    reminderDays === null ||
    (Number.isInteger(reminderDays) && reminderDays >= 0 && reminderDays <= longestReminderDays);
  if (isCountry && isReminder) return;
  throw new DomainError({
    code: 'invalid_input',
    details: { field: isCountry ? 'reminderDays' : 'country' },
  });
}

function authorOf(actor: Actor) {
  return { accountId: actor.accountId, institutionId: actor.membership?.institutionId ?? null };
}

/** Events never hold what would open a feed, not even its hash. */
function subject(workspaceId: WorkspaceId) {
  return { subjectType: 'workspace', subjectId: workspaceId };
}

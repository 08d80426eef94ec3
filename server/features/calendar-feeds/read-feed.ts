import { and, eq, isNull } from 'drizzle-orm';
import type { ICalEventData } from 'ical-generator';
import { addDays } from '#domain/calendars';
import { instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { Language } from '#domain/languages';
import { hashToken } from '../accounts';
import type { CalendarDate } from '../funding-cycles';
import type { Dependencies } from './types';

/** What a calendar program is given. */
export interface FeedContent {
  workspace: { name: string; slug: string };
  country: string | null;
  reminderDays: number | null;
  /** The person's language, where they chose one. */
  language: Language | null;
  dates: CalendarDate[];
  /** The workspace's dialogues, where the feed is of its own country or of all. */
  dialogues: ICalEventData[];
}

/** What is longer past says nothing to a calendar any more; budgets are repeated this far ahead. */
const daysBack = 366;
const daysAhead = 3 * 366;
/** Calendar programs come every few minutes: when one last did is written at most this often. */
const precisionMs = 60 * 60 * 1000;

/**
 * The door of the feeds: whoever holds the address, for as long as the person is a member. Throws `not_found` alike
 * for an unknown, a renewed and a revoked address, and `rate_limited` to whoever guesses.
 */
export function feedDoor({ db, clock, accounts, fundingCycles, dialogueCalendar }: Dependencies) {
  const { calendarFeeds, workspaces, memberships, accounts: people } = db.tables;

  async function readFeed({ token, address }: { token: string; address: string }): Promise<FeedContent> {
    await accounts.limits.count('calendarFeed', address);
    const feed = await findFeed(hashToken(token));
    if (!feed) throw new DomainError({ code: 'not_found' });
    await accounts.limits.forgiveOne('calendarFeed', address);
    await noteRead(feed);
    const today = instant(clock).slice(0, 10);
    const { workspaceId, country, home, reminderDays, language, name, slug } = feed;
    const range = { start: addDays(today, -daysBack), end: addDays(today, daysAhead) };
    const isOfHome = country === null || country === home;
    const [dates, dialogues] = await Promise.all([
      fundingCycles.listCalendarDates({ workspaceId, country, range }),
      isOfHome ? dialogueCalendar.listDialogueEvents({ workspaceId, slug, range }) : [],
    ]);
    return { workspace: { name, slug }, country, reminderDays, language, dates, dialogues };
  }

  async function findFeed(tokenHash: string) {
    const [row] = await db.read
      .select({
        tokenHash: calendarFeeds.tokenHash,
        workspaceId: calendarFeeds.workspaceId,
        country: calendarFeeds.country,
        reminderDays: calendarFeeds.reminderDays,
        lastReadAt: calendarFeeds.lastReadAt,
        language: people.language,
        name: workspaces.name,
        slug: workspaces.slug,
        home: workspaces.country,
      })
      .from(calendarFeeds)
      .innerJoin(workspaces, eq(workspaces.id, calendarFeeds.workspaceId))
      .innerJoin(people, eq(people.id, calendarFeeds.accountId))
      .innerJoin(
        memberships,
        and(
          eq(memberships.accountId, calendarFeeds.accountId),
          eq(memberships.workspaceId, calendarFeeds.workspaceId),
          isNull(memberships.endedAt),
        ),
      )
      .where(eq(calendarFeeds.tokenHash, tokenHash))
      .limit(1);
    return row;
  }

  /** No deed that others should see, so it is written without an event. */
  async function noteRead({ tokenHash, lastReadAt }: { tokenHash: string; lastReadAt: string | null }) {
    const now = instant(clock);
    if (lastReadAt && Date.parse(now) - Date.parse(lastReadAt) < precisionMs) return;
    await db.transaction(async (tx) => {
      await tx.update(calendarFeeds).set({ lastReadAt: now }).where(eq(calendarFeeds.tokenHash, tokenHash));
    });
  }

  return { readFeed };
}

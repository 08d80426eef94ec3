import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '#db/db';
import type { FiscalCalendar } from '#domain/calendars';
import { isRealDate } from '#domain/calendars/dates';
import { DomainError } from '#domain/errors';
import type { WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import { assertCountry, assertDate, refuse } from './assert-facts';
import { authorOf } from './author-of';
import type { Acting, Dependencies } from './types';

interface OfCountry {
  workspaceId: WorkspaceId;
  country: string;
}

/** Fiscal calendars by country. The workspace's own country has its calendar in the workspace's settings. */
export function countryCalendars({ db, events }: Dependencies) {
  const { countryCalendars: table, fiscalCalendars, workspaces } = db.tables;

  /** Every version, the latest first; empty where nothing is known, so that the calendar year counts. */
  async function listCalendars({ workspaceId, country }: OfCountry): Promise<FiscalCalendar[]> {
    const [own] = await db.read
      .select({ country: workspaces.country })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    if (own?.country === country) {
      const { appliesFrom, startMonth, startDay } = fiscalCalendars;
      return db.read
        .select({ appliesFrom, startMonth, startDay })
        .from(fiscalCalendars)
        .where(eq(fiscalCalendars.workspaceId, workspaceId))
        .orderBy(desc(appliesFrom));
    }
    const { appliesFrom, startMonth, startDay } = table;
    return db.read
      .select({ appliesFrom, startMonth, startDay })
      .from(table)
      .where(and(eq(table.workspaceId, workspaceId), eq(table.country, country)))
      .orderBy(desc(appliesFrom));
  }

  /** Adds a version for another country, or corrects the one of the same date. */
  async function setCountryCalendar({
    actor,
    workspaceId,
    country,
    calendar,
  }: Acting & OfCountry & { calendar: FiscalCalendar }): Promise<void> {
    authorise(actor, 'budgetEvent.edit', { workspaceId });
    assertCountry(country);
    assertDate('appliesFrom', calendar.appliesFrom);
    if (!isRealDate(2001, calendar.startMonth, calendar.startDay)) refuse('startDay');
    await events.commit(authorOf(actor), async (tx, record) => {
      await assertForeign(tx, { workspaceId, country });
      const { startMonth, startDay } = calendar;
      await tx
        .insert(table)
        .values({ workspaceId, country, ...calendar })
        .onConflictDoUpdate({
          target: [table.workspaceId, table.country, table.appliesFrom],
          set: { startMonth, startDay },
        });
      await record({
        workspaceId,
        kind: 'country_calendar.set',
        subjectType: 'workspace',
        subjectId: workspaceId,
        after: { country, ...calendar },
      });
    });
  }

  async function removeCountryCalendar({
    actor,
    workspaceId,
    country,
    appliesFrom,
  }: Acting & OfCountry & { appliesFrom: string }): Promise<void> {
    authorise(actor, 'budgetEvent.edit', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const [removed] = await tx
        .delete(table)
        .where(
          and(
            eq(table.workspaceId, workspaceId),
            eq(table.country, country),
            eq(table.appliesFrom, appliesFrom),
          ),
        )
        .returning();
      if (!removed) throw new DomainError({ code: 'not_found' });
      const { startMonth, startDay } = removed;
      await record({
        workspaceId,
        kind: 'country_calendar.removed',
        subjectType: 'workspace',
        subjectId: workspaceId,
        before: { country, appliesFrom, startMonth, startDay },
      });
    });
  }

  /** Two calendars of one country could disagree. */
  async function assertForeign(tx: Tx, { workspaceId, country }: OfCountry): Promise<void> {
    const [own] = await tx
      .select({ country: workspaces.country })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    if (own?.country === country) refuse('country');
  }

  return { listCalendars, setCountryCalendar, removeCountryCalendar };
}

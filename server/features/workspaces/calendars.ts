import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '#db/db';
import type { FiscalCalendar } from '#domain/calendars';
import { DomainError } from '#domain/errors';
import type { WorkspaceId } from '#domain/ids';
import { authorise } from '#domain/policy';
import type { Actor } from '#domain/workspaces/actor';
import { authorOf, type Dependencies } from './types';

export function calendars({ db, events }: Dependencies) {
  const { fiscalCalendars } = db.tables;

  /** Every version, the latest first. */
  async function listFiscalCalendars(workspaceId: WorkspaceId): Promise<FiscalCalendar[]> {
    return db.read
      .select({
        appliesFrom: fiscalCalendars.appliesFrom,
        startMonth: fiscalCalendars.startMonth,
        startDay: fiscalCalendars.startDay,
      })
      .from(fiscalCalendars)
      .where(eq(fiscalCalendars.workspaceId, workspaceId))
      .orderBy(desc(fiscalCalendars.appliesFrom));
  }

  /** Adds a version, or corrects the one of the same date. Earlier years keep their own calendar. */
  async function addFiscalCalendar({
    actor,
    workspaceId,
    calendar,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    calendar: FiscalCalendar;
  }): Promise<void> {
    authorise(actor, 'workspace.edit', { workspaceId });
    assertCalendar(calendar);
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await findCalendar(tx, workspaceId, calendar.appliesFrom);
      const { startMonth, startDay } = calendar;
      await tx
        .insert(fiscalCalendars)
        .values({ workspaceId, ...calendar })
        .onConflictDoUpdate({
          target: [fiscalCalendars.workspaceId, fiscalCalendars.appliesFrom],
          set: { startMonth, startDay },
        });
      await record({
        workspaceId,
        kind: 'fiscal_calendar.set',
        subjectType: 'workspace',
        subjectId: workspaceId,
        ...(before ? { before } : {}),
        after: { ...calendar },
      });
    });
  }

  /** Takes back a version that was entered wrongly; a workspace keeps at least one. */
  async function removeFiscalCalendar({
    actor,
    workspaceId,
    appliesFrom,
  }: {
    actor: Actor;
    workspaceId: WorkspaceId;
    appliesFrom: string;
  }): Promise<void> {
    authorise(actor, 'workspace.edit', { workspaceId });
    await events.commit(authorOf(actor), async (tx, record) => {
      const before = await findCalendar(tx, workspaceId, appliesFrom);
      if (!before) throw new DomainError({ code: 'not_found' });
      const own = eq(fiscalCalendars.workspaceId, workspaceId);
      if ((await tx.$count(fiscalCalendars, own)) === 1) throw new DomainError({ code: 'last_calendar' });
      await tx.delete(fiscalCalendars).where(and(own, eq(fiscalCalendars.appliesFrom, appliesFrom)));
      await record({
        workspaceId,
        kind: 'fiscal_calendar.removed',
        subjectType: 'workspace',
        subjectId: workspaceId,
        before: { appliesFrom, ...before },
      });
    });
  }

  async function findCalendar(tx: Tx, workspaceId: WorkspaceId, appliesFrom: string) {
    const [row] = await tx
      .select({ startMonth: fiscalCalendars.startMonth, startDay: fiscalCalendars.startDay })
      .from(fiscalCalendars)
      .where(and(eq(fiscalCalendars.workspaceId, workspaceId), eq(fiscalCalendars.appliesFrom, appliesFrom)));
    return row;
  }

  return { listFiscalCalendars, addFiscalCalendar, removeFiscalCalendar };
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A year starts on a day that every year has, so not on 29 February. Throws `invalid_input`. */
export function assertCalendar({ appliesFrom, startMonth, startDay }: FiscalCalendar): void {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(appliesFrom) && !Number.isNaN(Date.parse(appliesFrom));
  const days = daysInMonth[startMonth - 1];
  if (isDate && days !== undefined && Number.isInteger(startDay) && startDay >= 1 && startDay <= days) return;
  throw new DomainError({ code: 'invalid_input', details: { field: 'calendar' } });
}

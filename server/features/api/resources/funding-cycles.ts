import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { z } from 'zod/v4';
import { cycleEventKinds, cycleEventStates, cycleKinds, datePrecisions } from '#domain/funding-cycles/kinds';
import type { CycleEventId } from '#domain/ids';
import { anyCountry, anyOf, anyOfIds, country, date, instant, text, uuid } from '../fields';
import { defineResource, type Place } from '../resource';
import { among, cut } from '../slice';

export const fundingCyclesResource = defineResource({
  name: 'funding-cycles',
  rowName: 'FundingCycle',
  summary: 'Replenishment, allocation and strategy periods of partners',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    partnerId: uuid(),
    kind: z.enum(cycleKinds),
    name: text(),
    periodStart: date(),
    periodEnd: date().describe('Both ends inclusive'),
    fiscalStartMonth: z.int().describe('The partner’s own fiscal year starts on this day'),
    fiscalStartDay: z.int(),
    predecessorId: uuid().nullable(),
    note: text(),
    createdAt: instant(),
  }),
  filters: z.object({
    partnerId: anyOfIds(),
    kind: anyOf(cycleKinds),
    on: date().optional().describe('Under way on this day'),
  }),
  key: ['id'],
  async read({ db, workspaceId }, slice, { partnerId, kind, on }) {
    const { fundingCycles: cycles } = db.tables;
    const { where, order } = cut([cycles.id], slice);
    const rows = await db.read
      .select()
      .from(cycles)
      .where(
        and(
          eq(cycles.workspaceId, workspaceId),
          isNull(cycles.removedAt),
          where,
          among(cycles.institutionId, partnerId),
          among(cycles.kind, kind),
          on === undefined ? undefined : and(lte(cycles.periodStart, on), gte(cycles.periodEnd, on)),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ workspaceId: _w, removedAt: _r, rule: _rule, institutionId, id, ...cycle }) => ({
      id,
      partnerId: institutionId,
      ...cycle,
    }));
  },
});

const datedStep = {
  date: date(),
  precision: z.enum(datePrecisions).describe('A month or a quarter is told by its first day'),
  state: z.enum(cycleEventStates),
  source: text(),
  checkedOn: date().nullable(),
};

export const cycleEventsResource = defineResource({
  name: 'cycle-events',
  rowName: 'CycleEvent',
  summary: 'Dated steps of funding cycles, with every date that they had before',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    cycleId: uuid(),
    kind: z.enum(cycleEventKinds),
    title: text(),
    country: country().nullable().describe('Null where it holds for all countries'),
    ...datedStep,
    sequence: z.int().describe('Raised on every change'),
    changedAt: instant(),
    earlierDates: z.array(z.object({ sequence: z.int(), ...datedStep, reason: text() })),
  }),
  filters: z.object({
    cycleId: anyOfIds(),
    kind: anyOf(cycleEventKinds),
    state: anyOf(cycleEventStates),
    country: anyCountry(),
    from: date().optional().describe('Not before this day'),
    until: date().optional().describe('Not after this day'),
  }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { cycleEvents: steps, fundingCycles: cycles } = db.tables;
    const { where, order } = cut([steps.id], slice);
    const rows = await db.read
      .select({
        id: steps.id,
        cycleId: steps.cycleId,
        kind: steps.kind,
        title: steps.title,
        country: steps.country,
        date: steps.date,
        precision: steps.precision,
        state: steps.state,
        source: steps.source,
        checkedOn: steps.checkedOn,
        sequence: steps.sequence,
        changedAt: steps.changedAt,
      })
      .from(steps)
      .innerJoin(cycles, eq(cycles.id, steps.cycleId))
      .where(
        and(
          eq(steps.workspaceId, workspaceId),
          isNull(cycles.removedAt),
          where,
          among(steps.cycleId, filters.cycleId),
          among(steps.kind, filters.kind),
          among(steps.state, filters.state),
          among(steps.country, filters.country),
          filters.from ? gte(steps.date, filters.from) : undefined,
          filters.until ? lte(steps.date, filters.until) : undefined,
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    const earlier = await earlierDatesOf(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      ...row,
      earlierDates: earlier
        .filter(({ eventId }) => eventId === row.id)
        .map(({ eventId: _e, ...revision }) => revision),
    }));
  },
});

async function earlierDatesOf(db: Place['db'], ids: CycleEventId[]) {
  if (ids.length === 0) return [];
  const { cycleEventDates: dates } = db.tables;
  const { eventId, sequence, date, precision, state, source, checkedOn, reason } = dates;
  return db.read
    .select({ eventId, sequence, date, precision, state, source, checkedOn, reason })
    .from(dates)
    .where(inArray(eventId, ids))
    .orderBy(asc(eventId), asc(sequence));
}

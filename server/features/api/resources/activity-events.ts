import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import { z } from 'zod/v4';
import type { AccountId } from '#domain/ids';
import { isTold } from '../../activity';
import { anyOfIds, anyOfTexts, instant, text, uuid } from '../fields';
import { defineResource, type Place } from '../resource';
import { among, cut } from '../slice';

export const activityEventsResource = defineResource({
  name: 'activity-events',
  rowName: 'ActivityEvent',
  summary: 'Who did what for which institution, as the activity page tells it; follow it by its cursor',
  scope: 'activity:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    at: instant(),
    kind: text().describe('Subject and verb: plan.created'),
    accountId: uuid().nullable().describe('Null for what the system did itself'),
    accountName: text().nullable(),
    institutionId: uuid().nullable(),
    subjectType: text(),
    subjectId: text(),
  }),
  filters: z.object({
    kind: anyOfTexts(),
    institutionId: anyOfIds(),
    subjectId: anyOfTexts(),
    from: instant().optional().describe('Not before this instant'),
    until: instant().optional().describe('Before this instant'),
  }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { events } = db.tables;
    const { where, order } = cut([events.id], slice);
    const rows = await db.read
      .select({
        id: events.id,
        at: events.at,
        kind: events.kind,
        accountId: events.accountId,
        institutionId: events.institutionId,
        subjectType: events.subjectType,
        subjectId: events.subjectId,
      })
      .from(events)
      .where(
        and(
          eq(events.workspaceId, workspaceId),
          isTold(db.tables),
          where,
          among(events.kind, filters.kind),
          among(events.institutionId, filters.institutionId),
          among(events.subjectId, filters.subjectId),
          filters.from ? gte(events.at, new Date(filters.from).toISOString()) : undefined,
          filters.until ? lt(events.at, new Date(filters.until).toISOString()) : undefined,
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    const names = await namesOf(
      db,
      rows.map(({ accountId }) => accountId),
    );
    return rows.map((row) => ({
      ...row,
      accountName: row.accountId === null ? null : (names.get(row.accountId) ?? null),
    }));
  },
});

async function namesOf(db: Place['db'], ids: (AccountId | null)[]): Promise<Map<AccountId, string>> {
  const { accounts } = db.tables;
  const known = [...new Set(ids.filter((id): id is AccountId => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db.read
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

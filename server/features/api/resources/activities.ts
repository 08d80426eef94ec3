import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod/v4';
import { activityStatuses, shareKinds } from '#domain/commitments/kinds';
import type { ActivityId } from '#domain/ids';
import { instruments } from '#domain/partners/kinds';
import { originSources } from '#domain/provenance';
import { anyOf, anyOfIds, anyOfTexts, date, instant, text, uuid } from '../fields';
import { defineResource, type Place } from '../resource';
import { among, cut } from '../slice';

export const origin = {
  source: z.enum(originSources).describe('From where it came'),
  sourceText: text(),
  setFor: uuid().nullable().describe('The institution in whose name it was entered'),
  setAt: instant(),
};

export const alignment = {
  isOnPlan: z.boolean().nullable(),
  isOnBudget: z.boolean().nullable(),
  isOnTreasury: z.boolean().nullable(),
};

/** Countries, regions, sectors and themes in percent. */
export const shareRow = z.object({
  kind: z.enum(shareKinds),
  vocabulary: text(),
  code: text(),
  percentage: text().nullable().describe('As published or entered'),
});

export const activitiesResource = defineResource({
  name: 'activities',
  rowName: 'Activity',
  summary: 'Projects and programmes of partners with their shares and organisations',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    partnerId: uuid(),
    identifier: text().nullable().describe('Of IATI; null for one entered by hand'),
    title: text(),
    description: text(),
    status: z.enum(activityStatuses).nullable().describe('IATI ActivityStatus'),
    startsOn: date().nullable(),
    endsOn: date().nullable(),
    currency: text().nullable(),
    instrument: z.enum(instruments).nullable(),
    ...alignment,
    shares: z.array(shareRow),
    organisations: z.array(
      z.object({
        institutionId: uuid().nullable(),
        role: text().nullable().describe('IATI OrganisationRole'),
        ref: text().nullable(),
        name: text(),
      }),
    ),
    ...origin,
    createdAt: instant(),
  }),
  filters: z.object({
    partnerId: anyOfIds(),
    identifier: anyOfTexts(),
    status: anyOf(activityStatuses),
    instrument: anyOf(instruments),
  }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { activities } = db.tables;
    const { where, order } = cut([activities.id], slice);
    const rows = await db.read
      .select({
        id: activities.id,
        partnerId: activities.partnerId,
        identifier: activities.identifier,
        title: activities.title,
        description: activities.description,
        status: activities.status,
        startsOn: activities.startsOn,
        endsOn: activities.endsOn,
        currency: activities.currency,
        instrument: activities.instrument,
        isOnPlan: activities.isOnPlan,
        isOnBudget: activities.isOnBudget,
        isOnTreasury: activities.isOnTreasury,
        source: activities.source,
        sourceText: activities.sourceText,
        setFor: activities.setFor,
        setAt: activities.setAt,
        createdAt: activities.createdAt,
      })
      .from(activities)
      .where(
        and(
          eq(activities.workspaceId, workspaceId),
          isNull(activities.removedAt),
          where,
          among(activities.partnerId, filters.partnerId),
          among(activities.identifier, filters.identifier),
          among(activities.status, filters.status),
          among(activities.instrument, filters.instrument),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    const partsOf = await readParts(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, ...partsOf(row.id) }));
  },
});

async function readParts(db: Place['db'], ids: ActivityId[]) {
  const { activityShares: shares, activityOrganisations: organisations } = db.tables;
  const [foundShares, foundOrganisations] =
    ids.length === 0
      ? [[], []]
      : await Promise.all([
          db.read
            .select()
            .from(shares)
            .where(inArray(shares.activityId, ids))
            .orderBy(asc(shares.activityId), asc(shares.position)),
          db.read
            .select()
            .from(organisations)
            .where(inArray(organisations.activityId, ids))
            .orderBy(asc(organisations.activityId), asc(organisations.position)),
        ]);
  return (id: ActivityId) => ({
    shares: foundShares
      .filter(({ activityId }) => activityId === id)
      .map(({ kind, vocabulary, code, percentage }) => ({ kind, vocabulary, code, percentage })),
    organisations: foundOrganisations
      .filter(({ activityId }) => activityId === id)
      .map(({ institutionId, role, ref, name }) => ({ institutionId, role, ref, name })),
  });
}

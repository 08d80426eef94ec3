import { and, eq, gte, isNull, lte } from 'drizzle-orm';
import { z } from 'zod/v4';
import { certainties, factKinds } from '#domain/commitments/kinds';
import { instruments } from '#domain/partners/kinds';
import { anyOf, anyOfIds, anyOfTexts, date, decimal, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';
import { alignment, origin, shareRow } from './activities';

export const financialFactsResource = defineResource({
  name: 'financial-facts',
  rowName: 'FinancialFact',
  summary: 'Pledges, commitments, disbursements, spending and budgets of activities, as published or entered',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    activityId: uuid(),
    partnerId: uuid().describe('Whose activity it is'),
    kind: z.enum(factKinds).describe('Kinds are never added to one another'),
    amount: decimal().nullable().describe('Null where the published text is no amount; may be negative'),
    amountText: text(),
    currency: text().nullable().describe('ISO 4217, or as published where that is none'),
    valueDate: date().nullable(),
    periodStart: date().nullable(),
    periodEnd: date().nullable().describe('Both ends inclusive'),
    providerId: uuid().nullable(),
    providerName: text(),
    receiverId: uuid().nullable(),
    receiverName: text(),
    certainty: z.enum(certainties).nullable(),
    instrument: z.enum(instruments).nullable(),
    ...alignment,
    isRevised: z.boolean().describe('Replaces the original budget or plan of the same period'),
    isCounted: z.boolean().describe('False for an original budget that a revision replaces: in no total'),
    usd: decimal().nullable().describe('Null: not converted, which is not 0'),
    usdRate: decimal()
      .nullable()
      .describe('Units of the currency for one dollar, of the year of the value date'),
    usdSource: text(),
    local: decimal().nullable().describe('In the workspace’s currency'),
    localRate: decimal().nullable(),
    localSource: text(),
    shares: z.array(shareRow).describe('Of this fact alone, in the place of its activity’s'),
    note: text(),
    ...origin,
  }),
  filters: z.object({
    partnerId: anyOfIds(),
    activityId: anyOfIds(),
    kind: anyOf(factKinds),
    currency: anyOfTexts(),
    certainty: anyOf(certainties),
    from: date().optional().describe('Value date not before this day'),
    until: date().optional().describe('Value date not after this day'),
    isCounted: z.boolean().optional(),
  }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { financialFacts: facts, activities } = db.tables;
    const { where, order } = cut([facts.id], slice);
    const { from, until, isCounted } = filters;
    const rows = await db.read
      .select({ fact: facts, partnerId: activities.partnerId })
      .from(facts)
      .innerJoin(activities, eq(activities.id, facts.activityId))
      .where(
        and(
          eq(facts.workspaceId, workspaceId),
          isNull(activities.removedAt),
          where,
          among(activities.partnerId, filters.partnerId),
          among(facts.activityId, filters.activityId),
          among(facts.kind, filters.kind),
          among(facts.currency, filters.currency),
          among(facts.certainty, filters.certainty),
          from ? gte(facts.valueDate, from) : undefined,
          until ? lte(facts.valueDate, until) : undefined,
          isCounted === undefined ? undefined : eq(facts.isCounted, isCounted),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ fact, partnerId }) => {
      const { workspaceId: _w, position: _p, details: _d, setBy: _s, shares, ...rest } = fact;
      return { ...rest, partnerId, shares: shares.map(({ details: _, ...share }) => share) };
    });
  },
});

import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod/v4';
import {
  budgetEventKinds,
  cycleEventStates,
  datePrecisions,
  envelopeStatuses,
} from '#domain/funding-cycles/kinds';
import { originSources } from '#domain/provenance';
import { themes } from '#domain/themes';
import {
  anyCountry,
  anyOf,
  anyOfIds,
  anyOfTexts,
  country,
  date,
  decimal,
  instant,
  text,
  uuid,
} from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

const envelopeKinds = ['total', 'organisation', 'region', 'country', 'expenditure'] as const;

export const envelopesResource = defineResource({
  name: 'envelopes',
  rowName: 'Envelope',
  summary: 'Amounts that partners hold ready for a country, and perhaps a theme, over a period',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    partnerId: uuid(),
    cycleId: uuid().nullable(),
    kind: z.enum(envelopeKinds).describe('The budgets of an organisation in IATI, and its expenditure'),
    country: country().nullable(),
    region: text().nullable(),
    theme: z.enum(themes).nullable(),
    status: z.enum(envelopeStatuses),
    amount: decimal().nullable().describe('Null where the published text is no amount'),
    amountText: text().describe('As published'),
    currency: text().nullable().describe('ISO 4217, or as published where that is none'),
    valueDate: date().nullable(),
    periodStart: date().nullable(),
    periodEnd: date().nullable(),
    source: z.enum(originSources),
    sourceText: text(),
    createdAt: instant(),
  }),
  filters: z.object({
    partnerId: anyOfIds(),
    cycleId: anyOfIds(),
    kind: anyOf(envelopeKinds),
    country: anyCountry(),
    theme: anyOf(themes),
    status: anyOf(envelopeStatuses),
    currency: anyOfTexts(),
  }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { envelopes } = db.tables;
    const { where, order } = cut([envelopes.id], slice);
    const rows = await db.read
      .select()
      .from(envelopes)
      .where(
        and(
          eq(envelopes.workspaceId, workspaceId),
          isNull(envelopes.removedAt),
          where,
          among(envelopes.institutionId, filters.partnerId),
          among(envelopes.cycleId, filters.cycleId),
          among(envelopes.kind, filters.kind),
          among(envelopes.country, filters.country),
          among(envelopes.theme, filters.theme),
          among(envelopes.status, filters.status),
          among(envelopes.currency, filters.currency),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(
      ({ workspaceId: _w, removedAt: _r, importKey: _k, details: _d, institutionId, id, ...rest }) => ({
        id,
        partnerId: institutionId,
        ...rest,
      }),
    );
  },
});

export const budgetEventsResource = defineResource({
  name: 'budget-events',
  rowName: 'BudgetEvent',
  summary: 'Dated steps of countries’ budget years',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    id: uuid(),
    country: country(),
    kind: z.enum(budgetEventKinds),
    title: text(),
    date: date(),
    precision: z.enum(datePrecisions),
    state: z.enum(cycleEventStates),
    source: text(),
    isYearly: z.boolean().describe('Every year on the same day, unless moved in one'),
    lastYear: z.int().nullable().describe('Of a yearly one; null: no end'),
    movesId: uuid().nullable().describe('The yearly event that this one moves in one year'),
    movesYear: z.int().nullable(),
    sequence: z.int(),
    createdAt: instant(),
    changedAt: instant(),
  }),
  filters: z.object({ country: anyCountry(), kind: anyOf(budgetEventKinds), state: anyOf(cycleEventStates) }),
  key: ['id'],
  async read({ db, workspaceId }, slice, filters) {
    const { budgetEvents: steps } = db.tables;
    const { where, order } = cut([steps.id], slice);
    const rows = await db.read
      .select()
      .from(steps)
      .where(
        and(
          eq(steps.workspaceId, workspaceId),
          isNull(steps.removedAt),
          where,
          among(steps.country, filters.country),
          among(steps.kind, filters.kind),
          among(steps.state, filters.state),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ workspaceId: _w, removedAt: _r, ...step }) => step);
  },
});

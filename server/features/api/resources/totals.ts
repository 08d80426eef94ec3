import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod/v4';
import { factKinds } from '#domain/commitments/kinds';
import { allYears, totalGrains } from '#domain/commitments/totals';
import { anyCountry, anyOf, anyOfIds, anyOfTexts, anyYear, date, decimal, text, uuid } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

const inUsd = decimal().nullable().describe('Null: not converted, which is not 0');

export const factPartsResource = defineResource({
  name: 'fact-parts',
  rowName: 'FactPart',
  summary: 'Facts cut by country, sector, theme and year: the rows that every total is made of',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    factId: uuid(),
    position: z.int(),
    activityId: uuid(),
    partnerId: uuid(),
    kind: z.enum(factKinds),
    country: text().describe('Empty where none is known'),
    sector: text(),
    theme: text(),
    year: z.int().describe('Calendar year; 0 where no date is known'),
    fiscalYearStart: date().nullable(),
    currency: text(),
    amount: decimal(),
    usd: inUsd,
    local: decimal().nullable().describe('In the workspace’s currency; null: not converted'),
  }),
  filters: z.object({
    factId: anyOfIds(),
    activityId: anyOfIds(),
    partnerId: anyOfIds(),
    kind: anyOf(factKinds),
    country: anyCountry(),
    theme: anyOfTexts(),
    year: anyYear(),
    currency: anyOfTexts(),
  }),
  key: ['factId', 'position'],
  async read({ db, workspaceId }, slice, filters) {
    const { factParts: parts } = db.tables;
    const { where, order } = cut([parts.factId, parts.position], slice);
    const rows = await db.read
      .select()
      .from(parts)
      .where(
        and(
          eq(parts.workspaceId, workspaceId),
          where,
          among(parts.factId, filters.factId),
          among(parts.activityId, filters.activityId),
          among(parts.partnerId, filters.partnerId),
          among(parts.kind, filters.kind),
          among(parts.country, filters.country),
          among(parts.theme, filters.theme),
          among(parts.year, filters.year),
          among(parts.currency, filters.currency),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ workspaceId: _w, ...part }) => part);
  },
});

export const totalsResource = defineResource({
  name: 'totals',
  rowName: 'Total',
  summary:
    'The parts added up by country, by partner, or by partner and theme; currencies are never added up',
  scope: 'registry:read',
  isInWorkspace: true,
  row: z.object({
    grain: z.enum(totalGrains).describe('By what a row is; read one grain at a time, since each holds all'),
    country: text(),
    partnerId: text().describe('Empty where the grain has none'),
    theme: text(),
    kind: z.enum(factKinds),
    year: z.int().describe(`0 where no date is known; ${allYears}: all years together`),
    fiscalYearStart: text().describe('First day of the country’s fiscal year; empty where none is known'),
    currency: text(),
    amount: decimal(),
    usd: decimal().describe('Of the parts that could be converted'),
    local: decimal().describe('In the workspace’s currency, of the parts that could be converted'),
    parts: z.int().describe('How many parts it is made of'),
    withoutUsd: z.int().describe('How many of them have no dollars'),
    withoutLocal: z.int().describe('How many of them have none of the workspace’s currency'),
  }),
  filters: z.object({
    grain: anyOf(totalGrains),
    country: anyCountry(),
    partnerId: anyOfIds(),
    theme: anyOfTexts(),
    kind: anyOf(factKinds),
    year: z.array(z.int().min(allYears).max(9999)).min(1).max(50).optional(),
    currency: anyOfTexts(),
  }),
  key: ['grain', 'country', 'kind', 'year', 'fiscalYearStart', 'partnerId', 'theme', 'currency'],
  async read({ db, workspaceId }, slice, filters) {
    const { commitmentTotals: totals } = db.tables;
    const { where, order } = cut(
      [
        totals.grain,
        totals.country,
        totals.kind,
        totals.year,
        totals.fiscalYearStart,
        totals.partnerId,
        totals.theme,
        totals.currency,
      ],
      slice,
    );
    const rows = await db.read
      .select()
      .from(totals)
      .where(
        and(
          eq(totals.workspaceId, workspaceId),
          // What was taken back leaves a row of nothing.
          gt(totals.parts, 0),
          where,
          among(totals.grain, filters.grain),
          among(totals.country, filters.country),
          among(totals.partnerId, filters.partnerId),
          among(totals.theme, filters.theme),
          among(totals.kind, filters.kind),
          among(totals.year, filters.year),
          among(totals.currency, filters.currency),
        ),
      )
      .orderBy(...order)
      .limit(slice.limit);
    return rows.map(({ workspaceId: _w, ...total }) => total);
  },
});

import { and } from 'drizzle-orm';
import { z } from 'zod/v4';
import { anyCurrency, anyYear, currency, decimal, text } from '../fields';
import { defineResource } from '../resource';
import { among, cut } from '../slice';

export const exchangeRatesResource = defineResource({
  name: 'exchange-rates',
  rowName: 'ExchangeRate',
  summary: 'Annual average rates, the same for every workspace',
  scope: 'registry:read',
  isInWorkspace: false,
  row: z.object({
    currency: currency(),
    year: z.int(),
    area: text().describe('The country or union it was published for, as the source codes it: KE, U2'),
    perUsd: decimal().describe('Units of the currency for one US dollar, as published'),
    source: text(),
  }),
  filters: z.object({ currency: anyCurrency(), year: anyYear() }),
  key: ['currency', 'year', 'area'],
  async read({ db }, slice, filters) {
    const { exchangeRates: rates } = db.tables;
    const { where, order } = cut([rates.currency, rates.year, rates.area], slice);
    return db.read
      .select({
        currency: rates.currency,
        year: rates.year,
        area: rates.area,
        perUsd: rates.perUsd,
        source: rates.source,
      })
      .from(rates)
      .where(and(where, among(rates.currency, filters.currency), among(rates.year, filters.year)))
      .orderBy(...order)
      .limit(slice.limit);
  },
});

import type { AccountId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';

/** Annual average rates, the same for the whole instance; brought in by an administrator. */
export function exchangeRatesTables(kit: Kit, { accounts }: AccountsTables) {
  const exchangeRates = kit.table(
    'exchange_rates',
    {
      currency: kit.text().notNull(),
      year: kit.integer().notNull(),
      /** The country or union that it was published for, as the source codes it: "KE", "U2". */
      area: kit.text().notNull(),
      /** Units of the currency for one US dollar, as published. */
      perUsd: kit.decimal().notNull(),
      source: kit.text().notNull(),
      setBy: kit.id<AccountId>().references(() => accounts.id),
      setAt: kit.instant().notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.currency, t.year, t.area] })],
  );
  return { exchangeRates };
}

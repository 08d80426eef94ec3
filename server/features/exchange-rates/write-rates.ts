import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { AccountId } from '#domain/ids';
import type { ExchangeRate } from '#domain/money/rates';
import { renewRevision } from './rate-table';

/** Writes rates in the place of those of the same currency, year and area. */
export async function writeRates(
  { db, tx, clock }: { db: Db; tx: Tx; clock: Clock },
  { rates, setBy }: { rates: readonly ExchangeRate[]; setBy: AccountId | null },
): Promise<void> {
  const { exchangeRates: table } = db.tables;
  const setAt = instant(clock);
  for (const { currency, year, area, perUsd, source } of rates) {
    const set = { perUsd, source, setBy, setAt };
    await tx
      .insert(table)
      .values({ currency, year, area, ...set })
      .onConflictDoUpdate({ target: [table.currency, table.year, table.area], set });
  }
  await renewRevision({ db, tx });
}

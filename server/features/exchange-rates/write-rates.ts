import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type Clock, instant } from '#domain/clock';
import type { AccountId } from '#domain/ids';
import type { ExchangeRate } from '#domain/money/rates';
import { renewRevision } from './rate-table';

/** Writes rates that are new, and others in the place of those of the same currency, year and area. */
export async function writeRates(
  { db, tx, clock }: { db: Db; tx: Tx; clock: Clock },
  {
    added,
    changed = [],
    setBy,
  }: { added: readonly ExchangeRate[]; changed?: readonly ExchangeRate[]; setBy: AccountId | null },
): Promise<void> {
  const { exchangeRates: table } = db.tables;
  for (const { currency, year, area } of changed) {
    await tx
      .delete(table)
      .where(and(eq(table.currency, currency), eq(table.year, year), eq(table.area, area)));
  }
  const setAt = instant(clock);
  const rows = [...added, ...changed].map(({ currency, year, area, perUsd, source }) => {
    return { currency, year, area, perUsd, source, setBy, setAt };
  });
  await db.inserter(table)(tx, rows);
  await renewRevision({ db, tx });
}

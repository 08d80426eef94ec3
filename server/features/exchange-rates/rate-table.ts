import { eq } from 'drizzle-orm';
import type { Db, Reader, Tx } from '#db/db';
import { makeRateTable, type RateTable } from '#domain/money/rates';
import { newId } from '#server/new-id';

const revisionKey = 'exchange_rates_revision';

/** One table a database, as long as the rates stay as they are: thousands of rows are not read for every fact. */
const kept = new WeakMap<Reader, { revision: unknown; rates: RateTable }>();

/** All rates, as they stand for the reader: inside a transaction with what it has written. */
export async function readRateTable({ db, reader }: { db: Db; reader: Reader }): Promise<RateTable> {
  const { instanceSettings, exchangeRates } = db.tables;
  const [row] = await reader
    .select({ value: instanceSettings.value })
    .from(instanceSettings)
    .where(eq(instanceSettings.key, revisionKey));
  const revision = row?.value ?? null;
  if (revision === null) return makeRateTable([]);
  const known = kept.get(db.read);
  if (known?.revision === revision) return known.rates;
  const rates = makeRateTable(await reader.select().from(exchangeRates));
  kept.set(db.read, { revision, rates });
  return rates;
}

/** Said in the transaction that changes rates. A revision is never used twice, so one that was rolled back harms nobody. */
export async function renewRevision({ db, tx }: { db: Db; tx: Tx }): Promise<void> {
  const { instanceSettings } = db.tables;
  const value = newId();
  await tx
    .insert(instanceSettings)
    .values({ key: revisionKey, value })
    .onConflictDoUpdate({ target: instanceSettings.key, set: { value } });
}

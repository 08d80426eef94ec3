import type { Db } from '#db/db';
import type { ExchangeRate } from '#domain/money/rates';
import { writeRates } from '#server/features/exchange-rates';
import { makeTestClock } from './clock';

/** Writes annual rates; "EUR 2024 0.92" is 0.92 euros to the dollar. */
export async function buildRates(db: Db, ...texts: string[]): Promise<void> {
  const rates = texts.map((text): ExchangeRate => {
    const [currency = '', year, perUsd = ''] = text.split(' ');
    const area = currency === 'EUR' ? 'U2' : currency.slice(0, 2);
    return { currency, year: Number(year), perUsd, area, source: 'Test' };
  });
  await db.transaction((tx) => writeRates({ db, tx, clock: makeTestClock() }, { added: rates, setBy: null }));
}

import { readImfRates } from '#domain/money/imf-rates';
import { readCsv } from '../plan-imports';

/** Reads a CSV of annual rates in the IMF's layout, in whatever encoding and with whatever separator it was saved. */
export function readRatesFile(bytes: Uint8Array): ReturnType<typeof readImfRates> {
  const [sheet] = readCsv(bytes, 'rates').sheets;
  return readImfRates((sheet?.rows ?? []).map((row) => row.map((cell) => String(cell ?? ''))));
}

import { addAmounts, type MoneyByCurrency, sumByCurrency } from './money';
import { type Convertible, convert, type RateTable, type UnconvertedReason } from './rates';

/** A total in one currency, with all that it leaves out beside it. */
export interface ConvertedSum<T extends Convertible> {
  currency: string;
  /** An exact decimal; null where there are amounts and none could be converted: that is not a zero. */
  total: string | null;
  convertedCount: number;
  notConverted: { item: T; reason: UnconvertedReason }[];
  /** What was not converted, in its own currencies. */
  notConvertedSums: MoneyByCurrency;
}

/** Adds what can be converted, and counts and lists the rest. */
export function sumConverted<T extends Convertible>(
  items: Iterable<T>,
  currency: string,
  table: RateTable,
): ConvertedSum<T> {
  const converted: string[] = [];
  const notConverted: ConvertedSum<T>['notConverted'] = [];
  for (const item of items) {
    const result = convert(item, currency, table);
    if (result.status === 'converted') converted.push(result.amount);
    else notConverted.push({ item, reason: result.reason });
  }
  return {
    currency,
    total: converted.length === 0 && notConverted.length > 0 ? null : addAmounts('0', ...converted),
    convertedCount: converted.length,
    notConverted,
    notConvertedSums: sumByCurrency(notConverted.map(({ item }) => item)),
  };
}

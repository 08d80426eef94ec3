/** How a list is sorted; in the address "name", or "-name" the other way round. */
export interface Sort<Key extends string> {
  key: Key;
  isDescending: boolean;
}

/** Reads a sort from the address; what is not among the keys gives the fallback. */
export function parseSort<Key extends string>(
  value: string | null,
  keys: readonly Key[],
  fallback: Key,
): Sort<Key> {
  const isDescending = value?.startsWith('-') ?? false;
  const key = keys.find((candidate) => candidate === value?.replace(/^-/, ''));
  return key ? { key, isDescending } : { key: fallback, isDescending: false };
}

export function sortText({ key, isDescending }: Sort<string>): string {
  return isDescending ? `-${key}` : key;
}

type Order<Row> = (a: Row, b: Row) => number;

/** The order of a sort; equals follow by the tie-breaker, which is never turned round. */
export function orderOf<Row, Key extends string>(
  { key, isDescending }: Sort<Key>,
  orders: Record<Key, Order<Row>>,
  tieBreaker: Order<Row>,
): Order<Row> {
  const sign = isDescending ? -1 : 1;
  return (a, b) => sign * orders[key](a, b) || tieBreaker(a, b);
}

/** For keys already folded: thousands are sorted in a few milliseconds, where a collator takes a hundred. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Amounts by currency: the workspace's own first, then the others by their codes. */
export function inCurrencyOrder<T>(amounts: Readonly<Record<string, T>>, own: string): [string, T][] {
  return Object.entries(amounts).sort(
    ([a], [b]) => Number(b === own) - Number(a === own) || (a < b ? -1 : 1),
  );
}

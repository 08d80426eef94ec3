/** An amount as French writes it: "1 250 000,50 USD". */
export function amountIn(text: string): number {
  const digits = /[-−]?[\d\s\u00a0\u202f.,]+/.exec(text)?.[0] ?? '';
  return Number(
    digits
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace('−', '-')
      .replace(',', '.'),
  );
}

/** Exact for amounts with two decimals. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

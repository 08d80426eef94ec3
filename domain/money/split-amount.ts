import Big from 'big.js';

/**
 * Shares an exact amount out by weight, in parts of 10^-scale (cents by default) or finer where the amount itself is
 * finer. The parts add up to the amount to the last digit: each is rounded towards zero and what is left goes, one
 * unit each, to the largest remainders, the earlier part first. Throws RangeError where the weights give no share.
 */
export function splitAmount(amount: string, weights: readonly string[], scale = 2): string[] {
  const exact = new Big(amount);
  const digits = Math.max(scale, decimalsOf(exact));
  const units = BigInt(exact.abs().times(tenTo(digits)).toFixed(0));
  const whole = wholeWeights(weights);
  const total = whole.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n || whole.some((weight) => weight < 0n))
    throw new RangeError('Weights must not be negative, and one must be above zero.');
  const parts = whole.map((weight) => (units * weight) / total);
  let left = units - parts.reduce((sum, part) => sum + part, 0n);
  for (const index of byRemainder(whole.map((weight) => (units * weight) % total))) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  const sign = exact.lt(0) ? -1 : 1;
  return parts.map((part) => new Big(String(part)).times(sign).div(tenTo(digits)).toFixed(digits));
}

/** Weights such as "33.3" in whole numbers of the same proportion. */
function wholeWeights(weights: readonly string[]): bigint[] {
  const exact = weights.map((weight) => new Big(weight));
  const finest = tenTo(Math.max(0, ...exact.map(decimalsOf)));
  return exact.map((weight) => BigInt(weight.times(finest).toFixed(0)));
}

function byRemainder(remainders: readonly bigint[]): number[] {
  return [...remainders.keys()].sort((a, b) => {
    const [left = 0n, right = 0n] = [remainders[a], remainders[b]];
    return left === right ? a - b : left > right ? -1 : 1;
  });
}

function decimalsOf(value: Big): number {
  return Math.max(0, value.c.length - value.e - 1);
}

function tenTo(power: number): Big {
  return new Big(10).pow(power);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmounts } from './money';
import { splitAmount } from './split-amount';

describe('an amount shared out', () => {
  it('adds up to the cent where every part rounded by itself would not', () => {
    // Rounded one by one, four quarters of this amount miss a cent.
    expect(splitAmount('1150579.51', ['25', '25', '25', '25'])).toEqual([
      '287644.88',
      '287644.88',
      '287644.88',
      '287644.87',
    ]);
    expect(splitAmount('100', ['1', '1', '1'])).toEqual(['33.34', '33.33', '33.33']);
  });

  it('takes percentages with decimals, and gives nothing to a weight of zero', () => {
    expect(splitAmount('1000', ['33.3', '66.7', '0'])).toEqual(['333.00', '667.00', '0.00']);
  });

  it('keeps the sign, and digits finer than a cent', () => {
    expect(splitAmount('-0.05', ['1', '1'])).toEqual(['-0.03', '-0.02']);
    expect(splitAmount('0.0005', ['1', '1'])).toEqual(['0.0003', '0.0002']);
  });

  it('is refused without a weight above zero', () => {
    expect(() => splitAmount('1', ['0', '0'])).toThrow(RangeError);
    expect(() => splitAmount('1', ['2', '-1'])).toThrow(RangeError);
    expect(() => splitAmount('1', [])).toThrow(RangeError);
  });

  it('always adds up to itself, each part within a unit of its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), weights, (cents, given) => {
        fc.pre(given.some((weight) => weight > 0));
        const amount = decimal(cents);
        const parts = splitAmount(amount, given.map(String));
        expect(addAmounts(...parts)).toBe(addAmounts(amount));
        const total = BigInt(given.reduce((sum, weight) => sum + weight, 0));
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part.replace('.', '')) * total - cents * BigInt(given[index]!);
          expect(off < total && off > -total).toBe(true);
        }
      }),
      { seed: 20261127 },
    );
  });
});

function decimal(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

import Big from 'big.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeExactSum } from './exact-sum';

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => new Big(digits.toString()).times(new Big(10).pow(-places)).toFixed());

it('an exact sum is that of big.js, whatever the digits and places', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 60 }), (amounts) => {
      const sum = makeExactSum();
      for (const each of amounts) sum.add(each);
      const expected = amounts.reduce((total, each) => total.plus(each), new Big(0));
      expect(sum.total().toFixed()).toBe(expected.toFixed());
      expect(sum.count()).toBe(amounts.length);
    }),
    { seed: 20261128 },
  );
});

it('an exact sum of very many amounts of fifteen digits is not rounded', () => {
  const sum = makeExactSum();
  for (let index = 0; index < 100_000; index++) sum.add('9999999999999.9');
  expect(sum.total().toFixed()).toBe('999999999999990000');
});

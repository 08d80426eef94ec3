import { describe, expect, it } from 'vitest';
import { inCurrencyOrder } from './currency-order';

describe('inCurrencyOrder', () => {
  it('puts the workspace’s own currency before the others', () => {
    const order = inCurrencyOrder({ USD: '1', EUR: '2', MGA: '3' }, 'MGA');
    expect(order.map(([currency]) => currency)).toEqual(['MGA', 'EUR', 'USD']);
  });
});

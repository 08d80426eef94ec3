import { describe, expect, it } from 'vitest';
import { addAmounts } from './money';
import { convert, type ExchangeRate, makeRateTable } from './rates';
import { splitAmount } from './split-amount';
import { sumConverted } from './sum-converted';

/** As the IMF publishes them. */
const euro: Record<number, string> = {
  2021: '0.8454941388904503',
  2022: '0.9496237531569409',
  2023: '0.9248395584706975',
};
const table = makeRateTable([
  ...Object.entries(euro).map(([year, perUsd]) => rate('EUR', 'U2', Number(year), perUsd)),
  rate('EUR', 'XK', 2021, '0.845493933423999'),
  rate('XOF', 'BJ', 2020, '574.294549649056'),
  rate('XOF', '7A', 2020, '575.586004510945'),
  rate('XDR', 'XDR', 2021, '0.701898'),
  rate('KES', 'KE', 2021, '109.637725'),
  rate('YDD', '1C_473', 1989, '9.76'),
  rate('YDD', '1C_459', 1989, '0.345395'),
]);
const budgets = [
  { amount: '972808.24', currency: 'EUR', valueDate: '2021-01-01' },
  { amount: '841844.68', currency: 'EUR', valueDate: '2022-01-01' },
  { amount: '1250215', currency: 'EUR', valueDate: '2023-01-01' },
];

function rate(currency: string, area: string, year: number, perUsd: string): ExchangeRate {
  return { currency, area, year, perUsd, source: 'IMF' };
}

describe('an amount in another currency', () => {
  it('is the amount by the average rate of its value date’s year, with rate, year and source', () => {
    expect(convert(budgets[0]!, 'USD', table)).toEqual({
      status: 'converted',
      amount: '1150579.52',
      rate: euro[2021],
      rateYear: 2021,
      source: 'IMF',
    });
  });

  it('is rounded half away from zero, each by itself', () => {
    const half = makeRateTable([rate('KES', 'KE', 2021, '100')]);
    const inDollars = (amount: string) =>
      convert({ amount, currency: 'KES', valueDate: '2021-05-04' }, 'USD', half);
    expect(inDollars('0.5')).toMatchObject({ amount: '0.01' });
    expect(inDollars('-0.5')).toMatchObject({ amount: '-0.01' });
    expect(inDollars('2.5')).toMatchObject({ amount: '0.03' });
    expect(inDollars('0.49')).toMatchObject({ amount: '0.00' });
  });

  it('takes the rate of the union where its members’ rates differ', () => {
    const franc = { amount: '575586.004510945', currency: 'XOF', valueDate: '2020-12-31' };
    expect(convert(franc, 'USD', table)).toMatchObject({ amount: '1000.00', rate: '575.586004510945' });
  });

  it('is not guessed where areas differ and none issues the currency', () => {
    const dinar = { amount: '1', currency: 'YDD', valueDate: '1989-01-01' };
    expect(convert(dinar, 'USD', table)).toEqual({ status: 'not_converted', reason: 'rates_differ' });
  });

  it('covers special drawing rights, and goes through the dollar to any other currency', () => {
    const drawing = { amount: '701.898', currency: 'XDR', valueDate: '2021-06-30' };
    expect(convert(drawing, 'USD', table)).toMatchObject({ amount: '1000.00' });
    expect(convert(drawing, 'KES', table)).toMatchObject({ amount: '109637.73', rate: '0.006401975233' });
  });

  it('stays exact in its own currency, and dollars need no table', () => {
    const own = { amount: '1.005', currency: 'USD', valueDate: '2031-01-01' };
    expect(convert(own, 'USD', makeRateTable([]))).toMatchObject({ status: 'converted', amount: '1.005' });
  });

  it('without a rate is not converted, and says why', () => {
    const reasonOf = (currency: string, valueDate: string | null) =>
      convert({ amount: '1', currency, valueDate }, 'USD', table);
    expect(reasonOf('EUR', '2025-01-01')).toEqual({ status: 'not_converted', reason: 'no_rate_for_year' });
    expect(reasonOf('EUX', '2021-01-01')).toEqual({ status: 'not_converted', reason: 'unknown_currency' });
    expect(reasonOf('EUR', null)).toEqual({ status: 'not_converted', reason: 'no_value_date' });
  });
});

describe('a total in another currency', () => {
  it('adds up to what its rows show: the three budgets of Acción contra el Hambre in Kenya', () => {
    expect(addAmounts(...budgets.map(({ amount }) => amount))).toBe('3064867.92');
    const sum = sumConverted(budgets, 'USD', table);
    expect(sum).toMatchObject({ total: '3388901.17', convertedCount: 3, notConverted: [] });
    // Sectors of a quarter each, rounded one by one, would add up to 3,388,901.16.
    const sectors = splitAmount(sum.total ?? '', ['25', '25', '25', '25']);
    expect(addAmounts(...sectors)).toBe('3388901.17');
  });

  it('counts and lists what it leaves out, in the original currencies', () => {
    const late = { id: 'late', amount: '10', currency: 'EUR', valueDate: '2025-02-01' };
    const unknown = { id: 'unknown', amount: '-7.5', currency: 'ZZZ', valueDate: '2021-02-01' };
    const sum = sumConverted([...budgets, late, unknown], 'USD', table);
    expect(sum).toMatchObject({ total: '3388901.17', convertedCount: 3 });
    expect(sum.notConverted).toEqual([
      { item: late, reason: 'no_rate_for_year' },
      { item: unknown, reason: 'unknown_currency' },
    ]);
    expect(sum.notConvertedSums).toEqual({ EUR: '10', ZZZ: '-7.5' });
  });

  it('of nothing is zero, but of amounts that could not be converted it is unknown', () => {
    expect(sumConverted([], 'USD', table).total).toBe('0');
    const unknown = { amount: '5', currency: 'ZZZ', valueDate: '2021-01-01' };
    expect(sumConverted([unknown], 'USD', table).total).toBeNull();
  });
});

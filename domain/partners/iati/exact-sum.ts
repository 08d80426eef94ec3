import Big from 'big.js';

export interface ExactSum {
  add(amount: string): void;
  count(): number;
  total(): Big;
}

/** A sum this small plus an amount of fifteen digits is still a whole number that a float holds exactly. */
const safe = 2 ** 52;

/**
 * Adds decimals exactly, and fast: those of up to fifteen digits are gathered as whole numbers by their number of
 * decimal places, and handed to big.js before they could be rounded.
 */
export function makeExactSum(): ExactSum {
  let total = new Big(0);
  let count = 0;
  const whole: number[] = [];

  function settle(places: number): void {
    total = total.plus(new Big(whole[places] ?? 0).times(new Big(10).pow(-places)));
    whole[places] = 0;
  }

  return {
    add(amount) {
      count++;
      const point = amount.indexOf('.');
      if (amount.length > 15) {
        total = total.plus(amount);
        return;
      }
      const places = point < 0 ? 0 : amount.length - point - 1;
      const digits = point < 0 ? amount : amount.slice(0, point) + amount.slice(point + 1);
      const sum = (whole[places] ?? 0) + Number(digits);
      whole[places] = sum;
      if (sum > safe || sum < -safe) settle(places);
    },
    count: () => count,
    total() {
      for (let places = 0; places < whole.length; places++) settle(places);
      return total;
    },
  };
}

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

  function addWhole(places: number, digits: number): void {
    const sum = (whole[places] ?? 0) + digits;
    whole[places] = sum;
    if (sum > safe || sum < -safe) settle(places);
  }

  function settle(places: number): void {
    total = total.plus(new Big(whole[places] ?? 0).times(new Big(10).pow(-places)));
    whole[places] = 0;
  }

  return {
    add(amount) {
      count++;
      if (amount.length > 15) {
        total = total.plus(amount);
        return;
      }
      const isNegative = amount.startsWith('-');
      let [digits, places] = [0, -1];
      for (let i = isNegative ? 1 : 0; i < amount.length; i++) {
        const code = amount.charCodeAt(i);
        if (code === 0x2e) {
          places = 0;
          continue;
        }
        digits = digits * 10 + (code - 0x30);
        if (places >= 0) places++;
      }
      addWhole(Math.max(0, places), isNegative ? -digits : digits);
    },
    count: () => count,
    total() {
      for (let places = 0; places < whole.length; places++) settle(places);
      return total;
    },
  };
}

/**
 * Whose rate counts for a currency that several countries use, by the area codes of the IMF. Members of a union are
 * published one by one and sometimes differ: Benin's XOF of 2020 is 574.29 where the union's is 575.59; Kosovo and
 * Montenegro have euro rates of their own.
 */
export const issuingAreas: Readonly<Record<string, string>> = {
  AUD: 'AU',
  CHF: 'CH',
  DKK: 'DK',
  EUR: 'U2',
  FRF: 'FR',
  GBP: 'GB',
  ITL: 'IT',
  NLG: 'NL',
  USD: 'US',
  XAF: '5X',
  XCD: '5Y',
  XOF: '7A',
  XPF: 'PF',
  ZAR: 'ZA',
};

/**
 * Countries that the IMF's table files under another currency than the one its rate is of: Haiti's 131.81 to the
 * dollar is of gourdes, though the column says USD. Read as written, it would be an error of two orders.
 */
export const ownCurrencies: Readonly<Record<string, string>> = {
  HT: 'HTG',
  LS: 'LSL',
  NA: 'NAD',
  PA: 'PAB',
  UY: 'UYU',
};

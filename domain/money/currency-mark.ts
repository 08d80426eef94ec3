/**
 * The currency written beside an amount. `mark` is the text as found ("US$", "FCFA") or null when there was none;
 * `currency` its ISO code, or null where the mark stands for several: "$", and "FCFA" (XOF in the west, XAF in the
 * centre of Africa). It is never guessed from the country.
 */
export interface CurrencyMark {
  currency: string | null;
  mark: string | null;
}

const marks: Record<string, string | null> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': null,
  $: null,
  us$: 'USD',
  $us: 'USD',
  ar: 'MGA',
  ariary: 'MGA',
  fbu: 'BIF',
  fcfa: null,
  'f cfa': null,
  cfa: null,
  euro: 'EUR',
  euros: 'EUR',
  ksh: 'KES',
  ush: 'UGX',
};

const words = [
  ...Object.keys(marks).sort((a, b) => b.length - a.length),
  ...Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()),
].map((word) => word.replace(/[$]/g, '\\$&'));
const before = new RegExp(`^(${words.join('|')})(?![\\p{L}$])\\s*`, 'iu');
const after = new RegExp(`(?<![\\p{L}$])\\s*(?<![\\p{L}$])(${words.join('|')})$`, 'iu');

/** Takes the currency off either end; null when each end names one, or nothing is left. */
export function takeCurrency(text: string): (CurrencyMark & { rest: string }) | null {
  if (/^[\d\s.,'’]*$/.test(text)) return { rest: text, currency: null, mark: null };
  const leading = before.exec(text);
  const trailing = after.exec(text);
  if (leading && trailing) return null;
  const found = leading ?? trailing;
  if (!found) return { rest: text, currency: null, mark: null };
  const mark = found[1] ?? '';
  const rest = (leading ? text.slice(found[0].length) : text.slice(0, found.index)).trim();
  return { rest, currency: currencyOf(mark), mark };
}

function currencyOf(mark: string): string | null {
  const known = marks[mark.toLowerCase()];
  return known === undefined ? mark.toUpperCase() : known;
}

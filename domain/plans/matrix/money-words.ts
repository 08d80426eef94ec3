import { fold } from './table';

/** Currencies as people write them; "dollar" alone is the US one, the only dollar of these plans. */
const words: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/\b(ariary|ar|mga)\b/, 'MGA'],
  [/\b(usd|us ?\$|dollars?|dolares)\b|\$/, 'USD'],
  [/\b(eur|euros?)\b|€/, 'EUR'],
  [/\b(xof|f ?cfa|cfa)\b/, 'XOF'],
  [/\bxaf\b/, 'XAF'],
  [/\b(fbu|bif|francs? burundais)\b/, 'BIF'],
  [/\b(ksh|kes)\b/, 'KES'],
  [/\b(chf|francs? suisses?)\b/, 'CHF'],
  [/\b(gbp|pounds?)\b/, 'GBP'],
];

const isoCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The ISO 4217 code named in a header or cell ("en milliers d'Ariary", "USD 25,000"), or ''. */
export function currencyIn(text: string): string {
  // Alone or in brackets, also a code that is a common word is meant: "Costo 2026 (PEN)".
  const alone = /^\s*([A-Z]{3})\s*$|[([]([A-Z]{3})[)\]]/.exec(text);
  const [, whole = '', inBrackets = whole] = alone ?? [];
  if (isoCodes.has(inBrackets)) return inBrackets;
  const code = text.match(/\b[A-Z]{3}\b/g)?.find((word) => isoCodes.has(word) && !notMoney.has(word));
  if (code) return code;
  const folded = fold(text);
  return words.find(([pattern]) => pattern.test(folded))?.[1] ?? '';
}

/** Codes that are also common words of headings written in capitals. */
const notMoney = new Set(['ALL', 'TOP', 'MOP', 'SOS', 'PEN', 'COP', 'CUP']);

const decimalText = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * Amounts are decimal text and stay so: Intl rounds a string exactly, where a float would already have lost digits.
 * Text that is no decimal number is shown as it was typed.
 */
export function moneyFormats(locale: string) {
  const known = new Map<string, Intl.NumberFormat>();
  const formatter = (key: string, options: Intl.NumberFormatOptions) => {
    const made = known.get(key) ?? new Intl.NumberFormat(locale, options);
    known.set(key, made);
    return made;
  };

  // Asking Intl takes longer than formatting.
  const usualByCurrency = new Map<string, number>();
  function usualDigits(currency: string): number {
    const options = { style: 'currency', currency } as const;
    const digits =
      usualByCurrency.get(currency) ??
      new Intl.NumberFormat(locale, options).resolvedOptions().maximumFractionDigits ??
      2;
    usualByCurrency.set(currency, digits);
    return digits;
  }

  function decimal(text: string): string {
    if (!decimalText.test(text)) return text;
    const digits = fractionDigits(text);
    const format = formatter(`d${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return format.format(text as Intl.StringNumericLiteral);
  }

  /** "1250000.5" in USD is "USD 1,250,000.50": every digit kept, the code rather than an ambiguous sign. */
  function money(text: string, currency: string): string {
    if (!decimalText.test(text)) return `${text} ${currency}`.trim();
    if (!isCurrency(currency)) return `${decimal(text)} ${currency}`.trim();
    const digits = fractionDigits(text);
    const usual = usualDigits(currency);
    const shown = digits === 0 ? 0 : Math.max(digits, usual);
    const format = formatter(`m${currency}${shown}`, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    });
    return format.format(text as Intl.StringNumericLiteral);
  }

  /** "USD 1,250,001": in whole units, for sums; less than one unit keeps its digits, so that it does not look like nothing. */
  function moneyWhole(text: string, currency: string): string {
    if (!decimalText.test(text) || !isCurrency(currency) || Math.abs(Number(text)) < 1)
      return money(text, currency);
    const format = formatter(`w${currency}`, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      maximumFractionDigits: 0,
    });
    return format.format(text as Intl.StringNumericLiteral);
  }

  /** "USD 1.3M": for headlines and charts, with the exact amount one step away. */
  function moneyCompact(text: string, currency: string): string {
    if (!decimalText.test(text) || !isCurrency(currency)) return money(text, currency);
    const format = formatter(`c${currency}`, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
    return format.format(text as Intl.StringNumericLiteral);
  }

  return { decimal, money, moneyWhole, moneyCompact };
}

/** Zeros that say nothing are left out only when they are all there is: 12.00 is 12, 12.50 stays 12.50. */
function fractionDigits(text: string): number {
  const fraction = text.split('.')[1] ?? '';
  return /[1-9]/.test(fraction) ? Math.min(fraction.length, 20) : 0;
}

function isCurrency(code: string): boolean {
  return /^[A-Za-z]{3}$/.test(code);
}

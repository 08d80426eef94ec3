import { useFormat } from '#app/i18n/format';

export interface MoneyProps {
  /** Decimal text, exactly as stored. */
  amount: string;
  currency: string;
  /** Rounded for the eye; the exact amount is in the title. */
  isCompact?: boolean;
  /** In whole units, as sums are; the exact amount is in the title. */
  isWhole?: boolean;
}

export function Money({ amount, currency, isCompact = false, isWhole = false }: MoneyProps) {
  const { money, moneyWhole, moneyCompact } = useFormat();
  const exact = money(amount, currency);
  if (!isCompact && !isWhole) return <span className="numeric">{exact}</span>;
  return (
    <span className="numeric" title={exact}>
      {(isCompact ? moneyCompact : moneyWhole)(amount, currency)}
    </span>
  );
}

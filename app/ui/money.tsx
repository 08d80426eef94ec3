import { useFormat } from '#app/i18n/format';

export interface MoneyProps {
  /** Decimal text, exactly as stored. */
  amount: string;
  currency: string;
  /** Rounded for the eye; the exact amount is in the title. */
  isCompact?: boolean;
}

export function Money({ amount, currency, isCompact = false }: MoneyProps) {
  const { money, moneyCompact } = useFormat();
  const exact = money(amount, currency);
  if (!isCompact) return <span className="numeric">{exact}</span>;
  return (
    <span className="numeric" title={exact}>
      {moneyCompact(amount, currency)}
    </span>
  );
}

import { useFormat } from '#app/i18n/format';
import { isBeyondCosts, useGapWords } from './gap-words';
import { Money } from './money';

/** What is missing in a currency, rounded for the eye; or how far funding goes beyond the costs in it. */
export function Gap({ amount, currency }: { amount: string; currency: string }) {
  const { money, moneyCompact } = useFormat();
  const words = useGapWords();
  if (!isBeyondCosts(amount)) return <Money amount={amount} currency={currency} isCompact />;
  return (
    <span className="gap-beyond" title={words(amount, (exact) => money(exact, currency))}>
      {words(amount, (exact) => moneyCompact(exact, currency))}
    </span>
  );
}

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** A gap below nothing is money beyond the costs, and is said so: nobody should have to read a negative gap. */
export function useGapWords(): (gap: string, write: (amount: string) => string) => string {
  const { t } = useTranslation('ui');
  return useCallback(
    (gap, write) => (isBeyondCosts(gap) ? t('beyondCosts', { amount: write(gap.slice(1)) }) : write(gap)),
    [t],
  );
}

export function isBeyondCosts(gap: string): boolean {
  return gap.startsWith('-');
}

import type { MoneyChoice } from './money-choice';

/** The year that an address asks for, calendar or fiscal as the figures are shown. */
export function yearFilterOf(
  filter: { year: number | null; fiscalYear: string | null },
  { isFiscal }: MoneyChoice,
): { year: number | null; fiscalYear: string | null } {
  return isFiscal ? { year: null, fiscalYear: filter.fiscalYear } : { year: filter.year, fiscalYear: null };
}

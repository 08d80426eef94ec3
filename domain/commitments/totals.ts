import type { InstitutionId } from '../ids';
import type { Theme } from '../themes';
import type { FactPart } from './cut-fact';
import type { FactKind } from './kinds';

/** By what a row of totals is, beside kind, year, fiscal year and currency. */
export const totalGrains = ['country', 'partner', 'partner_theme', 'country_partner'] as const;
export type TotalGrain = (typeof totalGrains)[number];

/** The year of a row that is of all years together, so that a page need not add them up. */
export const allYears = -1;

export interface TotalKey {
  grain: TotalGrain;
  /** '' where the grain is not by it. */
  partnerId: InstitutionId | '';
  country: string;
  theme: Theme | '';
  kind: FactKind;
  year: number;
  fiscalYearStart: string;
  currency: string;
}

export type CountedPart = FactPart & { kind: FactKind; partnerId: InstitutionId; currency: string };

/** The rows of totals that a part is counted in: one of its year and one of all years, for each grain. */
export function totalsOf(part: CountedPart): TotalKey[] {
  const { partnerId, country, theme, kind, year, currency } = part;
  const by: Pick<TotalKey, 'grain' | 'partnerId' | 'country' | 'theme'>[] = [
    { grain: 'country', partnerId: '', country, theme: '' },
    { grain: 'partner', partnerId, country: '', theme: '' },
    { grain: 'partner_theme', partnerId, country: '', theme },
    { grain: 'country_partner', partnerId, country, theme: '' },
  ];
  const fiscalYearStart = part.fiscalYearStart ?? '';
  return by.flatMap((key) => [
    { ...key, kind, year, fiscalYearStart, currency },
    { ...key, kind, year: allYears, fiscalYearStart: '', currency },
  ]);
}

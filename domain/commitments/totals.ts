import type { InstitutionId } from '../ids';
import type { Theme } from '../themes';
import type { FactPart } from './cut-fact';
import type { FactKind } from './kinds';

/** By what a row of totals is, beside kind, year, fiscal year and currency. */
export const totalGrains = ['country', 'theme', 'partner_theme', 'country_partner'] as const;
export type TotalGrain = (typeof totalGrains)[number];

/** By which of these the rows of a grain are; in the others they have ''. */
export const columnsOfGrain: Record<TotalGrain, readonly ('country' | 'partnerId' | 'theme')[]> = {
  country: ['country'],
  theme: ['theme'],
  partner_theme: ['partnerId', 'theme'],
  country_partner: ['country', 'partnerId'],
};

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

/**
 * The rows of totals that a part is counted in. What is by partner has many rows, so it is kept for all years together
 * as well; of a country or a theme there are few.
 */
export function totalsOf(part: CountedPart): TotalKey[] {
  const { partnerId, country, theme, kind, year, currency } = part;
  const fiscalYearStart = part.fiscalYearStart ?? '';
  const ofYear = { kind, year, fiscalYearStart, currency };
  const ofAll = { kind, year: allYears, fiscalYearStart: '', currency };
  return [
    { grain: 'country', partnerId: '', country, theme: '', ...ofYear },
    { grain: 'theme', partnerId: '', country: '', theme, ...ofYear },
    { grain: 'partner_theme', partnerId, country: '', theme, ...ofYear },
    { grain: 'partner_theme', partnerId, country: '', theme, ...ofAll },
    { grain: 'country_partner', partnerId, country, theme: '', ...ofYear },
    { grain: 'country_partner', partnerId, country, theme: '', ...ofAll },
  ];
}

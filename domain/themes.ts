/** What plans, mandates and commitments are about: social health protection and health financing. */
export const themes = [
  'revenue_raising',
  'pooling',
  'strategic_purchasing',
  'benefit_package',
  'coverage_extension',
  'maternity_protection',
  'sickness_benefits',
  'community_insurance',
  'national_health_insurance',
  'tax_funded_services',
  'financial_protection',
  'tuberculosis',
  'hiv',
  'epidemics',
  'climate',
  'governance',
  'legal_framework',
  'information_systems',
  'actuarial',
  'capacity_building',
  'social_dialogue',
] as const;
export type Theme = (typeof themes)[number];

/** The theme that a DAC five-digit purpose code speaks of where one fits; commitments are filed by it. */
const themeOfSector: Readonly<Record<string, Theme>> = {
  '12110': 'governance',
  '12220': 'benefit_package',
  '12250': 'epidemics',
  '12263': 'tuberculosis',
  '12264': 'epidemics',
  '12281': 'capacity_building',
  '13020': 'maternity_protection',
  '13040': 'hiv',
  '13081': 'capacity_building',
  '15114': 'revenue_raising',
  '16010': 'coverage_extension',
  '16011': 'governance',
  '16012': 'coverage_extension',
  '16062': 'information_systems',
  '16064': 'hiv',
};

/** Null where no theme fits: such money is shown as having none, never dropped. */
export function themeOf(sectorCode: string): Theme | null {
  return themeOfSector[sectorCode] ?? null;
}

export function isTheme(value: unknown): value is Theme {
  return themes.includes(value as Theme);
}

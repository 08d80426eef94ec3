import type { InstitutionKind } from '#domain/institutions/kinds';

export interface SampleInstitution {
  id: string;
  kind: InstitutionKind;
  acronym: string;
  name: string;
}

export const sampleInstitutions: readonly SampleInstitution[] = [
  { id: 'minsanp', kind: 'ministry', acronym: 'MINSANP', name: 'Ministère de la Santé publique' },
  { id: 'cnaps', kind: 'social_security', acronym: 'CNaPS', name: 'Caisse nationale de prévoyance sociale' },
  { id: 'oms', kind: 'agency', acronym: 'OMS', name: 'Organisation mondiale de la Santé' },
  { id: 'bm', kind: 'bank', acronym: 'BM', name: 'Banque mondiale' },
  { id: 'fm', kind: 'fund', acronym: 'FM', name: 'Fonds mondial' },
  { id: 'comaresi', kind: 'ngo', acronym: '', name: 'Plateforme de la société civile pour la santé' },
  { id: 'ctm', kind: 'union', acronym: 'CTM', name: 'Conférence des travailleurs malgaches' },
  { id: 'gem', kind: 'employers', acronym: 'GEM', name: 'Groupement des entreprises' },
  { id: 'ua', kind: 'university', acronym: 'UA', name: 'Université d’Antananarivo' },
];

export const sampleCosts = ['12500000000.50', '845000000', '96400000', '1200'];

export const sampleYears = [
  { start: '2025-07-01', end: '2026-06-30', secured: 42, partly: 18, gap: 20 },
  { start: '2026-07-01', end: '2027-06-30', secured: 31, partly: 25, gap: 34 },
  { start: '2027-07-01', end: '2028-06-30', secured: 12, partly: 20, gap: 61 },
];

import type { DemoActivity } from './types';

/** Plausible figures, written for the demo; none is quoted from a document. */
export const burundiCommitments: DemoActivity[] = [
  {
    acronym: 'OIT',
    title: 'Feuille de route de la protection sociale en santé',
    status: '2',
    startsOn: '2024-07-01',
    endsOn: '2027-06-30',
    instrument: 'technical_assistance',
    isOnPlan: true,
    countries: ['BI'],
    sectors: ['16011'],
    facts: [
      ['committed', '920000', 'USD', '2024-07-08'],
      ['spent', '288400', 'USD', '2024-07-01', '2025-06-30'],
      ['budget', '310000', 'USD', '2025-07-01', '2026-06-30'],
    ],
  },
  {
    acronym: 'BM',
    title: 'Financement fondé sur la performance et gratuité ciblée',
    status: '2',
    startsOn: '2023-01-01',
    endsOn: '2027-12-31',
    instrument: 'grant',
    isOnPlan: true,
    isOnBudget: true,
    isOnTreasury: true,
    countries: ['BI'],
    sectors: ['12220 80', '13020 20'],
    facts: [
      ['committed', '75000000', 'USD', '2023-01-30'],
      ['disbursed', '14200000', 'USD', '2024-01-25'],
      ['disbursed', '15850000', 'USD', '2025-02-19'],
      ['planned', '16000000', 'USD', '2026-01-01', '2026-12-31'],
      ['spent', '41300000000', 'BIF', '2024-01-01', '2024-12-31'],
    ],
  },
];

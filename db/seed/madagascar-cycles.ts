import type { DemoBudgetStep, DemoCycle } from './cycle-types';

const example = 'Exemple de démonstration';
const toConfirm = 'Usage courant, à confirmer par le ministère chargé des finances';

/** What is public of the great funds' periods; amounts and the dates of the strategies are examples. */
export const madagascarCycles: DemoCycle[] = [
  {
    partner: 'FM',
    kind: 'allocation',
    name: 'GC7 (2023–2025)',
    periodStart: '2023-01-01',
    periodEnd: '2025-12-31',
    note: 'Septième cycle de subvention : période d’allocation de trois ans.',
    events: [
      {
        kind: 'start',
        date: '2023-01-01',
        state: 'confirmed',
        source: 'Fonds mondial, politique d’allocation',
      },
      {
        kind: 'end',
        date: '2025-12-31',
        state: 'confirmed',
        source: 'Fonds mondial, politique d’allocation',
      },
    ],
    envelopes: [
      { theme: 'tuberculosis', status: 'committed', amount: '18500000', currency: 'USD', source: example },
      { theme: 'hiv', status: 'committed', amount: '9200000', currency: 'USD', source: example },
    ],
  },
  {
    partner: 'FM',
    kind: 'allocation',
    name: 'GC8 (2026–2028)',
    periodStart: '2026-01-01',
    periodEnd: '2028-12-31',
    predecessor: 'GC7 (2023–2025)',
    note: 'Les subventions sont signées environ un mois avant la fin de celles en cours.',
    events: [
      {
        kind: 'allocation_letter',
        date: '2026-03-01',
        precision: 'month',
        state: 'confirmed',
        source: 'Fonds mondial : lettres à partir de mars 2026',
      },
      { kind: 'window_opens', title: 'Fenêtre 1', date: '2027-02-01', state: 'indicative', source: example },
      {
        kind: 'window_closes',
        title: 'Fenêtre 1',
        date: '2027-03-22',
        state: 'indicative',
        source: example,
        revisions: [
          { date: '2027-04-19', state: 'changed', reason: 'Calendrier du secrétariat révisé (exemple)' },
        ],
      },
      {
        kind: 'review',
        title: 'Fenêtre 1',
        date: '2027-05-01',
        precision: 'month',
        state: 'indicative',
        source: example,
      },
      { kind: 'decision', date: '2027-07-01', precision: 'quarter', state: 'indicative', source: example },
      {
        kind: 'signature_target',
        date: '2027-11-01',
        precision: 'month',
        state: 'indicative',
        source: 'Un mois environ avant la fin des subventions en cours (exemple)',
      },
    ],
    envelopes: [
      { theme: 'tuberculosis', status: 'indicative', amount: '16000000', currency: 'USD', source: example },
      { theme: 'hiv', status: 'indicative', amount: '8750000.50', currency: 'USD', source: example },
    ],
  },
  {
    partner: 'Gavi',
    kind: 'strategy',
    name: 'Gavi 6.0 (2026–2030)',
    periodStart: '2026-01-01',
    periodEnd: '2030-12-31',
    events: [
      { kind: 'start', date: '2026-01-01', state: 'confirmed', source: 'Gavi, stratégie 2026–2030' },
      {
        kind: 'review',
        title: 'Revue à mi-parcours',
        date: '2028-04-01',
        precision: 'quarter',
        state: 'indicative',
        source: example,
      },
    ],
  },
  {
    partner: 'BM',
    kind: 'replenishment',
    name: 'IDA21 (exercices 2026–2028)',
    periodStart: '2025-07-01',
    periodEnd: '2028-06-30',
    fiscalStartMonth: 7,
    note: 'L’exercice de la Banque commence le 1er juillet.',
    events: [
      {
        kind: 'start',
        date: '2025-07-01',
        state: 'confirmed',
        source: 'IDA, vingt et unième reconstitution',
      },
      { kind: 'end', date: '2028-06-30', state: 'confirmed', source: 'IDA, vingt et unième reconstitution' },
    ],
    envelopes: [{ theme: null, status: 'indicative', amount: '60000000', currency: 'XDR', source: example }],
  },
  {
    partner: 'GIZ',
    kind: 'strategy',
    name: 'Appui à la protection sociale en santé',
    periodStart: '2026-01-01',
    periodEnd: '2029-12-31',
    events: [],
    rule: {
      firstOpens: '2026-09-01',
      until: '2028-12-31',
      everyMonths: 12,
      closesAfterDays: 42,
      reviewAfterDays: 30,
      decisionAfterDays: 90,
      title: 'Appel annuel (exemple)',
    },
    envelopes: [
      {
        theme: 'community_insurance',
        status: 'committed',
        amount: '4200000',
        currency: 'EUR',
        source: example,
      },
    ],
  },
  {
    partner: 'OIT',
    kind: 'strategy',
    name: 'Programme et budget 2026–2027',
    periodStart: '2026-01-01',
    periodEnd: '2027-12-31',
    events: [
      {
        kind: 'decision',
        title: 'Programme et budget 2028–2029',
        date: '2027-06-01',
        precision: 'month',
        state: 'indicative',
        source: 'Conférence internationale du Travail, à confirmer',
      },
    ],
  },
];

/** The fiscal year is the calendar year. */
export const madagascarBudget: DemoBudgetStep[] = [
  { kind: 'year_start', date: '2000-01-01', state: 'confirmed', source: 'L’exercice suit l’année civile' },
  { kind: 'circular', date: '2024-05-01', precision: 'month', state: 'indicative', source: toConfirm },
  { kind: 'hearings', date: '2024-07-01', precision: 'quarter', state: 'indicative', source: toConfirm },
  { kind: 'estimates', date: '2024-10-01', precision: 'month', state: 'indicative', source: toConfirm },
  { kind: 'appropriation', date: '2024-12-01', precision: 'month', state: 'indicative', source: toConfirm },
  { kind: 'mid_year_review', date: '2024-07-01', precision: 'month', state: 'indicative', source: toConfirm },
];

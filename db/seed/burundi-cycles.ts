import type { DemoBudgetStep, DemoCycle, DemoCycleEvent } from './cycle-types';

const first = 'Fonds mondial, calendrier des fenêtres 2020';
const reissued = 'Fonds mondial, calendrier réémis en 2020';
const why = 'Le calendrier a été réémis : les fenêtres 2 et 3 ont été scindées';

const closing = (title: string, date: string, source: string): DemoCycleEvent => ({
  kind: 'window_closes',
  title,
  date,
  state: 'confirmed',
  source,
});
const review = (title: string, date: string): DemoCycleEvent => ({
  ...closing(title, date, first),
  kind: 'review',
});

/** The windows of 2020, which were re-issued during the year: the first dates stay on record. */
export const burundiCycles: DemoCycle[] = [
  {
    partner: 'FM',
    kind: 'allocation',
    name: 'Période d’allocation 2020–2022',
    periodStart: '2020-01-01',
    periodEnd: '2022-12-31',
    events: [
      closing('Fenêtre 1', '2020-03-23', first),
      review('Fenêtre 1', '2020-04-27'),
      closing('Fenêtre 2a', '2020-04-30', reissued),
      {
        ...closing('Fenêtre 2', '2020-05-25', first),
        revisions: [{ title: 'Fenêtre 2b', date: '2020-05-31', state: 'changed', reason: why }],
      },
      review('Fenêtre 2', '2020-06-29'),
      closing('Fenêtre 2c', '2020-06-30', reissued),
      closing('Fenêtre 3a', '2020-07-31', reissued),
      {
        ...closing('Fenêtre 3', '2020-08-31', first),
        revisions: [{ title: 'Fenêtre 3b', date: '2020-08-31', state: 'changed', reason: why }],
      },
      review('Fenêtre 3', '2020-10-05'),
    ],
  },
];

const toConfirm = 'Usage courant, à confirmer par le ministère chargé des finances';

/** January to December until 2017, an interim half-year, July to June since 1 July 2018. */
export const burundiBudget: DemoBudgetStep[] = [
  {
    kind: 'year_start',
    date: '2000-01-01',
    state: 'confirmed',
    source: 'Exercice de janvier à décembre ; de janvier à juin en 2018',
    lastYear: 2018,
  },
  { kind: 'year_start', date: '2018-07-01', state: 'confirmed', source: 'Exercice de juillet à juin' },
  { kind: 'circular', date: '2018-11-01', precision: 'month', state: 'indicative', source: toConfirm },
  { kind: 'estimates', date: '2019-04-01', precision: 'month', state: 'indicative', source: toConfirm },
  { kind: 'appropriation', date: '2019-06-01', precision: 'month', state: 'indicative', source: toConfirm },
];

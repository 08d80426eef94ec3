import { burundiActions } from './burundi-actions';
import { burundiCommitments } from './burundi-commitments';
import { burundiBudget, burundiCycles } from './burundi-cycles';
import { partners } from './partners';
import type { DemoInstitution, DemoWorkspace } from './types';

const inBurundi = new Set(['OIT', 'OMS', 'BM', 'GIZ', 'FM', 'UNICEF']);

const burundiInstitutions: DemoInstitution[] = [
  {
    acronym: 'MSPLS',
    kind: 'ministry',
    country: 'BI',
    en: 'Ministry of Public Health and the Fight against AIDS',
    fr: 'Ministère de la Santé publique et de la Lutte contre le sida',
    es: 'Ministerio de Salud Pública y Lucha contra el Sida',
  },
  {
    acronym: 'MFBPE',
    kind: 'ministry',
    country: 'BI',
    en: 'Ministry of Finance, Budget and Economic Planning',
    fr: 'Ministère des Finances, du Budget et de la Planification économique',
    es: 'Ministerio de Finanzas, Presupuesto y Planificación Económica',
  },
  {
    acronym: 'MSNASDPHG',
    kind: 'ministry',
    country: 'BI',
    en: 'Ministry of National Solidarity, Social Affairs and Human Rights',
    fr: 'Ministère de la Solidarité nationale, des Affaires sociales et des Droits de la personne humaine',
    es: 'Ministerio de Solidaridad Nacional, Asuntos Sociales y Derechos Humanos',
  },
  {
    acronym: 'INSS',
    kind: 'social_security',
    country: 'BI',
    en: 'National Social Security Institute',
    fr: 'Institut national de sécurité sociale',
    es: 'Instituto Nacional de Seguridad Social',
  },
  {
    acronym: 'FENACOBU',
    kind: 'union',
    country: 'BI',
    en: 'National Federation of Cooperatives of Burundi',
    fr: 'Fédération nationale des coopératives du Burundi',
    es: 'Federación Nacional de Cooperativas de Burundi',
  },
];

/** Fiscal years from July to June since 1 July 2018; from January to December before. */
export const burundi: DemoWorkspace = {
  slug: 'bdi',
  name: 'Burundi',
  country: 'BI',
  currency: 'BIF',
  languages: ['fr', 'en'],
  calendars: [
    { appliesFrom: '2000-01-01', startMonth: 1, startDay: 1 },
    { appliesFrom: '2018-07-01', startMonth: 7, startDay: 1 },
  ],
  institutions: [...burundiInstitutions, ...partners.filter(({ acronym }) => inBurundi.has(acronym))],
  people: [
    {
      email: 'planning@mspls.example',
      name: 'Planning, Ministry of Public Health (Burundi)',
      language: 'fr',
      memberships: [{ acronym: 'MSPLS', role: 'convenor', canInvite: true }],
    },
    {
      email: 'social.protection@ilo.example',
      name: 'Social protection, ILO',
      language: 'en',
      memberships: [{ acronym: 'OIT', role: 'drafter', canInvite: true }],
    },
  ],
  cycles: burundiCycles,
  budget: burundiBudget,
  partners: [],
  proposals: [],
  commitments: burundiCommitments,
  plan: {
    title: 'Plan opérationnel de la couverture sanitaire universelle, exercices 2026/27 à 2029/30',
    startYear: 2026,
    endYear: 2029,
    narrative: [
      { heading: 2, text: 'Contexte' },
      {
        paragraph:
          'La gratuité des soins pour les enfants de moins de cinq ans et les accouchements, le financement basé sur la performance et la carte d’assistance médicale forment le socle de la protection sociale en santé. Le présent plan les consolide et prépare un régime obligatoire.',
      },
      { heading: 2, text: 'Calendrier budgétaire' },
      {
        paragraph:
          'L’exercice budgétaire court du 1er juillet au 30 juin depuis le 1er juillet 2018. Tous les montants du plan sont présentés par exercice, avec ses dates.',
      },
    ],
    objectives: [
      { key: '1', parent: null, level: 'orientation', title: 'Protéger les ménages' },
      { key: '1.A', parent: '1', level: 'axis', title: 'Couverture' },
      { key: '1.1', parent: '1.A', level: 'objective', title: 'Consolider les régimes non contributifs' },
      {
        key: '1.2',
        parent: '1.A',
        level: 'objective',
        title: 'Organiser la couverture de l’économie informelle',
      },
      { key: '2', parent: null, level: 'orientation', title: 'Améliorer l’offre et son financement' },
      { key: '2.A', parent: '2', level: 'axis', title: 'Services et information' },
      {
        key: '2.1',
        parent: '2.A',
        level: 'objective',
        title: 'Équiper et financer les formations sanitaires',
      },
      { key: '2.2', parent: '2.A', level: 'objective', title: 'Piloter par l’information' },
    ],
    actions: burundiActions,
  },
};

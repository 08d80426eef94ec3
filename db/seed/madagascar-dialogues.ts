import type { DemoDialogue } from './types';

/** Invented for the demo: one dialogue that was held last month, one that is being prepared. */
export const madagascarDialogues: DemoDialogue[] = [
  {
    title: 'Partage des coûts des soins de santé primaires',
    type: 'technical_dialogue',
    purpose:
      'S’accorder sur la part que l’État, la CNaPS et les partenaires prennent dans le financement des soins de santé primaires des ménages indigents en 2027.',
    place: 'Antananarivo, salle de conférence du ministère de la Santé publique',
    daysFromToday: -31,
    time: '09:00',
    items: [
      {
        title: 'Exécution budgétaire du premier semestre',
        purpose: 'information',
        presenter: 'MEF, direction du budget',
        plannedMinutes: 20,
        confidentiality: 'public',
        speakers: [
          { acronym: 'MEF', speaker: 'Direction du budget', minutes: 11 },
          { acronym: 'BM', speaker: 'Équipe santé', minutes: 4 },
        ],
      },
      {
        title: 'Clé de répartition pour 2027',
        purpose: 'decision',
        presenter: 'MSANP, direction de la planification',
        plannedMinutes: 45,
        confidentiality: 'public',
        speakers: [
          { acronym: 'MSANP', speaker: 'Direction de la planification', minutes: 9 },
          { acronym: 'OIT', speaker: 'Protection sociale', minutes: 6 },
          { acronym: 'OMS', speaker: 'Financement de la santé', minutes: 5 },
          { acronym: 'MEF', speaker: 'Direction du budget', minutes: 8 },
        ],
        proposal: {
          text: 'L’État prend en charge 60 % du coût des soins de santé primaires des ménages indigents en 2027, la CNaPS 15 % et les partenaires 25 %.',
          positions: [
            { acronym: 'MSANP', step: 'whole_hearted', reason: '' },
            { acronym: 'MEF', step: 'support', reason: '' },
            { acronym: 'OIT', step: 'support', reason: '' },
            {
              acronym: 'BM',
              step: 'reservations',
              reason:
                'Sous réserve de l’approbation du prochain financement par le conseil d’administration.',
              isAdReferendum: true,
            },
            {
              acronym: 'OMS',
              step: 'support',
              reason: '',
              basis: 'Courriel de la représentation, la veille',
            },
          ],
          decision: {
            budgetImplication: 'MGA 84 milliards en 2027, dont 50,4 à inscrire au budget de l’État.',
            reviewInDays: 150,
          },
        },
      },
      {
        title: 'Conditions de décaissement',
        purpose: 'discussion',
        presenter: 'BM',
        plannedMinutes: 25,
        confidentiality: 'participants',
        speakers: [{ acronym: 'BM', speaker: 'Équipe santé', minutes: 12 }],
      },
    ],
    invited: [
      { acronym: 'MSANP', answer: 'accepted', attendance: 'present', head: 'Direction de la planification' },
      { acronym: 'MEF', answer: 'accepted', attendance: 'present', head: 'Direction du budget' },
      {
        acronym: 'MPPSPF',
        answer: 'accepted',
        attendance: 'present',
        head: 'Direction de la protection sociale',
      },
      { acronym: 'OIT', answer: 'accepted', attendance: 'remote', head: 'Protection sociale' },
      { acronym: 'BM', answer: 'accepted', attendance: 'remote', head: 'Équipe santé' },
      { acronym: 'OMS', answer: 'accepted', attendance: 'excused', head: 'Financement de la santé' },
      { acronym: 'CTM', answer: null },
    ],
  },
  {
    title: 'Ciblage des ménages et registre social',
    type: 'working_group',
    purpose: 'Examiner le rapprochement du registre social et des listes d’indigents des communes.',
    place: 'Antananarivo et à distance',
    daysFromToday: 30,
    time: '14:30',
    items: [
      {
        title: 'État du registre social',
        purpose: 'information',
        presenter: 'MPPSPF',
        plannedMinutes: 30,
        confidentiality: 'public',
      },
      {
        title: 'Critères communs de ciblage',
        purpose: 'decision',
        presenter: 'INSTAT',
        plannedMinutes: 60,
        confidentiality: 'public',
      },
      {
        title: 'Position des partenaires sur les données personnelles',
        purpose: 'discussion',
        presenter: 'MSANP',
        plannedMinutes: 20,
        confidentiality: 'convenor',
      },
    ],
    invited: [
      { acronym: 'MSANP', answer: 'accepted', head: 'Direction de la planification' },
      { acronym: 'MPPSPF', answer: 'accepted', head: 'Direction de la protection sociale' },
      { acronym: 'GIZ', answer: 'declined' },
      { acronym: 'OIT', answer: null },
      { acronym: 'BM', answer: null },
      { acronym: 'GEM', answer: null },
    ],
  },
];

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
        minutes: {
          by: 'MEF',
          text: [
            {
              paragraph:
                'La direction du budget a présenté l’exécution au 30 juin : 41 % des crédits de santé ouverts pour l’année ont été engagés et 34 % ordonnancés. Les soins de santé primaires absorbent un peu moins de la moitié des montants ordonnancés.',
            },
            { paragraph: 'Deux causes principales du retard ont été relevées :' },
            {
              bullets: [
                'la mise à disposition tardive des crédits dans les régions, en mars seulement ;',
                'les marchés d’intrants, dont quatre sur sept étaient encore en cours de passation au 30 juin.',
              ],
            },
            {
              paragraph:
                'La Banque mondiale a demandé que la situation soit communiquée chaque trimestre, région par région. La direction du budget s’y est engagée à compter du troisième trimestre.',
            },
          ],
        },
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
          { acronym: 'MPPSPF', speaker: 'Direction de la protection sociale', minutes: 5 },
          { acronym: 'MEF', speaker: 'Direction du budget', minutes: 8 },
        ],
        minutes: {
          by: 'MSANP',
          text: [
            {
              paragraph:
                'La direction de la planification a rappelé le coût estimé des soins de santé primaires des ménages indigents : MGA 84 milliards en 2027, pour 1,2 million de bénéficiaires.',
            },
            {
              paragraph:
                'L’Organisation internationale du travail a estimé que la part de la CNaPS devait rester compatible avec l’équilibre de ses branches et proposé qu’elle n’excède pas 15 % en 2027. Le ministère de l’Économie et des Finances a confirmé que la part de l’État pouvait être inscrite au projet de loi de finances, sous réserve d’un arbitrage en septembre.',
            },
            { heading: 3, text: 'Suites à donner' },
            {
              bullets: [
                'inscription de MGA 50,4 milliards au projet de loi de finances 2027 (MEF) ;',
                'note sur la soutenabilité de la part de la CNaPS (MPPSPF, avec l’appui de l’OIT) ;',
                'calendrier indicatif des décaissements des partenaires (MSANP, avec les partenaires).',
              ],
            },
          ],
        },
        corrections: [
          {
            acronym: 'OIT',
            text: 'Remplacer « proposé de la plafonner à 15 % » par « proposé qu’elle n’excède pas 15 % en 2027 ».',
            accepted: true,
            answer: 'Conforme à l’intervention ; l’année est précisée au registre des décisions.',
          },
          {
            acronym: 'BM',
            text: 'Ajouter que la part des partenaires dépend de l’approbation de chaque conseil d’administration.',
            accepted: false,
            answer:
              'La réserve figure avec la décision ; elle n’a pas été exprimée au titre de tous les partenaires.',
          },
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
            actions: [
              { title: 'Généraliser les fonds d’équité dans tous les districts', isAccepted: true },
              {
                title: 'Affecter une part des droits d’accise sur le tabac et l’alcool à la couverture santé',
                isAccepted: false,
              },
            ],
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
        minutes: {
          by: 'BM',
          text: [
            {
              paragraph:
                'La Banque mondiale a présenté les conditions attachées à la deuxième tranche : un manuel de procédures validé et un premier audit des transferts aux centres de santé.',
            },
            {
              paragraph:
                'Les participants ont demandé que les indicateurs de décaissement soient alignés sur ceux de la feuille de route, afin de ne pas multiplier les rapports. Le point sera repris lors du prochain dialogue.',
            },
          ],
        },
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

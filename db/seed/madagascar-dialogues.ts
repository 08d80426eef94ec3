import type { DemoDialogue } from './types';

/** Invented for the demo: one dialogue that was held last month, one that is being prepared, and a public webinar. */
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
        toRead: {
          papers: [
            {
              title: 'Exécution du budget de la santé, premier semestre, 6 pages',
              path: 'mef/execution-sante-s1.pdf',
            },
          ],
          actions: [],
        },
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
          about: 'Généraliser les fonds d’équité dans tous les districts',
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
    feedback: [
      { acronym: 'MEF', heard: 'yes', usefulness: 4, text: '' },
      {
        acronym: 'OIT',
        heard: 'yes',
        usefulness: 5,
        text: 'La limite de 15 % pour la CNaPS a été retenue. La note sur la soutenabilité pourrait être discutée avant l’arbitrage de septembre.',
        reply: 'Entendu : la note sera inscrite à l’ordre du jour du groupe de travail avant l’arbitrage.',
      },
      { acronym: 'MPPSPF', heard: 'none_raised', usefulness: 4, text: '' },
      {
        acronym: 'BM',
        heard: 'partly',
        usefulness: 3,
        text: 'Notre réserve figure au registre, mais le calendrier des décaissements n’a pas été discuté, faute de temps : le point n’a reçu que douze minutes.',
        reply:
          'Le calendrier sera le premier point du prochain dialogue. Une note commune sera circulée deux semaines auparavant.',
      },
      {
        acronym: 'OMS',
        heard: 'partly',
        usefulness: 3,
        text: 'Nous étions excusés. La position transmise par courriel a été consignée, mais le contenu du panier de soins n’a pas été abordé.',
      },
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
        toRead: {
          papers: [
            {
              title: 'Critères de ciblage en usage : note comparative, 9 pages',
              path: 'instat/criteres-de-ciblage.pdf',
            },
          ],
          actions: ['Relier le registre social unique à l’affiliation à la couverture santé'],
        },
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
    letters: {
      text: 'Le projet de critères communs et une note de cadrage vous parviendront une semaine avant la réunion.\n\nUne participation à distance est possible : merci de l’indiquer au secrétariat.',
      to: [
        {
          acronym: 'GEM',
          name: 'Secrétariat exécutif',
          email: 'secretariat.executif@gem.example.org',
          answer: 'accepted',
          delegate: 'Commission des affaires sociales',
        },
        {
          acronym: 'GIZ',
          name: 'Direction du programme santé',
          email: 'programme.sante@giz.example.org',
          answer: 'declined',
        },
        {
          acronym: 'OIT',
          name: 'Direction du bureau de pays',
          email: 'antananarivo@oit.example.org',
          answer: 'tentative',
        },
        {
          acronym: 'BM',
          name: 'Représentation à Antananarivo',
          email: 'representation@bm.example.org',
          answer: null,
        },
        {
          acronym: 'MPPSPF',
          name: 'Secrétariat général',
          email: 'secretariat.general@mppspf.example.org',
          answer: null,
          isUnsent: true,
        },
      ],
    },
  },
  {
    title: 'La couverture santé universelle en pratique : questions et réponses',
    type: 'webinar',
    purpose:
      'Présenter au public la feuille de route et ce qu’elle change pour les ménages, les mutuelles et les formations sanitaires, puis répondre aux questions.',
    place: 'En ligne',
    link: 'https://visio.example.org/couverture-sante',
    daysFromToday: 16,
    time: '15:00',
    items: [
      {
        title: 'La feuille de route en vingt minutes',
        purpose: 'information',
        presenter: 'MSANP, direction de la planification',
        plannedMinutes: 20,
        confidentiality: 'public',
      },
      {
        title: 'Adhérer, cotiser, être soigné : trois parcours',
        purpose: 'information',
        presenter: 'MPPSPF, direction de la protection sociale',
        plannedMinutes: 25,
        confidentiality: 'public',
      },
      {
        title: 'Questions du public',
        purpose: 'discussion',
        presenter: '',
        plannedMinutes: 45,
        confidentiality: 'public',
      },
    ],
    invited: [
      { acronym: 'MSANP', answer: 'accepted' },
      { acronym: 'MPPSPF', answer: 'accepted' },
      { acronym: 'OMS', answer: 'accepted' },
    ],
    publicPage: {
      places: 200,
      papers: [
        { title: 'Résumé de la feuille de route, 4 pages', path: 'msanp/resume-feuille-de-route.pdf' },
      ],
      registered: [
        {
          name: 'Secrétariat, CTM',
          position: 'Formation syndicale',
          institution: 'Conférence des travailleurs de Madagascar',
          email: 'secretariat@ctm.example.org',
        },
        {
          name: 'Prestations, CNaPS',
          position: 'Direction des prestations',
          institution: 'CNaPS',
          email: 'prestations@cnaps.example.org',
        },
        {
          name: 'Économie de la santé, UA',
          position: 'Enseignement et recherche',
          institution: 'Université d’Antananarivo',
          email: 'economie.sante@univ.example.org',
        },
        {
          name: 'Recouvrement, CNaPS',
          position: 'Direction du recouvrement',
          institution: 'CNaPS',
          email: 'recouvrement@cnaps.example.org',
        },
        {
          name: 'Santé communautaire, CRM',
          position: 'Coordination de la santé communautaire',
          institution: 'Croix-Rouge malagasy',
          email: 'sante@crm.example.org',
        },
        {
          name: 'Statistiques sociales, INSTAT',
          position: 'Direction des statistiques sociales',
          institution: 'Institut national de la statistique',
          email: 'statistiques.sociales@instat.example.org',
        },
        {
          name: 'Affaires sociales, GEM',
          position: 'Présidence de commission',
          institution: 'Groupement des entreprises de Madagascar',
          email: 'affaires.sociales@gem.example.org',
        },
      ],
    },
  },
];

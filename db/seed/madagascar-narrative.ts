import type { DemoObjective, NarrativeBlock } from './types';

export const madagascarNarrative: NarrativeBlock[] = [
  { heading: 2, text: 'Analyse de la situation' },
  {
    paragraph:
      'L’accès aux soins demeure inégal\u00a0: une grande partie de la population vit à plus de cinq kilomètres d’un centre de santé de base, et les paiements directs des ménages restent la première source de financement de la santé. Les régimes existants couvrent surtout les salariés du secteur formel\u00a0; les travailleurs de l’économie informelle et les ménages ruraux en sont largement absents.',
  },
  {
    paragraph:
      'Les partenaires techniques et financiers soutiennent de nombreux programmes, souvent verticaux, dont les cycles, les zones d’intervention et les modalités ne coïncident pas. La présente feuille de route les réunit dans un plan, un budget et un cadre de suivi uniques.',
  },
  { heading: 3, text: 'Acquis sur lesquels s’appuyer' },
  {
    bullets: [
      'une stratégie nationale de couverture santé universelle et un cadre de politique de protection sociale adoptés\u00a0;',
      'l’expérience des fonds d’équité et des mutuelles de santé dans plusieurs régions\u00a0;',
      'un réseau de centres de santé de base et d’agents communautaires présent dans tous les districts\u00a0;',
      'un dialogue régulier entre l’État, les partenaires sociaux et les partenaires au développement.',
    ],
  },
  { heading: 2, text: 'Vision' },
  {
    quote:
      'À l’horizon 2030, toute personne vivant à Madagascar accède, sans difficulté financière, aux services de santé de qualité dont elle a besoin.',
  },
  { heading: 2, text: 'Orientations stratégiques' },
  {
    paragraph:
      'La feuille de route s’organise autour de quatre orientations\u00a0: étendre la protection sociale en santé, rapprocher des soins de qualité de la population, financer durablement, et gouverner ensemble. Chaque orientation se décline en axes, en objectifs et en actions dont l’institution responsable, le calendrier, le coût et le financement sont suivis dans la matrice d’actions.',
  },
  { heading: 2, text: 'Financement' },
  {
    paragraph:
      'Les coûts sont estimés par exercice budgétaire, en ariary pour les dépenses inscrites au budget de l’État et dans la devise du partenaire lorsque celui-ci exécute directement. Les montants acquis, partiellement acquis et à mobiliser sont distingués\u00a0; aucun montant n’est converti sans que le taux et sa source soient indiqués.',
  },
  { heading: 2, text: 'Gouvernance et coordination' },
  {
    paragraph:
      'Le comité de pilotage, présidé par le ministère de la Santé publique, réunit les ministères chargés de la protection sociale et des finances, les partenaires sociaux et les partenaires au développement. Il se tient deux fois par an, avant la conférence budgétaire et après la revue sectorielle.',
  },
  { heading: 2, text: 'Suivi et revue' },
  {
    paragraph:
      'L’institution responsable de chaque action rend compte chaque semestre\u00a0: état d’avancement, éléments de preuve, difficultés rencontrées. La revue conjointe annuelle s’appuie sur ces comptes rendus et sur les indicateurs de la matrice.',
  },
];

export const madagascarObjectives: DemoObjective[] = [
  {
    key: '1',
    parent: null,
    level: 'orientation',
    title: 'Étendre la protection sociale en santé à toute la population',
  },
  { key: '1.1', parent: '1', level: 'axis', title: 'Extension de la couverture' },
  {
    key: '1.1.1',
    parent: '1.1',
    level: 'objective',
    title: 'Mettre en place le régime national de couverture santé universelle',
  },
  {
    key: '1.1.2',
    parent: '1.1',
    level: 'objective',
    title: 'Couvrir les travailleurs de l’économie informelle et leurs familles',
  },
  {
    key: '1.1.3',
    parent: '1.1',
    level: 'objective',
    title: 'Prendre en charge les ménages les plus vulnérables',
  },
  { key: '2', parent: null, level: 'orientation', title: 'Rapprocher des soins de qualité de la population' },
  { key: '2.1', parent: '2', level: 'axis', title: 'Offre de services' },
  { key: '2.1.1', parent: '2.1', level: 'objective', title: 'Renforcer les centres de santé de base' },
  {
    key: '2.1.2',
    parent: '2.1',
    level: 'objective',
    title: 'Recruter, former et fidéliser le personnel de santé',
  },
  {
    key: '2.1.3',
    parent: '2.1',
    level: 'objective',
    title: 'Assurer la disponibilité des médicaments et des vaccins',
  },
  {
    key: '3',
    parent: null,
    level: 'orientation',
    title: 'Financer durablement la santé et la protection sociale',
  },
  { key: '3.1', parent: '3', level: 'axis', title: 'Financement' },
  { key: '3.1.1', parent: '3.1', level: 'objective', title: 'Accroître les ressources intérieures' },
  {
    key: '3.1.2',
    parent: '3.1',
    level: 'objective',
    title: 'Mettre en commun les fonds et acheter les services de façon stratégique',
  },
  {
    key: '3.1.3',
    parent: '3.1',
    level: 'objective',
    title: 'Aligner les appuis des partenaires sur le plan national',
  },
  { key: '4', parent: null, level: 'orientation', title: 'Gouverner ensemble' },
  { key: '4.1', parent: '4', level: 'axis', title: 'Cadre, information et dialogue' },
  {
    key: '4.1.1',
    parent: '4.1',
    level: 'objective',
    title: 'Compléter le cadre juridique et institutionnel',
  },
  { key: '4.1.2', parent: '4.1', level: 'objective', title: 'Disposer d’un système d’information intégré' },
  { key: '4.1.3', parent: '4.1', level: 'objective', title: 'Faire vivre le dialogue et la redevabilité' },
];

import type { PlanTemplate } from './types';

export const uhcRoadmapFr: PlanTemplate = {
  narrative: [
    {
      heading: 'Analyse de la situation',
      guidance:
        'Qui est couvert, pour quelles prestations et à quel coût pour les ménages ? Indiquer les régimes existants, les lacunes en droit et en pratique, et la source de chaque chiffre.',
    },
    {
      heading: 'Vision',
      guidance:
        'En deux ou trois phrases : quelle sera la situation de la population au terme de cette feuille de route ?',
    },
    {
      heading: 'Orientations stratégiques',
      guidance:
        'Pourquoi ces orientations, dans cet ordre, et ce que chacune remet à plus tard. Leurs axes et objectifs figurent dans le tableau des actions.',
    },
    {
      heading: 'Cadre de résultats',
      guidance:
        'Les quelques indicateurs qui montrent les progrès : valeur de référence, cible, année et source de vérification.',
    },
    {
      heading: 'Financement',
      guidance:
        'Le coût du plan, ce qui est acquis, ce qui reste à mobiliser, et par quelles réformes de la collecte, de la mise en commun et de l’achat.',
    },
    {
      heading: 'Gouvernance et coordination',
      guidance:
        'Qui pilote, qui décide, qui est consulté ; comment ministères, partenaires sociaux et partenaires au développement travaillent à partir de ce seul plan.',
    },
    {
      heading: 'Suivi et revue',
      guidance:
        'Qui rend compte de quoi et à quel rythme ; quand le plan est revu en commun et comment il est révisé.',
    },
  ],
  orientations: [
    {
      title: 'Étendre la protection sociale de la santé à toute la population',
      axes: [
        {
          title: 'Couverture légale et affiliation',
          objectives: [
            'Adopter et appliquer le cadre juridique de la couverture santé universelle',
            'Affilier les travailleurs de l’économie informelle et de l’agriculture',
            'Prendre en charge les cotisations des ménages les plus pauvres sur fonds publics',
          ],
        },
        {
          title: 'Prestations et protection financière',
          objectives: [
            'Définir et chiffrer un panier de soins garanti à tous',
            'Réduire les paiements directs pour les soins essentiels',
          ],
        },
      ],
    },
    {
      title: 'Rendre disponibles des services de qualité',
      axes: [
        {
          title: 'Soins de santé primaires et référence',
          objectives: [
            'Mettre les services essentiels à la portée de chaque district',
            'Assurer la continuité des soins à la mère, au nouveau-né et à l’enfant',
          ],
        },
        {
          title: 'Personnel, médicaments et infrastructures',
          objectives: [
            'Former, affecter et fidéliser les agents de santé là où ils manquent',
            'Garantir la disponibilité des médicaments et intrants essentiels',
          ],
        },
      ],
    },
    {
      title: 'Financer la santé de façon durable et équitable',
      axes: [
        {
          title: 'Ressources et mise en commun',
          objectives: [
            'Accroître le financement national de la santé',
            'Réduire la fragmentation des fonds et des régimes',
          ],
        },
        {
          title: 'Achat stratégique',
          objectives: ['Rémunérer les prestataires de manière à encourager la qualité et l’équité'],
        },
      ],
    },
    {
      title: 'Gouverner, informer et rendre compte ensemble',
      axes: [
        {
          title: 'Gouvernance et dialogue social',
          objectives: [
            'Faire vivre un organe de pilotage unique avec toutes les parties',
            'Séparer et auditer la gestion des fonds',
          ],
        },
        {
          title: 'Information et suivi',
          objectives: [
            'Relier les systèmes d’information de la santé et de la protection sociale',
            'Passer en revue les progrès chaque année, ensemble, et les publier',
          ],
        },
      ],
    },
  ],
};

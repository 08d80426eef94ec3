import type { DemoPartner, DemoProposal } from './types';

/** Plausible records, written for the demo: no document is quoted, and people are functions with made-up addresses. */
export const madagascarPartners: DemoPartner[] = [
  {
    acronym: 'OIT',
    about:
      'Appuie le dialogue social sur la protection sociale en santé : évaluation participative, chiffrage et textes d’application.',
    instruments: ['technical_assistance', 'policy_dialogue', 'grant'],
    modalities: ['project'],
    aliases: ['BIT', 'Bureau international du Travail', 'International Labour Office'],
    people: [
      {
        position: 'Spécialiste de la protection sociale',
        country: null,
        email: 'protection.sociale@oit.example.org',
        hasConsented: true,
      },
      {
        position: 'Coordination nationale du projet',
        country: 'MG',
        email: 'madagascar@oit.example.org',
        hasConsented: false,
      },
    ],
    mandates: [
      {
        theme: 'social_dialogue',
        instrument: 'policy_dialogue',
        role: 4,
        approach: 'Prépare et anime les dialogues techniques entre ministères, employeurs et travailleurs.',
        validFrom: '2024-01-01',
        validTo: '2027-12-31',
      },
      {
        theme: 'legal_framework',
        instrument: 'technical_assistance',
        role: 4,
        approach: 'Rapproche la législation de la convention n° 102 et de la recommandation n° 202.',
        validFrom: '2024-01-01',
        validTo: '2027-12-31',
      },
      {
        theme: 'actuarial',
        instrument: 'technical_assistance',
        role: 4,
        place: '1027',
        approach: 'Met à disposition ses actuaires pour chiffrer les paquets et les taux de cotisation.',
        lastReviewedOn: '2026-02-12',
      },
      {
        theme: 'coverage_extension',
        instrument: 'grant',
        role: 1,
        validFrom: '2019-01-01',
        validTo: '2023-12-31',
      },
    ],
    documents: [
      {
        kind: 'strategy',
        title: 'Programme par pays pour le travail décent',
        path: 'oit/ppttd-madagascar',
        publishedOn: '2024-05-06',
      },
    ],
  },
  {
    acronym: 'OMS',
    about:
      'Conseille l’État sur le financement de la santé et le panier de soins ; suit les dépenses de santé.',
    instruments: ['technical_assistance', 'policy_dialogue'],
    modalities: ['project', 'national_systems'],
    aliases: ['WHO'],
    people: [
      {
        position: 'Conseil en financement de la santé',
        country: 'MG',
        email: 'financement.sante@oms.example.org',
        hasConsented: true,
      },
    ],
    mandates: [
      {
        theme: 'benefit_package',
        instrument: 'technical_assistance',
        role: 4,
        approach: 'Accompagne la révision du panier de soins essentiels, district par district.',
        validFrom: '2025-01-01',
        validTo: '2028-12-31',
        lastReviewedOn: '2026-05-20',
      },
      {
        theme: 'financial_protection',
        instrument: 'technical_assistance',
        role: 4,
        approach: 'Calcule chaque année les dépenses catastrophiques avec l’institut de statistique.',
      },
      {
        theme: 'epidemics',
        instrument: 'in_kind',
        role: 3,
        place: '298',
        approach: 'Met des stocks d’urgence à disposition au niveau régional.',
      },
    ],
    documents: [
      {
        kind: 'strategy',
        title: 'Stratégie de coopération avec le pays',
        path: 'oms/strategie-cooperation',
        publishedOn: '2025-03-14',
      },
      {
        kind: 'report',
        title: 'Suivi de la protection financière',
        path: 'oms/protection-financiere',
        publishedOn: '2026-01-30',
      },
    ],
  },
  {
    acronym: 'BM',
    about: 'Finance le système de santé et les filets sociaux, en partie sur résultats vérifiés.',
    instruments: ['concessional_loan', 'grant', 'policy_dialogue'],
    modalities: ['national_systems', 'project'],
    aliases: ['World Bank', 'IDA', 'Groupe de la Banque mondiale'],
    people: [
      {
        position: 'Chargé du programme santé',
        country: 'MG',
        email: 'sante.madagascar@bm.example.org',
        hasConsented: true,
      },
    ],
    mandates: [
      {
        theme: 'strategic_purchasing',
        instrument: 'concessional_loan',
        role: 1,
        approach: 'Décaisse sur résultats vérifiés dans les formations sanitaires de base.',
        validFrom: '2025-07-01',
        validTo: '2030-06-30',
        lastReviewedOn: '2026-06-02',
      },
      {
        theme: 'coverage_extension',
        instrument: 'concessional_loan',
        role: 1,
        approach: 'Étend le registre social et les filets productifs.',
        validFrom: '2025-07-01',
        validTo: '2030-06-30',
      },
      {
        theme: 'governance',
        instrument: 'budget_support',
        role: 1,
        approach: 'Appui budgétaire adossé à une matrice de réformes des finances publiques.',
        validFrom: '2027-01-01',
        validTo: null,
      },
    ],
    documents: [
      {
        kind: 'agreement',
        title: 'Accord de financement, système de santé',
        path: 'bm/accord-financement',
        publishedOn: '2025-06-18',
      },
    ],
  },
  {
    acronym: 'GIZ',
    about: 'Renforce les équipes régionales et les systèmes d’information de la protection sociale.',
    instruments: ['technical_assistance', 'grant'],
    modalities: ['project'],
    aliases: ['Coopération allemande'],
    people: [
      {
        position: 'Direction du programme santé',
        country: 'MG',
        email: 'programme.sante@giz.example.org',
        hasConsented: false,
      },
    ],
    mandates: [
      {
        theme: 'information_systems',
        instrument: 'technical_assistance',
        role: 4,
        approach: 'Déploie openIMIS et l’interopérabilité avec DHIS2 dans trois régions.',
        validFrom: '2025-04-01',
        validTo: '2028-03-31',
      },
      {
        theme: 'capacity_building',
        instrument: 'technical_assistance',
        role: 4,
        approach: 'Forme les équipes des mutuelles et des directions régionales.',
        validFrom: '2025-04-01',
        validTo: '2028-03-31',
      },
    ],
    documents: [
      {
        kind: 'evaluation',
        title: 'Évaluation à mi-parcours du programme',
        path: 'giz/mi-parcours',
        publishedOn: '2026-09-11',
      },
    ],
  },
  {
    acronym: 'FM',
    about:
      'Finance la lutte contre le VIH, la tuberculose et le paludisme, par périodes d’allocation de trois ans.',
    instruments: ['grant'],
    modalities: ['project', 'third_party'],
    aliases: ['Global Fund', 'The Global Fund', 'Fonds mondial'],
    people: [
      {
        position: 'Gestion du portefeuille pays',
        country: 'MG',
        email: 'portefeuille.madagascar@fm.example.org',
        hasConsented: true,
      },
    ],
    mandates: [
      {
        theme: 'tuberculosis',
        instrument: 'grant',
        role: 1,
        approach: 'Subvention au programme national, par un bénéficiaire principal.',
        validFrom: '2024-01-01',
        validTo: '2026-12-31',
        lastReviewedOn: '2025-11-03',
      },
      { theme: 'hiv', instrument: 'grant', role: 1, validFrom: '2024-01-01', validTo: '2026-12-31' },
      {
        theme: 'community_insurance',
        instrument: 'grant',
        role: 3,
        approach: 'Renforce les réseaux communautaires qui orientent les malades.',
        validFrom: '2024-01-01',
        validTo: '2026-12-31',
      },
    ],
    documents: [
      {
        kind: 'agreement',
        title: 'Lettre d’allocation 2026–2028',
        path: 'fm/lettre-allocation',
        publishedOn: '2026-03-20',
      },
    ],
  },
  {
    acronym: 'Gavi',
    about: 'Finance les vaccins et le renforcement du système de santé qui les administre.',
    instruments: ['grant', 'in_kind', 'pooled_fund'],
    modalities: ['third_party', 'national_systems'],
    aliases: ['GAVI Alliance'],
    people: [
      {
        position: 'Suivi du pays',
        country: 'MG',
        email: 'suivi.madagascar@gavi.example.org',
        hasConsented: true,
      },
    ],
    mandates: [
      {
        theme: 'benefit_package',
        instrument: 'in_kind',
        role: 1,
        approach: 'Fournit les vaccins du calendrier national, cofinancés par l’État.',
        validFrom: '2026-01-01',
        validTo: '2030-12-31',
      },
      {
        theme: 'tax_funded_services',
        instrument: 'grant',
        role: 1,
        approach: 'Renforce la chaîne du froid et les équipes mobiles.',
        validFrom: '2026-01-01',
        validTo: '2030-12-31',
      },
    ],
    documents: [],
  },
  {
    acronym: 'UNICEF',
    about:
      'Met en œuvre les programmes de santé maternelle et infantile et de filets sociaux sensibles aux enfants.',
    instruments: ['technical_assistance', 'in_kind'],
    modalities: ['project'],
    aliases: [],
    people: [
      {
        position: 'Section politiques sociales',
        country: 'MG',
        email: 'politiques.sociales@unicef.example.org',
        hasConsented: true,
      },
    ],
    mandates: [
      {
        theme: 'maternity_protection',
        instrument: 'in_kind',
        role: 4,
        approach: 'Équipe les maternités de district.',
        validFrom: '2025-01-01',
        validTo: '2029-12-31',
      },
      {
        theme: 'coverage_extension',
        instrument: 'technical_assistance',
        role: 4,
        approach: 'Appuie le registre social et les transferts aux ménages avec enfants.',
      },
    ],
    documents: [
      {
        kind: 'strategy',
        title: 'Programme de coopération',
        path: 'unicef/programme-cooperation',
        publishedOn: '2024-02-01',
      },
    ],
  },
  {
    acronym: 'AFD',
    about: 'Prêts et subventions pour l’accès aux soins et la protection sociale.',
    instruments: ['concessional_loan', 'grant', 'budget_support'],
    modalities: ['basket', 'project'],
    aliases: ['Agence Française de Développement', 'French Development Agency'],
    people: [],
    mandates: [
      {
        theme: 'pooling',
        instrument: 'pooled_fund',
        role: 1,
        approach: 'Contribue au panier commun de la santé.',
        validFrom: '2025-01-01',
        validTo: '2027-12-31',
      },
      {
        theme: 'climate',
        instrument: 'concessional_loan',
        role: 1,
        approach: 'Adapte les formations sanitaires aux cyclones.',
        validFrom: '2026-06-01',
        validTo: '2031-05-31',
      },
    ],
    documents: [],
  },
];

/** What the convenors would have changed: one waits for its answer, one has it. */
export const madagascarProposals: DemoProposal[] = [
  {
    acronym: 'GIZ',
    theme: 'information_systems',
    change: { validTo: '2029-03-31' },
    reason: 'L’avenant signé en septembre prolonge le programme d’un an.',
    rejection: null,
  },
  {
    acronym: 'OIT',
    theme: 'social_dialogue',
    change: { role: 2 },
    reason: 'L’OIT rend compte de l’ensemble du dialogue au comité de pilotage.',
    rejection: 'Le ministère du Travail en rend compte ; nous animons les séances.',
  },
];

import type { Theme } from '../../themes';
import type { Block, Certainty } from '../types';
import { fold } from './table';

/** Words by which matrices name the health-system blocks; a cell is read by the first that it contains. */
const blockWords: Record<Block, readonly string[]> = {
  service_delivery: [
    'prestation',
    'offre de soins',
    'services de sante',
    'service delivery',
    'health services',
    'prestacion',
    'servicios de salud',
  ],
  workforce: [
    'ressources humaines',
    'personnel',
    'rhs',
    'human resources',
    'workforce',
    'recursos humanos',
    'personal',
  ],
  infrastructure: [
    'infrastructure',
    'infrastructures',
    'infraestructuras',
    'equipements',
    'equipamiento',
    'equipement',
    'medicaments',
    'produits de sante',
    'medicines',
    'medical products',
    'medicamentos',
    'infraestructura',
  ],
  governance: ['gouvernance', 'leadership', 'governance', 'gobernanza', 'gobernabilidad'],
  information: ['information', 'snis', 'donnees', 'informacion', 'digital', 'numerique'],
  financing: ['financement', 'financing', 'financiamiento', 'financiacion'],
  monitoring: ['suivi', 'evaluation', 'monitoring', 'seguimiento'],
};

const themeWords: Record<Theme, readonly string[]> = {
  revenue_raising: [
    'mobilisation des ressources',
    'collecte',
    'revenue raising',
    'resource mobilisation',
    'recaudacion',
    'movilizacion de recursos',
  ],
  pooling: ['mise en commun', 'mutualisation des risques', 'pooling', 'mancomunacion'],
  strategic_purchasing: [
    'achat strategique',
    'achats strategiques',
    'strategic purchasing',
    'provider payment',
    'compra estrategica',
    'fbp',
    'pbf',
  ],
  benefit_package: [
    'conjunto de prestaciones',
    'panier de soins',
    'paquet de soins',
    'benefit package',
    'paquete de prestaciones',
    'panier',
  ],
  coverage_extension: [
    'extension de la couverture',
    'economie informelle',
    'coverage extension',
    'informal economy',
    'extension de la cobertura',
    'economia informal',
  ],
  maternity_protection: ['maternite', 'maternity', 'maternidad'],
  sickness_benefits: ['indemnites maladie', 'indemnites de maladie', 'sickness', 'enfermedad'],
  community_insurance: [
    'mutuelle',
    'mutuelles',
    'assurance communautaire',
    'community based',
    'community insurance',
    'mutuales',
    'seguro comunitario',
  ],
  national_health_insurance: [
    'assurance maladie',
    'assurance sante',
    'health insurance',
    'seguro de salud',
    'seguro nacional',
    'amu',
    'cnss',
  ],
  tax_funded_services: [
    'finances par l impot',
    'gratuite',
    'tax funded',
    'financiados con impuestos',
    'gratuidad',
  ],
  financial_protection: [
    'protection financiere',
    'financial protection',
    'proteccion financiera',
    'depenses catastrophiques',
  ],
  tuberculosis: ['tuberculose', 'tuberculosis', 'tb'],
  hiv: ['vih', 'hiv', 'sida'],
  epidemics: ['epidemie', 'epidemies', 'epidemics', 'preparedness', 'epidemias', 'urgences sanitaires'],
  climate: ['climat', 'climate', 'clima', 'cambio climatico'],
  governance: ['gouvernance', 'governance', 'gobernanza', 'gestion des finances publiques'],
  legal_framework: [
    'cadre legal',
    'cadre juridique',
    'legislation',
    'legal framework',
    'marco legal',
    'marco juridico',
    'c102',
    'r202',
  ],
  information_systems: [
    'sistemas de informacion',
    'systeme d information',
    'systemes d information',
    'information system',
    'information systems',
    'sistema de informacion',
    'openimis',
    'dhis2',
    'interoperabilite',
  ],
  actuarial: ['actuariel', 'actuarielle', 'actuariat', 'actuarial', 'costing', 'actuariales'],
  capacity_building: [
    'renforcement des capacites',
    'formation',
    'capacity building',
    'training',
    'fortalecimiento de capacidades',
    'capacitacion',
  ],
  social_dialogue: ['dialogue social', 'social dialogue', 'dialogo social'],
};

const certaintyWords: Record<Certainty, readonly string[]> = {
  partly: [
    'en parte',
    'partiel',
    'partiellement',
    'en partie',
    'partly',
    'partial',
    'partially',
    'parcial',
    'parcialmente',
    'en negociation',
  ],
  to_mobilise: [
    'a rechercher',
    'a mobiliser',
    'non acquis',
    'gap',
    'unfunded',
    'to mobilise',
    'to be mobilised',
    'to be mobilized',
    'por movilizar',
    'non',
    'no',
    'non finance',
    'not secured',
  ],
  secured: [
    'acquis',
    'disponible',
    'secured',
    'committed',
    'available',
    'asegurado',
    'disponible',
    'oui',
    'yes',
    'si',
    'confirme',
    'finance',
  ],
};

export const readBlock = (text: string) => firstNamed(text, blockWords);
export const readTheme = (text: string) => firstNamed(text, themeWords);
export const readCertainty = (text: string) => firstNamed(text, certaintyWords);

/** Marks by which a quarter's or a year's cell says "then". */
export function isMark(text: string): boolean {
  return /^(x{1,3}|✓|✔|✗|✘|☑|☒|■|█|●|\*|1|o|oui|yes|s[ií])$/i.test(text.trim());
}

/** The code itself ("service_delivery", as the export in another language may give), or the first with a known word. */
function firstNamed<Code extends string>(text: string, words: Record<Code, readonly string[]>): Code | null {
  const folded = ` ${fold(text)} `;
  const codes = Object.keys(words) as Code[];
  const own = codes.find((code) => folded === ` ${fold(code.replaceAll('_', ' '))} `);
  return own ?? codes.find((code) => words[code].some((word) => folded.includes(` ${word} `))) ?? null;
}

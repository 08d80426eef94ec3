import { fold } from '../lists/search';
import type { Certainty, FactKind } from './kinds';

/** What a column of pasted rows can hold. */
export const pasteFields = [
  'title',
  'identifier',
  'kind',
  'amount',
  'currency',
  'date',
  'start',
  'end',
  'valueDate',
  'country',
  'sector',
  'theme',
  'certainty',
  'onPlan',
  'onBudget',
  'onTreasury',
  'note',
] as const;
export type PasteField = (typeof pasteFields)[number];

/** How columns are headed, in English, French and Spanish, folded. */
const columnWords: Record<PasteField, string> = {
  title: 'activity | title | project | activite | intitule | titre | projet | actividad | titulo | proyecto',
  identifier: 'identifier | id | iati identifier | identifiant | identificador | reference',
  kind: 'kind | type | kind of fact | nature | etat | tipo | naturaleza',
  amount: 'amount | montant | importe | monto',
  currency: 'currency | devise | monnaie | moneda',
  date: 'date | fecha | year | annee | ano',
  start: 'from | start | period start | du | debut | debut de la periode | desde | inicio',
  end: 'to | end | until | period end | au | fin | fin de la periode | hasta',
  valueDate: 'value date | date de valeur | fecha valor | fecha de valor',
  country: 'country | countries | pays | pais | paises',
  sector: 'sector | sectors | dac sector | secteur | secteurs | code snpc | sectores',
  theme: 'theme | themes | thematique | tema | temas',
  certainty: 'certainty | certitude | certeza',
  onPlan: 'on plan | au plan | dans le plan | en el plan',
  onBudget: 'on budget | au budget | dans le budget | en el presupuesto',
  onTreasury: 'on treasury | au tresor | par le tresor | en el tesoro',
  note: 'note | notes | comment | commentaire | remarque | nota | comentario',
};

const kindWords: Partial<Record<FactKind, string>> = {
  pledged: 'pledged | pledge | promis | promesse | annonce | prometido | promesa',
  committed: 'committed | commitment | engage | engagement | comprometido | compromiso',
  disbursed: 'disbursed | disbursement | decaisse | decaissement | desembolsado | desembolso',
  spent: 'spent | expenditure | depense | gastado | gasto',
  budget: 'budget | budgete | presupuesto | presupuestado',
  planned: 'planned | planned disbursement | prevu | decaissement prevu | previsto | desembolso previsto',
  incoming: 'incoming | incoming funds | recu | fonds recus | recibido | fondos recibidos',
  interest: 'interest | interets | intereses',
  repayment: 'repayment | remboursement | reembolso',
};

const certaintyWords: Record<Certainty, string> = {
  indicative: 'indicative | indicatif | indicativo',
  firm: 'firm | ferme | confirmed | confirme | firme | confirmado',
  conditional: 'conditional | conditionnel | condicional | condicionado',
};

const fields = lookup(columnWords);
const kinds = lookup(kindWords);
const certainties = lookup(certaintyWords);
const answers = new Map([
  ...['yes', 'oui', 'si', 'y', 'o', '1', 'x', 'true'].map((word) => [word, true] as const),
  ...['no', 'non', 'n', '0', 'false'].map((word) => [word, false] as const),
]);

export function pasteFieldOf(head: string): PasteField | null {
  return fields.get(plain(head)) ?? null;
}

export function kindOfWord(text: string): FactKind | null {
  return kinds.get(plain(text)) ?? null;
}

export function certaintyOfWord(text: string): Certainty | null {
  return certainties.get(plain(text)) ?? null;
}

export function answerOf(text: string): boolean | null {
  return answers.get(plain(text)) ?? null;
}

function lookup<T extends string>(words: Partial<Record<T, string>>): Map<string, T> {
  const entries = Object.entries(words) as [T, string][];
  return new Map(
    entries.flatMap(([key, list]) => [
      [plain(key), key] as const,
      ...list.split('|').map((word) => [word.trim(), key] as const),
    ]),
  );
}

export function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

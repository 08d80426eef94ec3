import { readAmount } from './amounts';
import { isMoneyField, type MatrixField, type MatrixMapping } from './mapping';
import type { GridRow } from './merged-cells';
import { levelOf } from './row-kinds';
import { fold } from './table';

export interface TotalRow {
  label: string;
  /** False: the words could also be an action's, and only the sums can tell. */
  isSure: boolean;
}

/**
 * Whether a row is a total. Its title says so, or where it has none any other text beside the amounts; a row with an
 * institution or a period of its own is an action, whatever its first word ("Total sanitation campaign").
 */
export function totalOf(row: GridRow, mapping: MatrixMapping): TotalRow | null {
  const label = labelsOf(row, mapping).find(({ words }) => words !== null);
  if (!label?.words) return null;
  const own = mapping.columns.filter(({ column }) => isOwn(row, column));
  const isAction = own.some(
    ({ field, column }) => whoAndWhen.has(field) && totalWords(row[column]?.text ?? '') === null,
  );
  if (isAction) return null;
  const hasAmounts = own.some(
    ({ field, column, unit }) =>
      isMoneyField(field) &&
      readAmount(row[column]?.value ?? '', { decimal: mapping.decimal, unit }).state === 'read',
  );
  const isAlone = own.every(({ column }) => row[column]?.text === label.text);
  if (!hasAmounts && !(label.words === 'total' && isAlone)) return null;
  return { label: label.text, isSure: label.words === 'total' };
}

const whoAndWhen: ReadonlySet<MatrixField> = new Set([
  'lead',
  'supporters',
  'period',
  'start',
  'end',
  'timeMark',
]);

/** Fields whose words speak of themselves: an indicator "Total des naissances" makes no total of its row. */
const ownMeaning: ReadonlySet<MatrixField> = new Set([
  'indicator',
  'baseline',
  'target',
  'indicatorYear',
  'verification',
  'fundingSource',
  'fundingYear',
  'certainty',
  'currency',
  'block',
  'themes',
]);

function labelsOf(row: GridRow, { columns }: MatrixMapping) {
  const texts = columns.filter(
    ({ column, field }) =>
      isOwn(row, column) && typeof row[column]?.value === 'string' && !ownMeaning.has(field),
  );
  const titles = texts.filter(({ field }) => field === 'title');
  return (titles.length > 0 ? titles : texts).map(({ column }) => {
    const text = row[column]?.text ?? '';
    return { text, words: totalWords(text) };
  });
}

function isOwn(row: GridRow, column: number): boolean {
  const cell = row[column];
  return cell !== undefined && cell.text !== '' && !cell.isFromLeft && !cell.isFromAbove;
}

const totalHead =
  /^(sous (?:total|totaux)|s total|sub totals?|sub ?totales?|subtotals?|(?:grand|gran|overall|cout|couts|montant|montants|budget|costo|costos|monto|presupuesto|importe|somme|suma) (?:total|totaux|totale|totales)|total|totals|totaux|totales|ensemble)\b/;

const totalTail = new Set(
  `general generale generaux generales global globale globales partiel partiels parcial cumule cumulado annuel anual
  annual estime estimes estimated estimado indicatif du de des la le les l d en au a in of the for pour por para del
  el los las y et and plan plans budget budgets budgetaire cout couts cost costs costo costos montant montants amount
  amounts activite activites activities actividades action actions acciones matrice matrix matriz feuille route
  roadmap ensemble besoin besoins financement financements funding ans annees annee years year anos n no ariary ar
  mga usd us eur euro euros dollars dollar dolares fcfa f cfa xof xaf fbu bif ksh kes chf gbp $ € us$ millier milliers
  million millions millones milliard milliards mille miles thousand thousands k m ttc ht`
    .split(/\s+/)
    .filter(Boolean),
);

/** 'total' where all words are those of totals, 'maybe' where other words follow. */
function totalWords(text: string): 'total' | 'maybe' | null {
  const words = fold(text);
  const head = totalHead.exec(words)?.[0];
  if (!head || text.length > 120) return null;
  const rest = words.slice(head.length).trim();
  let isSure = true;
  for (const [index, word] of rest.split(' ').filter(Boolean).entries()) {
    // "Total de l'axe 1 : Gouvernance": what follows the level is its title.
    if (levelOf(word) !== null && index <= 3) break;
    isSure &&= totalTail.has(word) || /^(\d+|[ivx]+)$/.test(word);
  }
  // "Ensemble" alone begins many titles.
  if (!isSure && head === 'ensemble') return null;
  return isSure ? 'total' : 'maybe';
}

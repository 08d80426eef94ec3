import type { ObjectiveLevel } from '../types';
import type { GridRow } from './merged-cells';
import { fold } from './table';

export interface Section {
  level: ObjectiveLevel;
  title: string;
}

const levelWords: readonly (readonly [RegExp, ObjectiveLevel])[] = [
  [/^(orientations?|orientacion(es)?|but|goal|vision|impact)\b/, 'orientation'],
  [
    /^(axes?|axis|ejes?|piliers?|pillars?|pilar(es)?|composantes?|components?|componentes?|programmes?|programs?|domaines?|strategic area|priority area|volets?|partie)\b/,
    'axis',
  ],
  [
    /^(objectifs?|objectives?|objetivos?|resultats?|results?|resultados?|outcomes?|effets?|outputs?|produits?|sous objectifs?|os ?\d|so ?\d|oe ?\d|bloc|blocs|blocks?|bloques?)\b/,
    'objective',
  ],
];

interface HeadingColumns {
  titleColumn: number | null;
  numberColumn: number | null;
}

/**
 * What a row that groups the rows below it says: "AXE 1 : Gouvernance", "Objectif 1.1 …", a title across the whole
 * width. A number beside it ("1 | AXE 1 : Gouvernance") is no cell of its own, but then the words must be clearly
 * those of a heading. Null where the row is not such a heading.
 */
export function sectionOf(row: GridRow, { titleColumn, numberColumn }: HeadingColumns): Section | null {
  const number = numberingIn(row, numberColumn);
  const own = row.flatMap((cell, column) =>
    cell.text && !cell.isFromLeft && !cell.isFromAbove && !(number && column === numberColumn)
      ? [{ ...cell, column }]
      : [],
  );
  const [only, ...others] = own;
  if (!only || typeof only.value === 'number') return null;
  const title = only.text.replace(/\s+/g, ' ');
  const named = levelOf(title);
  // "Axe 1" | "Gouvernance": the name of the level in one cell, its title in the next.
  const [second, ...more] = others;
  if (second && named && more.length === 0 && title.length <= 20 && typeof second.value === 'string') {
    return row.every((cell) => !cell.isFromAbove)
      ? { level: named, title: `${title} : ${second.text}` }
      : null;
  }
  if (others.length > 0 || row.some((cell) => cell.isFromAbove && cell.text)) return null;
  if (number) return numberedSection(row, { title, named, number, column: only.column });
  if (named) return { level: named, title };
  const width = row.filter((cell) => cell.text).length;
  if (width >= Math.max(2, row.length / 2)) return { level: depthOf(title), title };
  return only.column !== titleColumn && title.length > 3 && !/^\d+$/.test(title) && only.column === 0
    ? { level: depthOf(title), title }
    : null;
}

/** The number before a heading or an action: 1, "1.1", "II."; '' for other text. */
function numberingIn(row: GridRow, numberColumn: number | null): string {
  const cell = numberColumn === null ? undefined : row[numberColumn];
  return cell && !cell.isFromAbove && /^\(?(\d+|[IVX]+)([.-]\d+)*[.)-]?$/i.test(cell.text) ? cell.text : '';
}

function numberedSection(
  row: GridRow,
  {
    title,
    named,
    number,
    column,
  }: { title: string; named: ObjectiveLevel | null; number: string; column: number },
): Section | null {
  let merged = 0;
  while (row[column + merged + 1]?.isFromLeft) merged++;
  const isAcross = merged >= Math.max(2, (row.length - column) / 2);
  const isClear =
    /^(\S+ ){1,3}?(n )?(\d+|[ivx]+)\b/.test(fold(title)) ||
    /^[^:]{1,40}:/.test(title) ||
    (title === title.toUpperCase() && title !== title.toLowerCase());
  if (named && (isAcross || isClear)) return { level: named, title };
  return isAcross ? { level: depthOf(`${number.replace(/[.)-]$/, '')}. ${title}`), title } : null;
}

export function levelOf(title: string): ObjectiveLevel | null {
  const folded = fold(title);
  return levelWords.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** "1." and "II." number an axis, "1.1" an objective under it. */
function depthOf(title: string): ObjectiveLevel {
  if (/^\d+\.\d+/.test(title)) return 'objective';
  return /^(\d+|[IVX]+)[.)\s-]/.test(title) ? 'axis' : 'objective';
}

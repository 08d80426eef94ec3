import type { Indicator } from '../types';
import { cellsOf, type MatrixRow, textOf } from './row';

type DraftIndicator = Omit<Indicator, 'id' | 'order'>;

/** Indicators with their baseline and targets: a bulleted cell holds several, a target column a year. */
export function readIndicators(row: MatrixRow): DraftIndicator[] {
  const names = items(textOf(row, 'indicator'));
  const baselines = items(textOf(row, 'baseline'));
  const sources = items(textOf(row, 'verification'));
  const year = textOf(row, 'indicatorYear');
  const targets = cellsOf(row, 'target').map(({ cell, column }) => ({
    year: column.period || year,
    values: items(cell.text),
  }));
  const count = Math.max(names.length, 1);
  if (names.length + baselines.length + sources.length + targets.length === 0) return [];
  const years = targets.length > 0 ? targets : [{ year, values: [] }];
  return Array.from({ length: count }, (_, index) => index).flatMap((index) =>
    years.map((target, nth) => ({
      name: names[index] ?? '',
      baseline: nth === 0 ? pick(baselines, index, count) : '',
      target: pick(target.values, index, count),
      year: target.year,
      source: pick(sources, index, count),
    })),
  );
}

/** Item by item where there are as many as indicators; else everything stays with the first. */
function pick(values: readonly string[], index: number, count: number): string {
  if (values.length === count) return values[index] ?? '';
  return index === 0 ? values.join('\n') : '';
}

/** The lines of a cell, where each starts with a bullet or number or there is but one. */
function items(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const bullet = /^([-–—•·*▪]|\d+[.)])\s+/;
  if (lines.length > 1 && lines.every((line) => bullet.test(line))) {
    return lines.map((line) => line.replace(bullet, ''));
  }
  return text ? [lines.join('\n').replace(/^[-–—•·*▪]\s+/, '')] : [];
}

import type { DraftIndicator } from './reading';
import { cellsOf, type MatrixRow, textOf } from './row';

/** What the cells of a row say of indicators. */
interface IndicatorTexts {
  name: string;
  baseline: string;
  source: string;
  year: string;
  targets: { year: string; text: string }[];
}

/** Indicators with their baseline and targets: a bulleted cell holds several, a target column a year. */
export function readIndicators(row: MatrixRow): DraftIndicator[] {
  const year = textOf(row, 'indicatorYear');
  return indicatorsIn({
    name: textOf(row, 'indicator'),
    baseline: textOf(row, 'baseline'),
    source: textOf(row, 'verification'),
    year,
    targets: cellsOf(row, 'target').map(({ cell, column }) => ({
      year: column.period || year,
      text: cell.text,
    })),
  });
}

/** The indicators that these cells hold. */
export function indicatorsIn({ year, ...texts }: IndicatorTexts): DraftIndicator[] {
  const names = items(texts.name);
  const baselines = items(texts.baseline);
  const sources = items(texts.source);
  const targets = texts.targets.map((target) => ({ year: target.year, values: items(target.text) }));
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

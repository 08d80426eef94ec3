import { median } from '../machine';
import type { Figures, Scenario } from './scenario';
import type { ServerName } from './servers';

export type Runs = Partial<Record<ServerName, Figures[]>>;

/** One table a scenario: the median of each figure, and behind it the lowest and highest where runs differ. */
export function printScenario({ title, columns, targets }: Scenario, runs: Runs): void {
  const keys = Object.keys(columns);
  const rows = Object.entries(runs).map(([server, figures]) => [
    server,
    ...keys.map((key) => cell(figures.map((run) => run[key] ?? Number.NaN))),
  ]);
  console.log(`\n${title}`);
  printTable([['', ...Object.values(columns)], ...rows]);
  for (const line of verdictsOn({ columns, targets }, runs)) console.log(`  ${line}`);
}

/** Each target with what was measured of ours and of the others, and whether it is met. */
export function verdictsOn(
  { columns, targets }: Pick<Scenario, 'columns' | 'targets'>,
  runs: Runs,
): string[] {
  const medians = mediansOf(runs);
  if (!medians.concord) return [];
  return targets.map(({ figure, text, isMet }) => {
    const others = Object.entries(medians)
      .filter(([server]) => server !== 'concord')
      .map(([server, figures]) => `${server} ${written(figures[figure] ?? Number.NaN)}`);
    const beside = others.length > 0 ? ` (${others.join(', ')})` : '';
    const ours = written(medians.concord?.[figure] ?? Number.NaN);
    return `${isMet(medians) ? 'pass' : 'MISS'}  ${columns[figure]}: ${ours}${beside}; ${text}`;
  });
}

export function mediansOf(runs: Runs): Partial<Record<ServerName, Figures>> {
  const entries = Object.entries(runs).map(([server, figures]) => [
    server,
    Object.fromEntries(
      Object.keys(figures[0] ?? {}).map((key) => [key, median(figures.map((run) => run[key] ?? Number.NaN))]),
    ),
  ]);
  return Object.fromEntries(entries);
}

function cell(values: number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(written);
  const middle = written(median(values));
  return low === high ? middle : `${middle} (${low}–${high})`;
}

function written(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function printTable(rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      `  ${row.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  ')}`,
    );
  }
}

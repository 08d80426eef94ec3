import type { Budget } from '../types';

export interface EffectiveBudgets {
  /** What counts, in the order of the file. */
  budgets: Budget[];
  /** Indices of budgets that repeat another of the same type and period: a person should look. */
  repeated: number[];
}

/**
 * IATI: a revised budget (2) replaces the original (1) of the same period and is never added to it. Where a period
 * was revised several times, the revision with the latest value date holds, and of equal dates the last of the file.
 * Several originals of one period are parts of it: they all count.
 */
export function effectiveBudgets(budgets: readonly Budget[]): EffectiveBudgets {
  if (budgets.length < 2) return { budgets: [...budgets], repeated: [] };
  const revisions = new Map<string, number>();
  const seen = new Set<string>();
  const repeated: number[] = [];
  budgets.forEach((budget, index) => {
    const period = periodKey(budget);
    const key = `${budget.type} ${period}`;
    if (seen.has(key)) repeated.push(index);
    seen.add(key);
    if (budget.type !== '2') return;
    const known = budgets[revisions.get(period) ?? -1];
    if (!known || (budget.value.valueDate ?? '') >= (known.value.valueDate ?? ''))
      revisions.set(period, index);
  });
  return {
    budgets: budgets.filter((budget, index) => {
      const revision = revisions.get(periodKey(budget));
      return revision === undefined || revision === index;
    }),
    repeated,
  };
}

// Budgets whose period cannot be read replace nothing: each stands for itself by its line.
function periodKey({ period, line }: Budget): string {
  return period.start && period.end ? `${period.start}/${period.end}` : `line ${line}`;
}

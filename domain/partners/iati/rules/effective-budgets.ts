import type { Budget } from '../types';

/**
 * IATI: a revised budget (2) replaces the original (1) of the same period and is never added to it. Where a period
 * was revised several times, the revision with the latest value date holds, and of equal dates the last of the file.
 * Several originals of one period are parts of it: they all count.
 */
export function effectiveBudgets(budgets: readonly Budget[]): readonly Budget[] {
  if (!budgets.some(isRevision)) return budgets;
  const revisions = new Map<string, number>();
  budgets.forEach((budget, index) => {
    if (!isRevision(budget)) return;
    const period = periodKey(budget);
    const known = budgets[revisions.get(period) ?? -1];
    if (!known || (budget.value.valueDate ?? '') >= (known.value.valueDate ?? ''))
      revisions.set(period, index);
  });
  return budgets.filter((budget, index) => {
    const revision = revisions.get(periodKey(budget));
    return revision === undefined || revision === index;
  });
}

/** Indices of budgets that repeat another of the same type and period: a person should look. */
export function repeatedBudgets(budgets: readonly Budget[]): number[] {
  const repeated: number[] = [];
  if (budgets.length < 2) return repeated;
  const seen = new Set<string>();
  for (const [index, budget] of budgets.entries()) {
    const key = `${budget.type} ${periodKey(budget)}`;
    if (seen.has(key)) repeated.push(index);
    else seen.add(key);
  }
  return repeated;
}

function isRevision({ type }: Budget): boolean {
  return type === '2';
}

// Budgets whose period cannot be read replace nothing: each stands for itself by its line.
function periodKey({ period, line }: Budget): string {
  return period.start && period.end ? `${period.start}/${period.end}` : `line ${line}`;
}

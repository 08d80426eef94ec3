import type { Budget } from '../types';

/** As much of a budget or a planned disbursement as says which of them replaces which. */
export type Revisable = Pick<Budget, 'line' | 'type' | 'period' | 'value'>;

/**
 * IATI: a revised budget (2) replaces the original (1) of the same period and is never added to it. Where a period
 * was revised several times, the revision with the latest value date holds, and of equal dates the last of the file.
 * Several originals of one period are parts of it: they all count.
 */
export function effectiveBudgets<Kind extends Revisable>(budgets: readonly Kind[]): readonly Kind[] {
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

/** Planned disbursements replace one another as budgets do, and only those between the same two organisations. */
export function effectivePlans<Kind extends Revisable>(
  plans: readonly Kind[],
  betweenOf: (plan: Kind) => string,
): readonly Kind[] {
  if (!plans.some(isRevision)) return plans;
  const groups = new Map<string, Kind[]>();
  for (const plan of plans) {
    const between = betweenOf(plan);
    groups.set(between, [...(groups.get(between) ?? []), plan]);
  }
  const effective = new Set([...groups.values()].flatMap((group) => effectiveBudgets(group)));
  return plans.filter((plan) => effective.has(plan));
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

function isRevision({ type }: Revisable): boolean {
  return type === '2';
}

// Budgets whose period cannot be read replace nothing: each stands for itself by its line.
function periodKey({ period, line }: Revisable): string {
  return period.start && period.end ? `${period.start}/${period.end}` : `line ${line}`;
}

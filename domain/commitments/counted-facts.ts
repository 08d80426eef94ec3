import { effectiveBudgets } from '../partners/iati/rules/effective-budgets';
import type { FactRecord } from './types';

/**
 * Which facts count, in their order: all but the originals that a revision of the same period replaces. Budgets replace
 * budgets, and planned disbursements those between the same two organisations; neither ever replaces the other.
 */
export function countedFacts(facts: readonly FactRecord[]): boolean[] {
  const groups = new Map<string, number[]>();
  facts.forEach((fact, index) => {
    const group = groupOf(fact);
    if (group === null) return;
    groups.set(group, [...(groups.get(group) ?? []), index]);
  });
  const isCounted = facts.map(() => true);
  for (const indices of groups.values()) {
    if (!indices.some((index) => facts[index]?.isRevised)) continue;
    const budgets = indices.map((index) => budgetOf(facts[index] as FactRecord, index));
    const kept = new Set(effectiveBudgets(budgets).map(({ line }) => line));
    for (const index of indices) isCounted[index] = kept.has(index);
  }
  return isCounted;
}

function groupOf({ kind, providerId, providerName, receiverId, receiverName }: FactRecord): string | null {
  if (kind === 'budget') return kind;
  if (kind !== 'planned') return null;
  return JSON.stringify([providerId ?? providerName, receiverId ?? receiverName]);
}

function budgetOf(fact: FactRecord, line: number) {
  const { amount, amountText: text, currency, valueDate } = fact;
  return {
    line,
    type: fact.isRevised ? '2' : '1',
    status: '1',
    period: { start: fact.periodStart, end: fact.periodEnd },
    value: { amount, text, currency, valueDate },
  };
}

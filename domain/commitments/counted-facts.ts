import { effectiveBudgets, effectivePlans, type Revisable } from '../partners/iati/rules/effective-budgets';
import { iatiFactDetailsOf, nameOfOrganisation } from './iati-details';
import type { FactRecord } from './types';

/**
 * Which facts count, in their order: all but the originals that a revision of the same period replaces. Budgets replace
 * budgets, and planned disbursements those between the same two organisations; neither ever replaces the other.
 */
export function countedFacts(facts: readonly FactRecord[]): boolean[] {
  if (!facts.some(({ isRevised }) => isRevised)) return facts.map(() => true);
  const budgets = revisable(facts, 'budget');
  const plans = revisable(facts, 'planned');
  const counted = new Set([
    ...effectiveBudgets(budgets),
    ...effectivePlans(plans, ({ line }) => betweenOf(facts[line] as FactRecord)),
  ]);
  const isCounted = facts.map(() => true);
  for (const each of [...budgets, ...plans]) isCounted[each.line] = counted.has(each);
  return isCounted;
}

/** The facts of a kind, with their index as their line. */
function revisable(facts: readonly FactRecord[], wanted: FactRecord['kind']): Revisable[] {
  return facts.flatMap(({ kind, isRevised, periodStart, periodEnd, ...fact }, line) => {
    if (kind !== wanted) return [];
    const { amount, amountText: text, currency, valueDate } = fact;
    const period = { start: periodStart, end: periodEnd };
    return [{ line, type: isRevised ? '2' : '1', period, value: { amount, text, currency, valueDate } }];
  });
}

/** Who is not recognised is known by the reference of the file, else by name. */
function betweenOf({ providerId, providerName, receiverId, receiverName, details }: FactRecord): string {
  const kept = iatiFactDetailsOf(details);
  const { provider, receiver } = kept?.element === 'planned' ? kept : { provider: null, receiver: null };
  const refOf = (side: typeof provider, name: string) =>
    (nameOfOrganisation(side) === name && side?.ref) || name;
  return JSON.stringify([
    providerId ?? refOf(provider, providerName),
    receiverId ?? refOf(receiver, receiverName),
  ]);
}

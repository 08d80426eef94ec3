import { type FiscalCalendar, periodOf, spreadByDays } from '../../calendars';
import type { RateTable } from '../../money/rates';
import { effectiveBudgets, effectivePlans } from './rules/effective-budgets';
import { inDollars, makeSums, type Sum } from './sums';
import {
  type Activity,
  type IatiValue,
  type Organisation,
  type OrganisationBudget,
  type OrganisationRef,
  organisationBudgetKinds,
  type PlannedDisbursement,
} from './types';

export interface IatiSummary {
  activities: number;
  organisations: number;
  transactions: { count: number; byType: (Sum & { type: string })[] };
  /** Of these two, `count` is of all in the file; the sums are of those that count after revisions. */
  budgets: { count: number; afterRevisions: Sum[] };
  plannedDisbursements: { count: number; sums: Sum[] };
  organisationBudgets: { count: number; byKind: (Sum & { kind: string })[] };
  /** Of recipient budgets, pro rata by days, rounded to cents; empty unless calendars were given. */
  byRecipientAndYear: (Sum & { recipient: string; start: string; end: string })[];
  /** Facts whose amount is no number: in the counts, in no sum. */
  withoutAmount: number;
}

/**
 * Counts and exact sums, one record after the other, in memory that does not grow with the file. With rates, each sum
 * also says what it comes to in dollars and what could not be converted.
 */
export function makeSummary({
  calendars = null,
  rates = null,
}: {
  calendars?: readonly FiscalCalendar[] | null;
  rates?: RateTable | null;
} = {}) {
  const [transactions, budgets, planned] = [makeSums(rates), makeSums(rates), makeSums(rates)];
  const [envelopes, years] = [makeSums(rates), makeSums(rates)];
  const counts = { activities: 0, organisations: 0, transactions: 0, budgets: 0, planned: 0, envelopes: 0 };
  let withoutAmount = 0;

  function add(sums: ReturnType<typeof makeSums>, of: string, value: IatiValue): void {
    const { amount, currency } = value;
    if (amount === null) withoutAmount++;
    else sums.put(of, { amount, currency: currency ?? '', usd: inDollars(value, rates) });
  }

  function addByYear(budget: OrganisationBudget): void {
    const { value, recipient } = budget;
    const { start, end } = budget.period;
    const period = start && end ? periodOf(start, end) : null;
    if (!calendars || !recipient || value.amount === null || !period) return;
    const usd = inDollars(value, rates);
    const inUsd = usd === null ? null : spreadByDays({ amount: usd, ...period }, calendars);
    spreadByDays({ amount: value.amount, ...period }, calendars).forEach(({ year, amount }, index) => {
      const key = [recipient.code ?? '', year.start, year.end].join('\u0000');
      years.put(key, { amount, currency: value.currency ?? '', usd: inUsd?.[index]?.amount ?? null });
    });
  }

  return {
    addActivity(activity: Activity): void {
      counts.activities++;
      counts.transactions += activity.transactions.length;
      counts.budgets += activity.budgets.length;
      counts.planned += activity.plannedDisbursements.length;
      for (const { type, value } of activity.transactions) add(transactions, type ?? '', value);
      for (const { value } of effectiveBudgets(activity.budgets)) add(budgets, '', value);
      for (const { value } of effectivePlans(activity.plannedDisbursements, betweenOf))
        add(planned, '', value);
    },

    addOrganisation(organisation: Organisation): void {
      counts.organisations++;
      counts.envelopes += organisation.budgets.length;
      for (const budget of organisation.budgets) {
        add(envelopes, budget.kind, budget.value);
        addByYear(budget);
      }
    },

    result(): IatiSummary {
      const kinds: readonly string[] = organisationBudgetKinds;
      return {
        activities: counts.activities,
        organisations: counts.organisations,
        transactions: {
          count: counts.transactions,
          byType: transactions
            .rows()
            .map(({ of: type, ...sum }) => ({ type, ...sum }))
            .sort((a, b) => Number(a.type) - Number(b.type)),
        },
        budgets: { count: counts.budgets, afterRevisions: byCurrency(budgets) },
        plannedDisbursements: { count: counts.planned, sums: byCurrency(planned) },
        organisationBudgets: {
          count: counts.envelopes,
          byKind: envelopes
            .rows()
            .map(({ of: kind, ...sum }) => ({ kind, ...sum }))
            .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
        },
        byRecipientAndYear: years.rows(2).map(({ of, ...sum }) => {
          const [recipient = '', start = '', end = ''] = of.split('\u0000');
          return { recipient, start, end, ...sum };
        }),
        withoutAmount,
      };
    },
  };
}

/** Between whom, by reference, else by name. */
function betweenOf({ provider, receiver }: PlannedDisbursement): string {
  const nameOf = (side: OrganisationRef | null) => side?.ref ?? side?.names[0]?.text ?? '';
  return JSON.stringify([nameOf(provider), nameOf(receiver)]);
}

function byCurrency(sums: ReturnType<typeof makeSums>): Sum[] {
  return sums.rows().map(({ of: _of, ...sum }) => sum);
}

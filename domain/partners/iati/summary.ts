import { type FiscalCalendar, spreadByDays } from '../../calendars';
import { type ExactSum, makeExactSum } from './exact-sum';
import { effectiveBudgets } from './rules/effective-budgets';
import {
  type Activity,
  type IatiValue,
  type Organisation,
  type OrganisationBudget,
  organisationBudgetKinds,
} from './types';

/** `currency` is "" where none is known; such amounts are summed apart, never with another. */
export interface Sum {
  currency: string;
  count: number;
  amount: string;
}

export interface IatiSummary {
  activities: number;
  organisations: number;
  transactions: { count: number; byType: (Sum & { type: string })[] };
  /** `count` is of all in the file; the sums are of those that count after revisions. */
  budgets: { count: number; afterRevisions: Sum[] };
  plannedDisbursements: { count: number; sums: Sum[] };
  organisationBudgets: { count: number; byKind: (Sum & { kind: string })[] };
  /** Of recipient budgets, pro rata by days, rounded to cents; empty unless calendars were given. */
  byRecipientAndYear: (Sum & { recipient: string; start: string; end: string })[];
  /** Facts whose amount is no number: in the counts, in no sum. */
  withoutAmount: number;
}

type Sums = Map<string, ExactSum>;

/** Counts and exact sums, one record after the other, in memory that does not grow with the file. */
export function makeSummary(calendars: readonly FiscalCalendar[] | null = null) {
  const [transactions, budgets, planned, envelopes, years]: Sums[] = [1, 2, 3, 4, 5].map(() => new Map()) as [
    Sums,
    Sums,
    Sums,
    Sums,
    Sums,
  ];
  const counts = { activities: 0, organisations: 0, transactions: 0, budgets: 0, planned: 0, envelopes: 0 };
  let withoutAmount = 0;

  function add(sums: Sums | undefined, keys: string[], { amount, currency }: IatiValue): void {
    if (amount === null) withoutAmount++;
    else increase(sums, [...keys, currency ?? ''], amount);
  }

  function addByYear(budget: OrganisationBudget): void {
    const { period, value, recipient } = budget;
    if (!calendars || !recipient || value.amount === null || !period.start || !period.end) return;
    const { start, end } = period;
    if (end < start) return;
    for (const { year, amount } of spreadByDays({ amount: value.amount, start, end }, calendars)) {
      increase(years, [recipient.code ?? '', year.start, year.end, value.currency ?? ''], amount);
    }
  }

  return {
    addActivity(activity: Activity): void {
      counts.activities++;
      counts.transactions += activity.transactions.length;
      counts.budgets += activity.budgets.length;
      counts.planned += activity.plannedDisbursements.length;
      for (const { type, value } of activity.transactions) add(transactions, [type ?? ''], value);
      for (const { value } of effectiveBudgets(activity.budgets).budgets) add(budgets, [], value);
      for (const { value } of activity.plannedDisbursements) add(planned, [], value);
    },

    addOrganisation(organisation: Organisation): void {
      counts.organisations++;
      counts.envelopes += organisation.budgets.length;
      for (const budget of organisation.budgets) {
        add(envelopes, [budget.kind], budget.value);
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
          byType: rows(transactions)
            .map(([[type = '', currency = ''], sum]) => ({ type, currency, ...sum }))
            .sort((a, b) => Number(a.type) - Number(b.type)),
        },
        budgets: { count: counts.budgets, afterRevisions: byCurrency(budgets) },
        plannedDisbursements: { count: counts.planned, sums: byCurrency(planned) },
        organisationBudgets: {
          count: counts.envelopes,
          byKind: rows(envelopes)
            .map(([[kind = '', currency = ''], sum]) => ({ kind, currency, ...sum }))
            .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
        },
        byRecipientAndYear: rows(years, 2).map(
          ([[recipient = '', start = '', end = '', currency = ''], sum]) => ({
            recipient,
            start,
            end,
            currency,
            ...sum,
          }),
        ),
        withoutAmount,
      };
    },
  };
}

function increase(sums: Sums | undefined, keys: string[], amount: string): void {
  const key = keys.length === 1 ? (keys[0] ?? '') : keys.join('\u0000');
  let sum = sums?.get(key);
  if (!sum) {
    sum = makeExactSum();
    sums?.set(key, sum);
  }
  sum.add(amount);
}

function rows(sums: Sums | undefined, places?: number): [string[], { count: number; amount: string }][] {
  return [...(sums ?? [])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sum]) => [key.split('\u0000'), { count: sum.count(), amount: sum.total().toFixed(places) }]);
}

function byCurrency(sums: Sums | undefined): Sum[] {
  return rows(sums).map(([[currency = ''], sum]) => ({ currency, ...sum }));
}

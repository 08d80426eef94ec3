import { type FiscalCalendar, periodOf, spreadByDays } from '../../calendars';
import { type ExactSum, makeExactSum } from './exact-sum';
import { detached } from './problems';
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

/** By what they are of, and by currency; without the former, by ''. */
type Sums = Map<string, Map<string, ExactSum>>;

/** Counts and exact sums, one record after the other, in memory that does not grow with the file. */
export function makeSummary(calendars: readonly FiscalCalendar[] | null = null) {
  const [transactions, budgets, planned]: [Sums, Sums, Sums] = [new Map(), new Map(), new Map()];
  const [envelopes, years]: [Sums, Sums] = [new Map(), new Map()];
  const counts = { activities: 0, organisations: 0, transactions: 0, budgets: 0, planned: 0, envelopes: 0 };
  let withoutAmount = 0;

  function add(sums: Sums, of: string, { amount, currency }: IatiValue): void {
    if (amount === null) withoutAmount++;
    else increase(sums, of, currency ?? '', amount);
  }

  function addByYear(budget: OrganisationBudget): void {
    const { value, recipient } = budget;
    const { start, end } = budget.period;
    const period = start && end ? periodOf(start, end) : null;
    if (!calendars || !recipient || value.amount === null || !period) return;
    for (const { year, amount } of spreadByDays({ amount: value.amount, ...period }, calendars)) {
      const key = [recipient.code ?? '', year.start, year.end].join('\u0000');
      increase(years, key, value.currency ?? '', amount);
    }
  }

  return {
    addActivity(activity: Activity): void {
      counts.activities++;
      counts.transactions += activity.transactions.length;
      counts.budgets += activity.budgets.length;
      counts.planned += activity.plannedDisbursements.length;
      for (const { type, value } of activity.transactions) add(transactions, type ?? '', value);
      for (const { value } of effectiveBudgets(activity.budgets)) add(budgets, '', value);
      for (const { value } of activity.plannedDisbursements) add(planned, '', value);
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
          byType: rows(transactions)
            .map(({ of: type, ...sum }) => ({ type, ...sum }))
            .sort((a, b) => Number(a.type) - Number(b.type)),
        },
        budgets: { count: counts.budgets, afterRevisions: byCurrency(budgets) },
        plannedDisbursements: { count: counts.planned, sums: byCurrency(planned) },
        organisationBudgets: {
          count: counts.envelopes,
          byKind: rows(envelopes)
            .map(({ of: kind, ...sum }) => ({ kind, ...sum }))
            .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
        },
        byRecipientAndYear: rows(years, 2).map(({ of, ...sum }) => {
          const [recipient = '', start = '', end = ''] = of.split('\u0000');
          return { recipient, start, end, ...sum };
        }),
        withoutAmount,
      };
    },
  };
}

function increase(sums: Sums, of: string, currency: string, amount: string): void {
  let byCurrency = sums.get(of);
  if (!byCurrency) {
    byCurrency = new Map();
    sums.set(detached(of), byCurrency);
  }
  let sum = byCurrency.get(currency);
  if (!sum) {
    sum = makeExactSum();
    byCurrency.set(detached(currency), sum);
  }
  sum.add(amount);
}

function rows(sums: Sums, places?: number): (Sum & { of: string })[] {
  return sorted(sums).flatMap(([of, byCurrency]) =>
    sorted(byCurrency).map(([currency, sum]) => ({
      ...{ of, currency, count: sum.count() },
      amount: sum.total().toFixed(places),
    })),
  );
}

function sorted<Value>(byKey: Map<string, Value>): [string, Value][] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
}

function byCurrency(sums: Sums): Sum[] {
  return rows(sums).map(({ of: _of, ...sum }) => sum);
}

import { describe, expect, it } from 'vitest';
import type { Budget } from '../types';
import { effectiveBudgets, repeatedBudgets } from './effective-budgets';

interface Given {
  type?: string;
  year?: number;
  amount?: string;
  valueDate?: string;
  line?: number;
}

function budget({
  type = '1',
  year = 2024,
  amount = '1',
  valueDate = '2024-01-01',
  line = 1,
}: Given): Budget {
  const period = { start: `${year}-01-01`, end: `${year}-12-31` };
  return { line, type, status: '1', period, value: { amount, text: amount, currency: 'USD', valueDate } };
}

function amountsOf(budgets: Budget[]) {
  return effectiveBudgets(budgets).map(({ value }) => value.amount);
}

describe('the budgets that count', () => {
  it('have the revised one in the place of the original of its period, wherever it stands', () => {
    const original = budget({ amount: '10' });
    const revised = budget({ type: '2', amount: '7' });
    const other = budget({ year: 2025, amount: '5' });
    expect(amountsOf([original, revised, other])).toEqual(['7', '5']);
    expect(amountsOf([revised, other, original])).toEqual(['7', '5']);
  });

  it('have one revision of a period: that of the latest value date, and the others are named', () => {
    const first = budget({ type: '2', amount: '7', valueDate: '2024-06-01' });
    const second = budget({ type: '2', amount: '8', valueDate: '2024-03-01' });
    expect(amountsOf([first, second])).toEqual(['7']);
    expect(repeatedBudgets([first, second])).toEqual([1]);
  });

  it('have every original of a period, and the second is named', () => {
    const parts = [budget({ amount: '1' }), budget({ amount: '2' })];
    expect(amountsOf(parts)).toEqual(['1', '2']);
    expect(repeatedBudgets(parts)).toEqual([1]);
  });

  it('replace nothing where the period cannot be read', () => {
    const unread = { start: null, end: null };
    const original = { ...budget({ amount: '1', line: 1 }), period: unread };
    const revised = { ...budget({ type: '2', amount: '2', line: 9 }), period: unread };
    expect(amountsOf([original, revised])).toEqual(['1', '2']);
  });
});

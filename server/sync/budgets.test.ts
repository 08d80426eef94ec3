import { expect, it } from 'vitest';
import { type Budget, Budgets } from './budgets';
import { defaultLimits } from './limits';

const still = { perSecond: 0.001, burst: 10 };
const ample = { perSecond: 1_000, burst: 1_000_000 };

function makeBudgets(limits: Partial<typeof defaultLimits> = {}, rates = {}) {
  return new Budgets({
    ...defaultLimits,
    rates: { ofConnection: ample, ofPerson: ample, ofNetwork: ample, ofKnocks: ample, ...rates },
    ...limits,
  });
}

function open(budgets: Budgets, accountId: string, network = 'n', documentId = 'd'): Budget {
  return budgets.open({ accountId, network, documentId }) as Budget;
}

it('a connection that overspends is held back, and no other', () => {
  const budgets = makeBudgets({}, { ofConnection: still });
  const [a, b] = [open(budgets, 'a'), open(budgets, 'a')];
  expect(a.take(10)).toBe(0);
  expect(a.take(1)).toBeGreaterThan(0);
  expect(b.take(10)).toBe(0);
});

it('a person shares one budget over all connections, a network over all people', () => {
  const budgets = makeBudgets({}, { ofPerson: still });
  expect(open(budgets, 'a').take(10)).toBe(0);
  expect(open(budgets, 'a', 'elsewhere').take(1)).toBeGreaterThan(0);
  expect(open(budgets, 'b').take(1)).toBe(0);
  const networks = makeBudgets({}, { ofNetwork: still });
  expect(open(networks, 'a').take(10)).toBe(0);
  expect(open(networks, 'b').take(1)).toBeGreaterThan(0);
  expect(open(networks, 'c', 'elsewhere').take(1)).toBe(0);
});

it('reconnecting gives nobody a new budget', () => {
  const budgets = makeBudgets({}, { ofPerson: still });
  const first = open(budgets, 'a');
  first.take(10);
  first.close();
  budgets.sweep();
  expect(open(budgets, 'a').take(1)).toBeGreaterThan(0);
});

it('a person has so many connections and documents, a network so many connections', () => {
  const budgets = makeBudgets({ connectionsPerAccount: 3, documentsPerAccount: 2, connectionsPerNetwork: 4 });
  const [one, two] = [open(budgets, 'a', 'n', '1'), open(budgets, 'a', 'n', '2')];
  expect(budgets.open({ accountId: 'a', network: 'n', documentId: '3' })).toBe('too many documents');
  open(budgets, 'a', 'n', '2');
  expect(budgets.open({ accountId: 'a', network: 'm', documentId: '1' })).toBe('too many connections');
  open(budgets, 'b');
  expect(budgets.open({ accountId: 'c', network: 'n', documentId: 'd' })).toBe('too many connections');
  two.close();
  one.close();
  expect(budgets.open({ accountId: 'a', network: 'n', documentId: '3' })).toHaveProperty('take');
});

it('what waits for the end of its frame counts for all connections of a person, until they close', () => {
  const budgets = makeBudgets({ heldBytesPerPerson: 100 });
  const [one, two, other] = [open(budgets, 'a'), open(budgets, 'a'), open(budgets, 'b')];
  expect([one.hold(60), two.hold(40), other.hold(100)]).toEqual([true, true, true]);
  expect(two.hold(41)).toBe(false);
  one.close();
  expect(two.hold(100)).toBe(true);
});

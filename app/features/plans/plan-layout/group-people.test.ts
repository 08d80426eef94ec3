import { expect, test } from 'vitest';
import { groupPeople, initialsOf } from './group-people';

const planning = { accountId: 'a', institutionId: 'i', name: 'Planning', acronym: 'MSANP', kind: 'ministry' };

test('two windows of one person are one person', () => {
  expect(groupPeople([planning, planning])).toHaveLength(1);
});

test('a person who acts for two institutions in two windows is shown for each', () => {
  const forFund = { ...planning, institutionId: 'j', acronym: 'CNaPS' };
  expect(groupPeople([planning, forFund]).map(({ acronym }) => acronym)).toEqual(['MSANP', 'CNaPS']);
});

test('initials are the first letters of the words that count', () => {
  expect(initialsOf('Planning, Ministry of Public Health')).toBe('PM');
  expect(initialsOf('Budget')).toBe('B');
  expect(initialsOf('Études et planification')).toBe('É');
  expect(initialsOf('santé publique')).toBe('S');
  expect(initialsOf('')).toBe('');
});

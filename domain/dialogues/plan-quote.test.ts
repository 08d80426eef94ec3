import { expect, it } from 'vitest';
import { quoteOf, sourceStateOf } from './plan-quote';

it('an action is quoted by its title and its description', () => {
  expect(quoteOf({ title: ' Train midwives ', description: '' })).toBe('Train midwives');
  expect(quoteOf({ title: 'Train', description: 'In all districts\n' })).toBe('Train\n\nIn all districts');
  expect(quoteOf({ title: '', description: ' ' })).toBe('');
});

it('what was quoted is the same, changed or gone, and nothing is said of it where the plan cannot be read', () => {
  expect(['a', 'b', null, undefined].map((now) => sourceStateOf({ hash: 'a' }, now))).toEqual([
    ...['same', 'changed', 'gone', null],
  ]);
});

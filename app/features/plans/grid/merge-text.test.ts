import { describe, expect, it } from 'vitest';
import { mergeChoices, mergeText } from './merge-text';

describe('a text that two people change at once', () => {
  it.each([
    ['Train nurses', 'Train 40 nurses', 'Train nurses in Ihorombe', 'Train 40 nurses in Ihorombe'],
    ['Train nurses', 'Train midwives', 'Please train nurses', 'Please train midwives'],
    ['Train nurses', 'Train nurses', 'Train doctors', 'Train doctors'],
    ['Train nurses', 'Train doctors', 'Train nurses', 'Train doctors'],
    ['', 'mine', 'theirs', 'minetheirs'],
  ])('%j: %j and %j give %j', (base, mine, theirs, merged) => {
    expect(mergeText(base, mine, theirs)).toBe(merged);
  });
});

describe('mergeChoices', () => {
  it('keeps what each of two people added, and takes away what either took away', () => {
    expect(mergeChoices(['WHO', 'ILO'], ['ILO', 'MEF'], ['WHO', 'ILO', 'GIZ'])).toEqual([
      'ILO',
      'GIZ',
      'MEF',
    ]);
    expect(mergeChoices(['WHO'], ['WHO', 'MEF'], [])).toEqual(['MEF']);
  });
});

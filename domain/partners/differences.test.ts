import { describe, expect, it } from 'vitest';
import { conflictsOf, differencesOf } from './differences';

describe('differences', () => {
  it('are the fields that stand differently; lists are sets', () => {
    const before = { about: 'a', instruments: ['grant', 'loan'], website: '' };
    const after = { about: 'b', instruments: ['loan', 'grant'], website: '' };
    expect(differencesOf(before, after)).toEqual({ about: 'b' });
    expect(differencesOf({}, { country: null })).toEqual({});
  });
});

describe('conflicts', () => {
  const seen = { about: 'seen', website: 'w' };

  it('are fields that someone has set to something third', () => {
    const current = { about: 'third', website: 'w' };
    expect(conflictsOf({ seen, wanted: { about: 'wanted' }, current })).toEqual(['about']);
    expect(conflictsOf({ seen, wanted: { website: 'wanted' }, current })).toEqual([]);
  });

  it('are none where someone did the same', () => {
    expect(conflictsOf({ seen, wanted: { about: 'wanted' }, current: { about: 'wanted' } })).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AccountId } from '#domain/ids';
import { keptFormTexts } from './kept-form-texts';

const [first, next] = ['first', 'next'] as AccountId[] as [AccountId, AccountId];
const form = 'report:action';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

it('an unsent report is found again by who wrote it, and by nobody who signs in next in the same tab', () => {
  keptFormTexts(first, form).write({ evidence: 'Not for others yet' });
  expect(keptFormTexts(next, form).read()).toEqual({});
  expect(keptFormTexts(first, form).read()).toEqual({ evidence: 'Not for others yet' });
});

it('a report that was sent leaves nothing behind', () => {
  keptFormTexts(first, form).write({ evidence: 'Decree' });
  keptFormTexts(first, form).write(null);
  expect(stored.size).toBe(0);
});

it('a browser without storage has an empty form', () => {
  vi.stubGlobal('sessionStorage', undefined);
  keptFormTexts(first, form).write({ evidence: 'Decree' });
  expect(keptFormTexts(first, form).read()).toEqual({});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendars';
import { occurrencesOf, readRule, type WindowRule, windowRuleSchema } from './rule';

const yearly: WindowRule = {
  firstOpens: '2026-03-15',
  until: '2028-12-31',
  everyMonths: 12,
  closesAfterDays: 42,
  reviewAfterDays: 28,
  decisionAfterDays: 90,
  title: 'Window',
};

const rule: fc.Arbitrary<WindowRule> = fc
  .record({
    start: fc.integer({ min: 0, max: 15_000 }),
    days: fc.integer({ min: 0, max: 2_500 }),
    everyMonths: fc.integer({ min: 1, max: 40 }),
    closesAfterDays: fc.integer({ min: 0, max: 300 }),
    reviewAfterDays: fc.option(fc.integer({ min: 0, max: 200 })),
    decisionAfterDays: fc.option(fc.integer({ min: 200, max: 600 })),
  })
  .map(({ start, days, ...rest }) => {
    const firstOpens = addDays('2000-01-01', start);
    return { ...rest, firstOpens, until: addDays(firstOpens, days), title: '' };
  });

describe('windows that come back', () => {
  it('open every so many months, close, are reviewed and decided upon', () => {
    expect(occurrencesOf(yearly).slice(0, 4)).toEqual([
      { key: '2026-1/window_opens', kind: 'window_opens', title: 'Window', date: '2026-03-15' },
      { key: '2026-1/window_closes', kind: 'window_closes', title: 'Window', date: '2026-04-26' },
      { key: '2026-1/review', kind: 'review', title: 'Window', date: '2026-05-24' },
      { key: '2026-1/decision', kind: 'decision', title: 'Window', date: '2026-07-25' },
    ]);
    expect(occurrencesOf(yearly).filter(({ kind }) => kind === 'decision')).toHaveLength(3);
    const monthly = { ...yearly, firstOpens: '2026-01-31', until: '2026-04-30', everyMonths: 1 };
    const opened = occurrencesOf(monthly).filter(({ kind }) => kind === 'window_opens');
    expect(opened.map(({ date }) => date)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it('open within the rule’s days, in order, each known by a key of its own', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const all = occurrencesOf(one);
        const opened = all.filter(({ kind }) => kind === 'window_opens').map(({ date }) => date);
        expect(opened[0]).toBe(one.firstOpens);
        expect(opened.every((date) => date >= one.firstOpens && date <= one.until)).toBe(true);
        expect([...opened].sort()).toEqual(opened);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      }),
    );
  });

  it('keep their keys and dates when the rule is made longer', () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 1_000 }), (one, more) => {
        const longer = occurrencesOf({ ...one, until: addDays(one.until, more) });
        expect(longer).toEqual(expect.arrayContaining(occurrencesOf(one)));
      }),
    );
  });

  it('keep their keys when the day within the month or what follows it moves', () => {
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 99 }),
        (one, day, days) => {
          const until = '2060-12-31';
          const firstOpens = `${one.firstOpens.slice(0, 8)}${String(day).padStart(2, '0')}`;
          const keys = (of: WindowRule) => occurrencesOf({ ...of, until }).map(({ key }) => key);
          expect(keys({ ...one, firstOpens, closesAfterDays: days })).toEqual(keys(one));
        },
      ),
    );
  });

  it('are refused where their rule makes no sense, and read back where it does', () => {
    const problem = (change: object) =>
      windowRuleSchema.safeParse({ ...yearly, ...change }).error?.issues.map(({ message }) => message);
    expect(problem({ until: '2026-03-14' })).toEqual(['endBeforeStart']);
    expect(problem({ firstOpens: '2026-02-30' })).toEqual(['dateMissing']);
    expect(problem({ everyMonths: 1, until: '2060-01-01' })).toEqual(['tooManyWindows']);
    expect(problem({ reviewAfterDays: 100 })).toEqual(['decisionBeforeReview']);
    expect(readRule(JSON.parse(JSON.stringify(yearly)))).toEqual(yearly);
    expect(readRule(null)).toBeNull();
    expect(readRule({ every: 'now and then' })).toBeNull();
  });
});

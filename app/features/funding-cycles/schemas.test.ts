import { describe, expect, it } from 'vitest';
import { budgetEventSchema } from './budget-schemas';
import { cycleSchema, envelopeSchema, ruleSchema } from './schemas';

const messages = (schema: { safeParse: (value: unknown) => { error?: unknown } }, value: object) =>
  (
    schema.safeParse(value).error as { issues: { message: string; path: string[] }[] } | undefined
  )?.issues.map(({ message, path }) => `${path.join('.')} ${message}`);

describe('what is typed about a cycle', () => {
  it('counts weeks as days, and names the field in which a rule makes no sense', () => {
    const typed = { firstOpens: '2027-03-01', until: '2028-12-31', everyMonths: 12, closesAfter: 6 };
    expect(ruleSchema.parse({ ...typed, closesUnit: 'weeks' })).toMatchObject({
      rule: { closesAfterDays: 42, reviewAfterDays: null, title: '' },
      reason: '',
    });
    expect(messages(ruleSchema, { ...typed, closesUnit: 'weeks', closesAfter: 900 })).toEqual([
      'closesAfter numberInvalid',
    ]);
    expect(messages(ruleSchema, { ...typed, until: '2026-01-01' })).toEqual(['until endBeforeStart']);
  });

  it('reads an amount as the language writes it, and refuses what could be two', () => {
    const typed = { status: 'indicative', currency: 'USD' };
    expect(envelopeSchema('fr').parse({ ...typed, amountText: '12,5 millions' })).toMatchObject({
      amount: '12500000',
      amountText: '12,5 millions',
      theme: null,
    });
    const wrong = (amountText: string) => messages(envelopeSchema('en'), { ...typed, amountText });
    expect(wrong('about ten')).toEqual(['amountText amountInvalid']);
    expect(wrong('12 EUR')).toEqual(['amountText currencyDiffers']);
    const period = { amountText: '1', periodStart: '2027-01-01', periodEnd: '2026-01-01' };
    expect(messages(envelopeSchema('en'), { ...typed, ...period })).toEqual(['periodEnd endBeforeStart']);
  });

  it('wants a period that ends after it starts and a fiscal year that every year has', () => {
    const cycle = { kind: 'strategy', name: 'S', fiscalStartMonth: 2, fiscalStartDay: 29 };
    expect(messages(cycleSchema, { ...cycle, periodStart: '2026-01-01', periodEnd: '2025-12-31' })).toEqual([
      'periodEnd endBeforeStart',
      'fiscalStartDay dayInvalid',
    ]);
    expect(messages(cycleSchema, { ...cycle, periodStart: '2026-02-30', periodEnd: '2026-12-31' })).toContain(
      'periodStart dateMissing',
    );
  });

  it('lets only a yearly step of the budget have a last year', () => {
    const step = {
      country: 'BI',
      kind: 'circular',
      date: '2018-07-01',
      precision: 'day',
      state: 'confirmed',
    };
    expect(messages(budgetEventSchema, { ...step, lastYear: 2020 })).toEqual(['lastYear lastYearInvalid']);
    expect(messages(budgetEventSchema, { ...step, isYearly: true, lastYear: 2017 })).toEqual([
      'lastYear lastYearInvalid',
    ]);
    expect(messages(budgetEventSchema, { ...step, isYearly: true, lastYear: 2020 })).toBeUndefined();
  });
});

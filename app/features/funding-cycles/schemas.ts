import { z } from 'zod';
import { isRealDate, partsOf } from '#domain/calendars/dates';
import {
  cycleEventKinds,
  cycleEventStates,
  cycleKinds,
  datePrecisions,
  envelopeStatuses,
} from '#domain/funding-cycles/kinds';
import { windowRuleSchema } from '#domain/funding-cycles/rule';
import type { FundingCycleId, InstitutionId } from '#domain/ids';
import type { Language } from '#domain/languages';
import { parseAmount } from '#domain/money';
import { themes } from '#domain/themes';

// The messages are keys of the catalogue `cycles`, under `fieldErrors`.
export const text = (most: number) => z.string().trim().max(most, 'tooLong').default('');
export const needed = (missing: string, most = 200) =>
  z.string({ required_error: missing }).trim().min(1, missing).max(most, 'tooLong');
const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDate(...partsOf(value));
export const date = z.string({ required_error: 'dateMissing' }).refine(isDate, 'dateMissing');
export const optionalDate = z.string().refine(isDate, 'dateMissing').nullable().default(null);
const number = z
  .number({ required_error: 'numberInvalid', invalid_type_error: 'numberInvalid' })
  .int('numberInvalid');
const optionalNumber = z
  .number({ invalid_type_error: 'numberInvalid' })
  .int('numberInvalid')
  .min(0, 'numberInvalid')
  .max(2000, 'numberInvalid')
  .nullable()
  .default(null);
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable()
  .default(null);
export const choice = <T extends string>(values: readonly [T, ...T[]]) =>
  z.enum(values as [T, ...T[]], { errorMap: () => ({ message: 'choiceMissing' }) });
export const precision = choice(datePrecisions);
export const state = choice(cycleEventStates);
export const sequence = number.min(0);

const cycle = z.object({
  kind: choice(cycleKinds),
  name: needed('nameMissing'),
  periodStart: date,
  periodEnd: date,
  fiscalStartMonth: number.min(1).max(12),
  fiscalStartDay: number.min(1, 'dayInvalid').max(31, 'dayInvalid'),
  predecessorId: z
    .string()
    .transform((id) => id as FundingCycleId)
    .nullable()
    .default(null),
  note: text(4000),
});

function checkCycle(value: z.output<typeof cycle>, context: z.RefinementCtx): void {
  const add = (message: string, path: string) =>
    context.addIssue({ code: z.ZodIssueCode.custom, message, path: [path] });
  if (value.periodEnd < value.periodStart) add('endBeforeStart', 'periodEnd');
  // A day that every year has: not 29 February.
  if (!isRealDate(2001, value.fiscalStartMonth, value.fiscalStartDay)) add('dayInvalid', 'fiscalStartDay');
}

export const cycleSchema = cycle.superRefine(checkCycle);
export const newCycleSchema = cycle
  .extend({ institutionId: needed('partnerMissing').transform((id) => id as InstitutionId) })
  .superRefine(checkCycle);

export const eventSchema = z.object({
  kind: choice(cycleEventKinds),
  title: text(200),
  country,
  date,
  precision,
  state,
  source: text(500),
  checkedOn: optionalDate,
});

export const changeEventSchema = eventSchema.omit({ kind: true }).extend({ sequence, reason: text(1000) });

/** Weeks are a way of typing days; the rule counts days. */
export const ruleSchema = z
  .object({
    title: text(120),
    firstOpens: date,
    until: date,
    everyMonths: number.min(1, 'numberInvalid').max(60, 'numberInvalid'),
    closesAfter: number.min(0, 'numberInvalid').max(1000, 'numberInvalid'),
    closesUnit: z.enum(['days', 'weeks']).default('days'),
    reviewAfterDays: optionalNumber,
    decisionAfterDays: optionalNumber,
    reason: text(1000),
  })
  .transform(({ reason, closesAfter, closesUnit, ...rule }, context) => {
    const parsed = windowRuleSchema.safeParse({
      ...rule,
      closesAfterDays: closesAfter * (closesUnit === 'weeks' ? 7 : 1),
    });
    if (parsed.success) return { rule: parsed.data, reason };
    for (const { message, path } of parsed.error.issues) {
      const field = path[0] === 'closesAfterDays' ? 'closesAfter' : path[0];
      context.addIssue({ code: z.ZodIssueCode.custom, message, path: field === undefined ? [] : [field] });
    }
    return z.NEVER;
  });

/** Amounts are read as people of the language write them. */
export function envelopeSchema(language: Language) {
  return z
    .object({
      country,
      theme: z.enum(themes).nullable().default(null),
      status: choice(envelopeStatuses),
      amountText: needed('amountInvalid', 60),
      currency: z.string({ required_error: 'currencyMissing' }).regex(/^[A-Z]{3}$/, 'currencyMissing'),
      valueDate: optionalDate,
      periodStart: optionalDate,
      periodEnd: optionalDate,
      sourceText: text(500),
    })
    .transform((typed, context) => {
      const add = (message: string, path: string) => {
        context.addIssue({ code: z.ZodIssueCode.custom, message, path: [path] });
        return z.NEVER;
      };
      const { periodStart, periodEnd, currency } = typed;
      if (periodStart && periodEnd && periodEnd < periodStart) return add('endBeforeStart', 'periodEnd');
      const read = parseAmount(typed.amountText, language);
      if (!read) return add('amountInvalid', 'amountText');
      // "12 Mio EUR" with dollars chosen beside it could be either.
      if (read.currency && read.currency !== currency) return add('currencyDiffers', 'amountText');
      return { ...typed, amount: read.amount };
    });
}

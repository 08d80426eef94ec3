import { z } from 'zod';
import { budgetEventKinds } from '#domain/funding-cycles/kinds';
import { choice, date, needed, precision, sequence, state, text } from './schemas';

const year = z
  .number({ required_error: 'yearInvalid', invalid_type_error: 'yearInvalid' })
  .int('yearInvalid')
  .min(1900, 'yearInvalid')
  .max(2200, 'yearInvalid');

const budgetEvent = z.object({
  country: needed('countryMissing').regex(/^[A-Z]{2}$/, 'countryMissing'),
  kind: choice(budgetEventKinds),
  title: text(200),
  date,
  precision,
  state,
  source: text(500),
  isYearly: z.boolean().default(false),
  lastYear: year.nullable().default(null),
});
type Typed = Pick<z.output<typeof budgetEvent>, 'isYearly' | 'lastYear' | 'date'>;

/** Only what comes back every year has a last one. */
function checkLastYear({ isYearly, lastYear, date: first }: Typed, context: z.RefinementCtx): void {
  if (lastYear === null || (isYearly && lastYear >= Number(first.slice(0, 4)))) return;
  context.addIssue({ code: z.ZodIssueCode.custom, message: 'lastYearInvalid', path: ['lastYear'] });
}

export const budgetEventSchema = budgetEvent.superRefine(checkLastYear);
export const changeBudgetEventSchema = budgetEvent.extend({ sequence }).superRefine(checkLastYear);
export const moveBudgetEventSchema = z.object({ year, date, precision, state, source: text(500) });

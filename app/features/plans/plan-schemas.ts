import { z } from 'zod';
import { languages } from '#domain/languages';
import { horizonProblem, planLimits } from '#domain/plans/limits';
import { planStarts } from './plan-starts';

// The messages are keys of the catalogue `plans`, under `fieldErrors`.
const title = z
  .string({ required_error: 'titleMissing' })
  .trim()
  .min(1, 'titleMissing')
  .max(planLimits.titleLength, 'titleTooLong');

const year = z
  .string({ required_error: 'yearInvalid' })
  .trim()
  .regex(/^\d{4}$/, 'yearInvalid')
  .transform(Number);

const horizon = { startYear: year, endYear: year };

function checkHorizon(value: { startYear: number; endYear: number }, context: z.RefinementCtx): void {
  const problem = horizonProblem(value);
  if (problem) context.addIssue({ code: 'custom', path: ['endYear'], message: problem });
}

export const newPlanSchema = z
  .object({
    title,
    ...horizon,
    start: z.enum(planStarts, { message: 'choose' }),
    language: z.enum(languages, { message: 'choose' }),
  })
  .superRefine(checkHorizon);

export const planSettingsSchema = z.object({ title, ...horizon }).superRefine(checkHorizon);

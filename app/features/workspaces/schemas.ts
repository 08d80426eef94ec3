import { z } from 'zod';
import { maxEmailLength } from '#domain/accounts/rules';
import { languages } from '#domain/languages';
import { roles } from '#domain/workspaces/roles';
import { isSlug } from '#domain/workspaces/slug';

// The messages are keys of the catalogue `workspaces`, under `fieldErrors`.
const text = (missing: string) =>
  z.string({ required_error: missing }).trim().min(1, missing).max(200, 'tooLong');
const optionalEmail = z
  .string()
  .trim()
  .max(maxEmailLength, 'emailInvalid')
  .regex(/^[^\s@]+@[^\s@]+$/, 'emailInvalid')
  .nullable()
  .default(null);

export const inviteSchema = z.object({
  institutionId: text('institutionMissing'),
  role: z.enum(roles, { errorMap: () => ({ message: 'roleMissing' }) }),
  email: optionalEmail,
  canInvite: z.boolean().default(false),
});

export const membershipSchema = z.object({
  role: z.enum(roles, { errorMap: () => ({ message: 'roleMissing' }) }),
  canInvite: z.boolean().default(false),
});

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .nullable()
  .default(null);
const currency = z.string({ required_error: 'currencyMissing' }).regex(/^[A-Z]{3}$/, 'currencyMissing');

export const workspaceSchema = z.object({
  name: text('nameMissing'),
  country,
  currency,
  languages: z.array(z.enum(languages)).min(1, 'languagesMissing'),
});

/** Days beyond the 28th are left out: every year, and every month, has those before. */
export const calendarSchema = z.object({
  appliesFrom: z.string({ required_error: 'dateMissing' }).regex(/^\d{4}-\d{2}-\d{2}$/, 'dateMissing'),
  startMonth: z.coerce.number().int().min(1).max(12),
  startDay: z.coerce.number().int().min(1, 'dayInvalid').max(31, 'dayInvalid'),
});

export const newWorkspaceSchema = workspaceSchema
  .merge(calendarSchema.omit({ appliesFrom: true }))
  .extend({
    slug: z.string({ required_error: 'slugInvalid' }).trim().refine(isSlug, 'slugInvalid'),
    /** A known institution's id, or empty for the new one below. */
    institutionId: z.string().default(''),
    institutionName: z.string().trim().max(200, 'tooLong').default(''),
    institutionAcronym: z.string().trim().max(40, 'tooLong').default(''),
    convenor: z.enum(['self', 'mail', 'link']).default('self'),
    email: optionalEmail,
  })
  .superRefine(({ institutionId, institutionName, convenor, email }, context) => {
    const missing = (field: string, message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, message, path: [field] });
    if (!institutionId && !institutionName) missing('institutionName', 'convenorInstitutionMissing');
    if (convenor === 'mail' && email === null) missing('email', 'emailMissing');
  });

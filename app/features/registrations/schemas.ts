import { z } from 'zod';
import { maxEmailLength, maxNameLength } from '#domain/accounts/rules';

// The messages are keys of the catalogue `publicPages`, under `fieldErrors`.
const text = (missing: string, limit = 200) =>
  z.string({ required_error: missing }).trim().min(1, missing).max(limit, 'tooLong');

export const registrantSchema = z.object({
  id: z.string().min(1).max(150),
  name: text('nameMissing', maxNameLength),
  position: text('positionMissing'),
  institution: text('institutionMissing'),
  email: text('emailMissing', maxEmailLength).email('emailInvalid'),
  consent: z.boolean({ required_error: 'consentMissing' }).refine(Boolean, 'consentMissing'),
});

// Of `meetings`.
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'dateMissing')
  .optional();
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeMissing')
  .default('23:59');
const id = z.string().min(1).max(150);

export const rulesSchema = z.object({
  date,
  time,
  /** Chosen by the page, which knows the dialogue. */
  timeZone: z.string().min(1).max(100),
  places: z.coerce
    .number({ message: 'placesInvalid' })
    .int('placesInvalid')
    .min(1, 'placesInvalid')
    .max(100_000, 'placesInvalid')
    .optional(),
});
export const aboutRegistration = z.object({ registrationId: id });
export const registrationMark = aboutRegistration.extend({
  attendance: z.enum(['present', 'absent', 'none']),
});

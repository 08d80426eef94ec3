import { z } from 'zod';

// The messages are keys of the catalogue `cycles`, under `fieldErrors`.
export const feedSchema = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  reminderDays: z
    .number({ invalid_type_error: 'numberInvalid' })
    .int('numberInvalid')
    .min(0, 'numberInvalid')
    .max(60, 'numberInvalid')
    .nullable()
    .default(null),
});

import { z } from 'zod';

// The messages are keys of the catalogue `quality`, under `fieldErrors`.
export const answerSchema = z.object({
  text: z.string({ required_error: 'textMissing' }).trim().min(1, 'textMissing').max(2_000, 'tooLong'),
});

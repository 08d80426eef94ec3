import { z } from 'zod';
import { heardAnswers, usefulnessSteps } from '#domain/dialogues/feedback';

// The messages are keys of the catalogue `feedback`, under `fieldErrors`.
const long = (missing?: string) => z.string({ required_error: missing }).trim().max(10_000, 'tooLong');
const steps = usefulnessSteps.map(String) as [string, ...string[]];

export const feedbackSchema = z.object({
  heard: z.enum(heardAnswers, { message: 'choose' }),
  usefulness: z.enum(steps, { message: 'choose' }).optional(),
  text: long().default(''),
});

export const replySchema = z.object({
  institutionId: z.string().min(1).max(150),
  seenAt: z.string().min(1).max(50),
  reply: long('replyMissing').min(1, 'replyMissing'),
});

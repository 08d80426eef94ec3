import { z } from 'zod';
import { linkAudiences, linkKinds } from '#domain/dialogues/kinds';

// The messages are keys of the catalogue `meetings`, under `fieldErrors`.
const choose = { message: 'choose' };
const id = z.string().min(1).max(150);

export const visibilityChosen = z.object({ visibility: z.enum(['members', 'public']) });
export const aboutLink = z.object({ linkId: id });
export const linkSchema = z.object({
  id,
  /** Of which item it is a paper. */
  itemId: id.optional(),
  kind: z.enum(linkKinds, choose),
  title: z.string({ required_error: 'titleMissing' }).trim().min(1, 'titleMissing').max(200, 'tooLong'),
  url: z
    .string({ required_error: 'linkInvalid' })
    .trim()
    .max(2_000, 'tooLong')
    .regex(/^https?:\/\//i, 'linkInvalid'),
  audience: z.enum(linkAudiences, choose),
});

import { z } from 'zod';
import { maxEmailLength, maxNameLength } from '#domain/accounts/rules';
import { delegateRoles } from '#domain/dialogues/kinds';
import { languages } from '#domain/languages';

// The messages are keys of the catalogue `letters`, under `fieldErrors`.
const text = (missing: string, limit = 200) =>
  z.string({ required_error: missing }).trim().min(1, missing).max(limit, 'tooLong');
const id = z.string().min(1).max(150);

export const addresseeSchema = z.object({
  institutionId: z.string({ required_error: 'choose' }).min(1, 'choose').max(150),
  name: text('nameMissing', maxNameLength),
  email: text('emailMissing', maxEmailLength).email('emailInvalid'),
  language: z.enum(languages, { message: 'choose' }),
});
export const knownChosen = z.object({
  emails: z.array(z.string().max(maxEmailLength), { required_error: 'chooseSome' }).min(1, 'chooseSome'),
});
export const aboutLetter = z.object({ letterId: id });
export const letterText = z.object({
  text: z.string().trim().max(10_000, 'tooLong').default(''),
  hasReminders: z.boolean().default(false),
});
/** An answer is a kilobyte or two. */
export const repliesSchema = z.object({ text: text('replyMissing', 100_000) });

export const linkAnswer = z.object({ answer: z.enum(['accepted', 'declined']) });
export const linkDelegate = z.object({ id, name: text('nameMissing'), role: z.enum(delegateRoles) });
export const aboutDelegate = z.object({ delegateId: id });

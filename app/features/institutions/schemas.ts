import { z } from 'zod';
import { institutionKinds } from '#domain/institutions/kinds';
import type { InstitutionFacts, InstitutionIdentifier } from '#server/features/institutions';

// The messages are keys of the catalogue `institutions`, under `fieldErrors`.
const name = z.string().trim().max(200, 'tooLong').default('');

/** One a line: the scheme, a space or colon, the value. Null where a line has no two parts. */
function parseIdentifiers(text: string): InstitutionIdentifier[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const parsed = lines.map((line) => /^([A-Za-z][\w-]*)[\s:]+(\S.*)$/.exec(line));
  if (parsed.some((match) => match === null)) return null;
  return parsed.flatMap((match) =>
    match?.[1] && match[2] ? [{ scheme: match[1].toUpperCase(), value: match[2].trim() }] : [],
  );
}

const identifiers = z
  .string()
  .max(2000, 'tooLong')
  .default('')
  .transform((text, context) => {
    const parsed = parseIdentifiers(text);
    if (parsed) return parsed;
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'identifiersInvalid' });
    return z.NEVER;
  });

export const identifiersSchema = z.object({ identifiers });

export const institutionSchema = z
  .object({
    nameEn: name,
    nameFr: name,
    nameEs: name,
    acronym: z.string().trim().max(40, 'tooLong').default(''),
    kind: z.enum(institutionKinds, { errorMap: () => ({ message: 'kindMissing' }) }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .default(null),
    identifiers,
  })
  .superRefine(({ nameEn, nameFr, nameEs }, context) => {
    if (nameEn || nameFr || nameEs) return;
    context.addIssue({ code: z.ZodIssueCode.custom, message: 'nameMissing', path: ['nameEn'] });
  });

export function factsOf(value: z.output<typeof institutionSchema>): InstitutionFacts {
  const { nameEn, nameFr, nameEs, ...rest } = value;
  return { ...rest, names: { en: nameEn, fr: nameFr, es: nameEs } };
}

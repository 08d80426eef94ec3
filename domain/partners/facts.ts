import { z } from 'zod';
import { isRealDate, partsOf } from '../calendars/dates';
import { countries } from '../countries';
import { fold } from '../lists/search';
import { themes } from '../themes';
import {
  instruments,
  type MandateRole,
  mandateRoles,
  modalities,
  type ProposalSubject,
  partnerDocumentKinds,
} from './kinds';
import { regions } from './place';

// What may be written into a partner's record. The messages are keys of the catalogue `partners`, under `fieldErrors`.
const line = (max = 200) => z.string().trim().max(max, 'tooLong').default('');
const text = z.string().trim().max(5000, 'tooLong').default('');
const link = line(2000).refine((url) => url === '' || isWebAddress(url), 'linkInvalid');
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'dateInvalid')
  .refine((iso) => isRealDate(...partsOf(iso)), 'dateInvalid')
  .nullable()
  .default(null);
const choice = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z.enum(values, { errorMap: () => ({ message }) });
const country = z
  .string()
  .nullable()
  .default(null)
  .refine((code) => code === null || countries.includes(code), 'placeInvalid');

/** Only what a browser opens without running anything. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(url) && URL.canParse(url);
}

function refineDates(
  { validFrom, validTo }: { validFrom: string | null; validTo: string | null },
  context: z.RefinementCtx,
): void {
  if (!validFrom || !validTo || validFrom <= validTo) return;
  context.addIssue({ code: z.ZodIssueCode.custom, message: 'endBeforeStart', path: ['validTo'] });
}

const profileSchema = z.object({
  about: text,
  website: link,
  instruments: z.array(z.enum(instruments)).default([]).transform(distinct),
  modalities: z.array(z.enum(modalities)).default([]).transform(distinct),
  /** Other names by which files call the partner; those that read alike are one. */
  aliases: z.array(line()).max(50, 'tooMany').default([]).transform(distinctNames),
});

const focalPersonSchema = z
  .object({
    /** ISO 3166-1 alpha-2; null for all countries. */
    country,
    /** The function: "Health adviser". */
    position: line().refine((position) => position !== '', 'positionMissing'),
    name: line(),
    email: line(254).refine((email) => email === '' || /^[^\s@]+@[^\s@]+$/.test(email), 'emailInvalid'),
    phone: line(60),
    validFrom: date,
    validTo: date,
    /** The person agrees to be shown to the whole workspace. */
    hasConsented: z.boolean().default(false),
  })
  .superRefine(refineDates);

const mandateSchema = z
  .object({
    theme: choice(themes, 'themeMissing'),
    /** See place.ts. */
    place: line().refine(
      (place) => place === '' || countries.includes(place) || regions.includes(place as '88'),
      'placeInvalid',
    ),
    instrument: choice(instruments, 'instrumentMissing'),
    role: z.coerce
      .number({ invalid_type_error: 'roleMissing' })
      .refine((role) => mandateRoles.includes(role as MandateRole), 'roleMissing')
      .transform((role) => role as MandateRole),
    approach: text,
    validFrom: date,
    validTo: date,
    evidenceUrl: link,
    lastReviewedOn: date,
  })
  .superRefine(refineDates);

const documentSchema = z.object({
  kind: choice(partnerDocumentKinds, 'kindMissing'),
  title: line().refine((title) => title !== '', 'titleMissing'),
  url: link.refine((url) => url !== '', 'linkMissing'),
  /** ISO 639-1. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'languageInvalid')
    .nullable()
    .default(null),
  publishedOn: date,
});

export const partSchemas = {
  profile: profileSchema,
  focal_person: focalPersonSchema,
  mandate: mandateSchema,
  document: documentSchema,
} satisfies Record<ProposalSubject, z.ZodTypeAny>;

/** The facts of one part of a partner's record. */
export type FactsOf<S extends ProposalSubject> = z.output<(typeof partSchemas)[S]>;

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}

function distinctNames(names: string[]): string[] {
  return [...new Map(names.filter(Boolean).map((name) => [foldName(name), name])).values()];
}

/** A name as it is looked up by: without accents, capitals and doubled spaces. */
export function foldName(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}

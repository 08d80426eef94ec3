import { z } from 'zod';
import { activityStatuses, certainties, factKinds, type ShareKind } from '#domain/commitments/kinds';
import { countryOf, readShares, readSignedAmount, themeOfWord } from '#domain/commitments/paste-values';
import type { ActivityRecord, FactRecord, ShareRecord } from '#domain/commitments/types';
import type { Language } from '#domain/languages';
import { instruments } from '#domain/partners/kinds';
import type { Theme } from '#domain/themes';
import { type FactField, factRows, fieldOfFact } from './fact-rows';

// The messages are keys of the catalogue `commitments`, under `fieldErrors`.
const text = (limit: number) => z.string().trim().max(limit, 'tooLong').default('');
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'dateInvalid')
  .nullable()
  .default(null);
const flag = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const factFields = {
  kind: z.enum(factKinds).nullable().default(null),
  amount: text(60),
  currency: text(3),
  start: date,
  end: date,
  valueDate: date,
  certainty: z.enum(certainties).nullable().default(null),
  instrument: z.enum(instruments).nullable().default(null),
  provider: text(200),
  receiver: text(200),
  note: text(1000),
  revised: flag,
};
type FactInput = { [Field in FactField]: z.output<(typeof factFields)[Field]> };

const activityFields = {
  title: z.string({ required_error: 'titleMissing' }).trim().min(1, 'titleMissing').max(500, 'tooLong'),
  description: text(10_000),
  identifier: text(200),
  status: z.enum(activityStatuses).nullable().default(null),
  startsOn: date,
  endsOn: date,
  instrument: z.enum(instruments).nullable().default(null),
  isOnPlan: flag,
  isOnBudget: flag,
  isOnTreasury: flag,
  countries: text(2000),
  sectors: text(2000),
  themes: text(2000),
  partnerId: text(60),
  seenAt: text(40),
};

export interface ActivityInput {
  partnerId: string;
  seenAt: string;
  activity: Omit<ActivityRecord, 'facts' | 'organisations' | 'details' | 'currency'>;
  /** By the number of the row; null where it was left empty. */
  facts: (Partial<FactRecord> | null)[];
}

/** The form of an activity and its facts; amounts, countries and themes are read in the person's language. */
export function activitySchema(language: Language, themeWords: ReadonlyMap<string, Theme>) {
  const rows = Array.from({ length: factRows }, (_, index) => index);
  const shape: z.ZodRawShape = { ...activityFields };
  for (const index of rows)
    for (const [field, rule] of Object.entries(factFields)) shape[`${field}_${index}`] = rule;
  return z.object(shape).transform((given, context): ActivityInput => {
    const value = given as z.output<z.ZodObject<typeof activityFields>> & Record<string, unknown>;
    const issue = (path: string, message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, message, path: [path] });
    const { title, description, identifier, status, startsOn, endsOn, instrument } = value;
    if (startsOn && endsOn && endsOn < startsOn) issue('endsOn', 'endBeforeStart');
    return {
      partnerId: value.partnerId,
      seenAt: value.seenAt,
      activity: {
        ...{ title, description, status, startsOn, endsOn, instrument },
        identifier: identifier || null,
        isOnPlan: value.isOnPlan,
        isOnBudget: value.isOnBudget,
        isOnTreasury: value.isOnTreasury,
        shares: [
          ...sharesIn('country', value.countries, countryOf, (names) =>
            issue('countries', `countryUnknown|${names}`),
          ),
          ...sharesIn('sector', value.sectors, sectorOf, (names) =>
            issue('sectors', `sectorUnknown|${names}`),
          ),
          ...sharesIn(
            'theme',
            value.themes,
            (name) => themeOfWord(name, themeWords),
            (names) => issue('themes', `themeUnknown|${names}`),
          ),
        ],
      },
      facts: rows.map((index) =>
        readFact(
          Object.fromEntries(
            Object.keys(factFields).map((field) => [field, value[`${field}_${index}`]]),
          ) as FactInput,
          language,
          (field, message) => issue(fieldOfFact(field, index), message),
        ),
      ),
    };
  });
}

function readFact(
  given: FactInput,
  language: Language,
  issue: (field: FactField, message: string) => void,
): Partial<FactRecord> | null {
  const { kind, amount, currency, start, end, valueDate } = given;
  if (amount === '' && kind === null) return null;
  const read = readSignedAmount(amount, language);
  if (!read) issue('amount', amount === '' ? 'amountMissing' : 'amountUnread');
  if (kind === null) issue('kind', 'kindMissing');
  const code = currency.toUpperCase() || (read?.currency ?? '');
  if (!/^[A-Z]{3}$/.test(code)) issue('currency', 'currencyMissing');
  if (start === null) issue('start', 'dateMissing');
  if (start && end && end < start) issue('end', 'endBeforeStart');
  return {
    kind: kind ?? 'other',
    amount: read?.amount ?? null,
    amountText: read?.amount ?? amount,
    currency: code || null,
    periodStart: start,
    periodEnd: end ?? start,
    valueDate: valueDate ?? start,
    certainty: given.certainty,
    instrument: given.instrument,
    providerName: given.provider,
    receiverName: given.receiver,
    note: given.note,
    isRevised: given.revised,
  };
}

/** Shares by their codes; what is none of them is named, all at once. */
function sharesIn(
  kind: ShareKind,
  given: string,
  codeOf: (name: string) => string | null,
  onUnknown: (names: string) => void,
): ShareRecord[] {
  const read = readShares(given).map((share) => ({ ...share, code: codeOf(share.name) }));
  const unknown = read.filter(({ code }) => code === null);
  if (unknown.length > 0) onUnknown(unknown.map(({ name }) => name).join(', '));
  return read.flatMap(({ code, percentage }) =>
    code === null ? [] : [{ kind, vocabulary: '', code, percentage, details: {} }],
  );
}

function sectorOf(name: string): string | null {
  return /^\d{5}/.exec(name)?.[0] ?? null;
}

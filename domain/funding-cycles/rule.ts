import { z } from 'zod';
import { addDays, addMonths } from '../calendars';
import { isRealDate, partsOf } from '../calendars/dates';
import type { CycleEventKind } from './kinds';

/** More windows than any partner holds in a cycle. */
export const maxWindows = 120;

const date = z
  .string({ required_error: 'dateMissing' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'dateMissing')
  .refine((text) => isRealDate(...partsOf(text)), 'dateMissing');
const offset = (most: number) =>
  z.number().int('numberInvalid').min(0, 'numberInvalid').max(most, 'numberInvalid');

/**
 * Windows that come back: the first opens on `firstOpens`, the next ones every so many months after it on the same
 * day (or the month's last), none after `until`. Offsets are in days after closing.
 */
export const windowRuleSchema = z
  .object({
    firstOpens: date,
    until: date,
    everyMonths: z.number().int('numberInvalid').min(1, 'numberInvalid').max(60, 'numberInvalid'),
    closesAfterDays: offset(1000),
    reviewAfterDays: offset(1000).nullable(),
    decisionAfterDays: offset(2000).nullable(),
    /** What a window is called; empty where the kind says enough. */
    title: z.string().trim().max(120, 'tooLong'),
  })
  .superRefine((rule, context) => {
    const add = (message: string, path: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, message, path: [path] });
    if (rule.until < rule.firstOpens) add('endBeforeStart', 'until');
    else if (rule.everyMonths > 0 && countOpenings(rule) > maxWindows) add('tooManyWindows', 'until');
    if (isBefore(rule.decisionAfterDays, rule.reviewAfterDays))
      add('decisionBeforeReview', 'decisionAfterDays');
  });
export type WindowRule = z.infer<typeof windowRuleSchema>;

/** One event that a rule asks for. */
export interface Occurrence {
  /** Stays the same when the rule's days move within a window's slot of the year. */
  key: string;
  kind: CycleEventKind;
  title: string;
  date: string;
}

/** The rule as it is stored, or null where there is none or it is none. */
export function readRule(stored: unknown): WindowRule | null {
  const parsed = windowRuleSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** Every event that the rule asks for, window by window. */
export function occurrencesOf(rule: WindowRule): Occurrence[] {
  return openingsOf(rule).flatMap((opens) => windowOf(rule, opens));
}

/** The event that the rule asks for under this key; null where it asks for none any more. */
export function occurrenceIn(rule: WindowRule, key: string): Occurrence | null {
  return occurrencesOf(rule).find((occurrence) => occurrence.key === key) ?? null;
}

function windowOf(rule: WindowRule, opens: string): Occurrence[] {
  const { title, closesAfterDays, reviewAfterDays, decisionAfterDays } = rule;
  const key = slotOf(opens, rule.everyMonths);
  const closes = addDays(opens, closesAfterDays);
  const event = (kind: CycleEventKind, on: string): Occurrence => ({
    key: `${key}/${kind}`,
    kind,
    title,
    date: on,
  });
  return [
    event('window_opens', opens),
    event('window_closes', closes),
    ...(reviewAfterDays === null ? [] : [event('review', addDays(closes, reviewAfterDays))]),
    ...(decisionAfterDays === null ? [] : [event('decision', addDays(closes, decisionAfterDays))]),
  ];
}

/**
 * Year and slot: with a window every four months a year has three slots. Openings lie at least a slot apart, so that
 * no two share one; a window that moves by days keeps its slot, and a longer rule leaves the others theirs.
 */
function slotOf(opens: string, everyMonths: number): string {
  const [year, month] = partsOf(opens);
  return `${year}-${Math.floor((month - 1) / Math.min(everyMonths, 12)) + 1}`;
}

function openingsOf({ firstOpens, until, everyMonths }: WindowRule): string[] {
  const openings: string[] = [];
  // Counted from the first each time: 31 January, 28 February, 31 March.
  for (let n = 0; n < maxWindows; n += 1) {
    const opens = addMonths(firstOpens, n * everyMonths);
    if (opens > until) break;
    openings.push(opens);
  }
  return openings;
}

function countOpenings({
  firstOpens,
  until,
  everyMonths,
}: Pick<WindowRule, 'firstOpens' | 'until' | 'everyMonths'>) {
  const [fromYear, fromMonth] = partsOf(firstOpens);
  const [toYear, toMonth] = partsOf(until);
  return Math.floor(((toYear - fromYear) * 12 + toMonth - fromMonth) / everyMonths) + 1;
}

function isBefore(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && a < b;
}

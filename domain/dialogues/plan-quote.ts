import type { ActionId, PlanId } from '../ids';

/** An action of a plan, or a passage of its text. */
export type QuotedPart = { planId: PlanId } & ({ actionId: ActionId } | { passageId: string });

/** The part of a plan that a proposal or an agenda item is about, as it was when that was put. */
export type PlanQuote = QuotedPart & {
  /** As the plan was called. */
  planTitle: string;
  quote: string;
  /** SHA-256 of the quote, in hexadecimal. */
  hash: string;
  /** The update of the plan's document by which the action came to read so, or as of which the passage was read. */
  seq: number;
  /** When it was quoted; quotations of earlier versions of Concord do not say it. */
  quotedAt?: string;
};

/** Whether two name one part of one plan, whatever it says. */
export function isSamePart(a: QuotedPart, b: QuotedPart): boolean {
  const nameOf = (part: QuotedPart) => ('actionId' in part ? part.actionId : part.passageId);
  return a.planId === b.planId && 'actionId' in a === 'actionId' in b && nameOf(a) === nameOf(b);
}

/** What has become of what was quoted. */
export type SourceState = 'same' | 'changed' | 'gone';

/** What is quoted of an action: its title and what it is to do. */
export function quoteOf({ title, description }: { title: string; description: string }): string {
  return [title.trim(), description.trim()].filter(Boolean).join('\n\n');
}

/**
 * `hashNow` is that of the part as it reads now; null where its plan has it no more, undefined where the plan cannot be
 * read: then nothing is said of it.
 */
export function sourceStateOf(
  { hash }: Pick<PlanQuote, 'hash'>,
  hashNow: string | null | undefined,
): SourceState | null {
  if (hashNow === undefined) return null;
  if (hashNow === null) return 'gone';
  return hashNow === hash ? 'same' : 'changed';
}

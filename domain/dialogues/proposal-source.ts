import type { ActionId, PlanId } from '../ids';

/** The action of a plan that a proposal is about, as it was when the proposal was put. */
export interface ProposalSource {
  planId: PlanId;
  /** As the plan was called. */
  planTitle: string;
  actionId: ActionId;
  quote: string;
  /** SHA-256 of the quote, in hexadecimal. */
  hash: string;
  /** The update of the plan's document by which the action came to read so. */
  seq: number;
}

/** What has become of what was quoted. */
export type SourceState = 'same' | 'changed' | 'gone';

/** What is quoted of an action: its title and what it is to do. */
export function quoteOf({ title, description }: { title: string; description: string }): string {
  return [title.trim(), description.trim()].filter(Boolean).join('\n\n');
}

/** `hashNow` is that of the action as it reads now; null where its plan has it no more. */
export function sourceStateOf({ hash }: Pick<ProposalSource, 'hash'>, hashNow: string | null): SourceState {
  if (hashNow === null) return 'gone';
  return hashNow === hash ? 'same' : 'changed';
}

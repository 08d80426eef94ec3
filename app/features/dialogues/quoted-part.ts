import type { QuotedPart } from '#domain/dialogues/plan-quote';
import type { ActionId, PlanId } from '#domain/ids';

/** A part of a plan as a choice of a form: the plan, and its action or the passage of its text. */
export function choiceOf(part: QuotedPart): string {
  return 'actionId' in part ? `${part.planId} ${part.actionId}` : `${part.planId} text ${part.passageId}`;
}

export function partOf(value: string): QuotedPart {
  const [plan = '', ...rest] = value.split(' ');
  const planId = plan as PlanId;
  const [kind = '', passageId] = rest;
  return passageId === undefined ? { planId, actionId: kind as ActionId } : { planId, passageId };
}

/** What of a plan can be chosen, with the values of the choice. */
export interface QuotablePlan {
  id: string;
  title: string;
  actions: { value: string; name: string }[];
  /** In reading order; those below a heading are deeper than it. */
  passages: { value: string; name: string; depth: number }[];
}

import { isTimeZone } from '#domain/dialogues/local-time';
import { DomainError } from '#domain/errors';
import type { DialogueFacts, ItemFacts } from './types';

export const textLength = { line: 200, text: 10_000 };

/** The text without its outer spaces; refused when it is empty or too long. */
export function assertText(text: string, field: string, limit = textLength.text): string {
  const trimmed = text.trim();
  if (!trimmed) throw invalid(field);
  return limited(trimmed, field, limit);
}

export function limited(text: string, field: string, limit = textLength.line): string {
  if (text.length > limit) throw new DomainError({ code: 'too_large', details: { field } });
  return text;
}

export function invalid(field: string): DomainError {
  return new DomainError({ code: 'invalid_input', details: { field } });
}

/** A calendar date that there is. */
export function assertDate(date: string, field: string): string {
  const isThere = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  if (!isThere || !new Date(date).toISOString().startsWith(date)) throw invalid(field);
  return date;
}

export function assertFacts(facts: DialogueFacts): DialogueFacts {
  if (!isTimeZone(facts.timeZone)) throw invalid('timeZone');
  if (Number.isNaN(Date.parse(facts.startsAt))) throw invalid('startsAt');
  // Anything else could be a script that runs when it is clicked.
  if (facts.link && !/^https?:\/\//i.test(facts.link)) throw invalid('link');
  return {
    ...facts,
    title: assertText(facts.title, 'title', textLength.line),
    purpose: limited(facts.purpose.trim(), 'purpose', textLength.text),
    place: limited(facts.place.trim(), 'place'),
    link: limited(facts.link.trim(), 'link', 2_000),
  };
}

export function assertItem(facts: ItemFacts): ItemFacts {
  const { plannedMinutes } = facts;
  if (!Number.isInteger(plannedMinutes) || plannedMinutes < 1 || plannedMinutes > 1_440)
    throw invalid('plannedMinutes');
  return {
    ...facts,
    title: assertText(facts.title, 'title', textLength.line),
    presenter: limited(facts.presenter.trim(), 'presenter'),
  };
}

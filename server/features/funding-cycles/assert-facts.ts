import { isRealDate } from '#domain/calendars/dates';
import { countries } from '#domain/countries';
import { DomainError } from '#domain/errors';
import type { CycleFacts, EnvelopeFacts, EventFacts } from './types';

/** Throws `invalid_input` with the field that is wrong: forms say it first, this holds for every client. */
export function assertCycle(facts: CycleFacts): void {
  assertText('name', facts.name, 200);
  if (facts.name.trim() === '') refuse('name');
  assertDate('periodStart', facts.periodStart);
  assertDate('periodEnd', facts.periodEnd);
  if (facts.periodEnd < facts.periodStart) refuse('periodEnd');
  // A year that every year has: not on 29 February.
  if (!isRealDate(2001, facts.fiscalStartMonth, facts.fiscalStartDay)) refuse('fiscalStartDay');
  assertText('note', facts.note, 4000);
}

export function assertEvent(facts: Omit<EventFacts, 'kind'>): void {
  assertText('title', facts.title, 200);
  assertCountry(facts.country);
  assertDate('date', facts.date);
  assertText('source', facts.source, 500);
  if (facts.checkedOn !== null) assertDate('checkedOn', facts.checkedOn);
}

export function assertEnvelope(facts: EnvelopeFacts): void {
  assertCountry(facts.country);
  if (!/^\d+(\.\d+)?$/.test(facts.amount)) refuse('amount');
  if (!/^[A-Z]{3}$/.test(facts.currency)) refuse('currency');
  for (const field of ['valueDate', 'periodStart', 'periodEnd'] as const) {
    const date = facts[field];
    if (date !== null) assertDate(field, date);
  }
  if (facts.periodStart && facts.periodEnd && facts.periodEnd < facts.periodStart) refuse('periodEnd');
  assertText('sourceText', facts.sourceText, 500);
}

export function assertCountry(country: string | null): void {
  if (country !== null && !countries.includes(country)) refuse('country');
}

export function assertDate(field: string, date: string): void {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (!isRealDate(Number(year), Number(month), Number(day))) refuse(field);
}

export function assertText(field: string, text: string, most: number): void {
  if (text.length > most) refuse(field);
}

export function refuse(field: string): never {
  throw new DomainError({ code: 'invalid_input', details: { field } });
}

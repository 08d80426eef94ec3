import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import type { ObjectiveId } from '../../ids';
import type { Entry } from '../document';
import type { Assumed, DraftAction } from './reading';

/** A whole action as a map of the plan document (see types.ts), not yet in it. */
export function newActionEntry(
  draft: DraftAction,
  { objectiveId, order, newId }: { objectiveId: ObjectiveId | null; order: string; newId: () => string },
): Entry {
  return mapOf({
    objectiveId,
    order,
    title: new Y.Text(draft.title),
    description: new Y.Text(draft.description),
    leadInstitutionId: draft.lead.institutionId,
    leadText: draft.lead.text,
    block: draft.block,
    start: draft.start,
    end: draft.end,
    themes: mapOf(Object.fromEntries(draft.themes.map((theme) => [theme, true]))),
    extra: mapOf(draft.extra),
    supporters: linesOf(draft.supporters, newId),
    costs: linesOf(draft.costs.map(asLine), newId),
    funding: linesOf(draft.funding.map(asLine), newId),
    indicators: linesOf(draft.indicators, newId),
  });
}

/** A line as the document holds it, without how sure its reading is. */
export function asLine<L extends Assumed>({
  isYearAssumed: _year,
  isCurrencyAssumed: _currency,
  ...line
}: L): Omit<L, keyof Assumed> {
  return line;
}

function linesOf(lines: readonly object[], newId: () => string): Entry {
  const orders = generateNKeysBetween(null, null, lines.length);
  return mapOf(
    Object.fromEntries(lines.map((line, index) => [newId(), mapOf({ ...line, order: orders[index] })])),
  );
}

function mapOf(fields: Record<string, unknown>): Entry {
  return new Y.Map(Object.entries(fields));
}

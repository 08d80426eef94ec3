import type * as Y from 'yjs';
import type { ObjectiveId } from '../../ids';
import { setActionField, setActionObjective, setActionText, setExtra, setLead, setTheme } from '../actions';
import { addLine, setLine } from '../lines';
import type { Action, Indicator, InstitutionRef } from '../types';
import { identitiesOf, institutionKey } from './institutions';
import { mergeCosts, mergeFunding } from './merge-money';
import { asLine } from './new-action-entry';
import { readPeriod } from './period-text';
import { indicatorsIn } from './read-indicators';
import type { Conventions, DraftAction, DraftIndicator } from './reading';
import { cellText, fold, isSameText } from './table';

interface Tools {
  objectiveId: ObjectiveId | null;
  newId: () => string;
  conventions: Conventions;
}

/**
 * Brings an action up to date with a row: what the row leaves empty stays as it is, lines that it names again (a cost
 * of the same year and currency, an indicator of the same name) are set, others are added, none is removed. What an
 * export of the action would read as what the row says stays as it was typed, so that an export changes nothing.
 */
export function updateAction(doc: Y.Doc, action: Action, draft: DraftAction, tools: Tools): void {
  const { id } = action;
  for (const field of ['title', 'description'] as const) {
    if (draft[field] && !isSameText(draft[field], action[field])) setActionText(doc, id, field, draft[field]);
  }
  if (draft.block) setActionField(doc, id, 'block', draft.block);
  for (const side of ['start', 'end'] as const) {
    if (draft[side] && !readsAs(action[side], draft[side], side, tools.conventions)) {
      setActionField(doc, id, side, draft[side]);
    }
  }
  if (tools.objectiveId) setActionObjective(doc, id, tools.objectiveId);
  for (const theme of draft.themes) setTheme(doc, id, theme, true);
  for (const [header, text] of Object.entries(draft.extra)) updateExtra(doc, action, header, text);
  updateInstitutions(doc, action, draft, tools);
  updateMoney(doc, action, draft, tools);
  updateIndicators(doc, action, draft, tools);
}

function readsAs(typed: string, read: string, side: 'start' | 'end', conventions: Conventions): boolean {
  const period = readPeriod(typed, conventions);
  return period.state === 'read' ? period[side] === read : isSameText(typed, read);
}

function updateExtra(doc: Y.Doc, { id, extra }: Action, header: string, text: string): void {
  const known = Object.entries(extra).find(([key]) => isSameText(key, header));
  if (!known || !isSameText(known[1], text)) setExtra(doc, id, known?.[0] ?? header, text);
}

function updateInstitutions(doc: Y.Doc, action: Action, draft: DraftAction, { newId }: Tools): void {
  const { id, lead, supporters } = action;
  if (draft.lead.text && !identitiesOf(lead).includes(identityOf(draft.lead))) setLead(doc, id, draft.lead);
  const known = new Set([lead, ...supporters].flatMap(identitiesOf));
  for (const supporter of draft.supporters) {
    if (!known.has(identityOf(supporter))) addLine(doc, id, 'supporters', { ...supporter, id: newId() });
  }
}

function identityOf({ institutionId, text }: InstitutionRef): string {
  return institutionId ?? institutionKey(text);
}

function updateMoney(doc: Y.Doc, action: Action, draft: DraftAction, { newId, conventions }: Tools): void {
  const { id } = action;
  const costs = mergeCosts(action.costs, draft.costs, conventions);
  for (const line of costs.set) setLine(doc, id, 'costs', line.id, line.fields);
  for (const line of costs.add) addLine(doc, id, 'costs', { ...asLine(line), id: newId() });
  const funding = mergeFunding(action.funding, draft.funding, conventions, draft.sourceId === id);
  for (const line of funding.set) setLine(doc, id, 'funding', line.id, line.fields);
  for (const line of funding.add) addLine(doc, id, 'funding', { ...asLine(line), id: newId() });
}

function updateIndicators(doc: Y.Doc, action: Action, draft: DraftAction, { newId }: Tools): void {
  const { id } = action;
  const unchanged = action.indicators.flatMap(asRead);
  const changed = draft.indicators.filter((line) => {
    const index = unchanged.findIndex((known) => isSameIndicator(known, line));
    if (index >= 0) unchanged.splice(index, 1);
    return index < 0;
  });
  const left = [...action.indicators];
  for (const line of changed) {
    const index = left.findIndex((known) => keyOf(known) === keyOf(line));
    const [same] = index === -1 ? [] : left.splice(index, 1);
    const filled = Object.fromEntries(Object.entries(line).filter(([, text]) => text !== ''));
    if (same) setLine(doc, id, 'indicators', same.id, filled);
    else addLine(doc, id, 'indicators', { ...line, id: newId() });
  }
}

/** An indicator as its exported cells are read: a bulleted name is several. */
function asRead({ name, baseline, target, year, source }: Indicator): DraftIndicator[] {
  return indicatorsIn({
    name: cellText(name),
    baseline: cellText(baseline),
    source: cellText(source),
    year: cellText(year),
    targets: cellText(target) ? [{ year: cellText(year), text: cellText(target) }] : [],
  });
}

function isSameIndicator(a: DraftIndicator, b: DraftIndicator): boolean {
  return (['name', 'baseline', 'target', 'year', 'source'] as const).every((key) =>
    isSameText(a[key], b[key]),
  );
}

function keyOf({ name, year }: Pick<Indicator, 'name' | 'year'>): string {
  return `${fold(name)} ${year}`;
}

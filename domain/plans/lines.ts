import * as Y from 'yjs';
import type { ActionId } from '../ids';
import { changeAction } from './actions';
import { ensureMap, mapAt, orderedEntries, setIfChanged } from './document';
import { placeAfter } from './objectives';
import { makeRoom } from './order';
import type { CostLine, FundingLine, Indicator, Supporter } from './types';

/** The lists of an action, by the key they have in the document. */
export interface ActionLines {
  supporters: Supporter;
  costs: CostLine;
  funding: FundingLine;
  indicators: Indicator;
}
export type LineKind = keyof ActionLines;

/** What can be set on a line; anything left out reads as empty. */
export type LineFields<K extends LineKind> = Partial<Omit<ActionLines[K], 'id' | 'order'>>;

/** Adds a line after another one, first (`afterId: null`) or last. The id is a UUIDv7. */
export function addLine<K extends LineKind>(
  doc: Y.Doc,
  actionId: ActionId,
  kind: K,
  { id, afterId, ...fields }: LineFields<K> & { id: string; afterId?: string | null },
): void {
  changeAction(doc, actionId, (action) => {
    const lines = ensureMap(action, kind);
    const entry = new Y.Map<unknown>();
    entry.set('order', makeRoom(...placeAfter(orderedEntries(lines), afterId)));
    for (const [field, value] of Object.entries(fields)) entry.set(field, value ?? null);
    lines.set(id, entry);
  });
}

/** Sets some fields of a line; the others keep what they have, also what someone else sets at the same time. */
export function setLine<K extends LineKind>(
  doc: Y.Doc,
  actionId: ActionId,
  kind: K,
  lineId: string,
  fields: LineFields<K>,
): void {
  changeAction(doc, actionId, (action) => {
    const lines = mapAt(action, kind);
    const entry = lines && mapAt(lines, lineId);
    if (!entry) return;
    for (const [field, value] of Object.entries(fields)) setIfChanged(entry, field, value ?? null);
  });
}

export function removeLine(doc: Y.Doc, actionId: ActionId, kind: LineKind, lineId: string): void {
  changeAction(doc, actionId, (action) => mapAt(action, kind)?.delete(lineId));
}

export function addSupporter(
  doc: Y.Doc,
  actionId: ActionId,
  supporter: LineFields<'supporters'> & { id: string },
): void {
  addLine(doc, actionId, 'supporters', supporter);
}

export function removeSupporter(doc: Y.Doc, actionId: ActionId, supporterId: string): void {
  removeLine(doc, actionId, 'supporters', supporterId);
}

import type * as Y from 'yjs';
import type { ObjectiveId } from '../../ids';
import { setActionField, setActionObjective, setActionText, setExtra, setLead, setTheme } from '../actions';
import { addLine, type LineFields, type LineKind, setLine } from '../lines';
import type { Action, InstitutionRef } from '../types';
import { institutionKey } from './institutions';
import type { DraftAction } from './reading';
import { fold } from './table';

interface Tools {
  objectiveId: ObjectiveId | null;
  newId: () => string;
}

/**
 * Brings an action up to date with a row: what the row leaves empty stays as it is, lines that it names again (a cost
 * of the same year and currency, an indicator of the same name) are set, others are added, none is removed.
 */
export function updateAction(
  doc: Y.Doc,
  action: Action,
  draft: DraftAction,
  { objectiveId, newId }: Tools,
): void {
  const { id } = action;
  setActionText(doc, id, 'title', draft.title);
  if (draft.description) setActionText(doc, id, 'description', draft.description);
  for (const field of ['block', 'start', 'end'] as const) {
    if (draft[field]) setActionField(doc, id, field, draft[field]);
  }
  if (draft.lead.text) setLead(doc, id, draft.lead);
  if (objectiveId) setActionObjective(doc, id, objectiveId);
  for (const theme of draft.themes) setTheme(doc, id, theme, true);
  for (const [header, text] of Object.entries(draft.extra)) setExtra(doc, id, header, text);

  function merge<K extends LineKind>(
    kind: K,
    current: readonly (LineFields<K> & { id: string })[],
    lines: readonly LineFields<K>[],
    keyOf: (line: LineFields<K>) => string,
  ) {
    const left = [...current];
    for (const line of lines) {
      const index = left.findIndex((other) => keyOf(other) === keyOf(line));
      const [same] = index === -1 ? [] : left.splice(index, 1);
      if (same) setLine(doc, id, kind, same.id, line);
      else addLine(doc, id, kind, { ...line, id: newId() });
    }
  }
  merge('supporters', action.supporters, draft.supporters, (line) => identityOf(line));
  merge('costs', action.costs, draft.costs, (line) => `${line.year} ${line.currency}`);
  merge(
    'funding',
    action.funding,
    draft.funding,
    (line) => `${identityOf(line)} ${line.year} ${line.currency} ${line.certainty}`,
  );
  merge('indicators', action.indicators, draft.indicators, (line) => `${fold(line.name ?? '')} ${line.year}`);
}

function identityOf({ institutionId, text = '' }: Partial<InstitutionRef>): string {
  return institutionId ?? institutionKey(text);
}

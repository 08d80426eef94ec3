import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDocument } from '#app/features/documents';
import type { GridSelection } from './grid-selection';
import { presenceKey } from './presence';

/** Tells the others which cell this person is in. */
export function useOwnPresence(selection: GridSelection): void {
  const { awareness } = useDocument();
  const place = useSyncExternalStore(selection.subscribe, () => {
    const focus = selection.isActive ? selection.focusAddress() : null;
    return focus ? `${focus.line}\n${focus.column}` : '';
  });
  useEffect(() => {
    const [actionId, column] = place.split('\n');
    awareness.setLocalStateField(presenceKey, actionId && column ? { actionId, column } : null);
  }, [awareness, place]);
  useEffect(() => () => awareness.setLocalStateField(presenceKey, null), [awareness]);
}

/** A new action that the filters would hide is kept in sight until the focus has come to it and left again. */
export function useKeptAction(selection: GridSelection) {
  const [keptId, keep] = useState<string | null>(null);
  const hasArrived = useRef(false);
  const focused = useSyncExternalStore(selection.subscribe, () => selection.focusAddress()?.line ?? null);
  useEffect(() => {
    if (keptId === null) return;
    if (focused === keptId) hasArrived.current = true;
    else if (hasArrived.current) {
      hasArrived.current = false;
      keep(null);
    }
  }, [focused, keptId]);
  return { keptId, keep };
}

import { type ChangeEvent, useLayoutEffect, useRef } from 'react';
import * as Y from 'yjs';
import type { ActionId } from '#domain/ids';
import { planRoots, setActionText } from '#domain/plans';
import { useGridModel } from '../grid/grid-model';

export interface LiveTextProps {
  id: string;
  describedBy: string | undefined;
  actionId: ActionId;
  field: 'title' | 'description';
  value: string;
  rows: number;
}

interface Caret {
  start: Y.RelativePosition;
  end: Y.RelativePosition;
}

/** A shared text: each keystroke goes to everyone, and the caret stays at its letter while others type before it. */
export function LiveText({ id, describedBy, actionId, field, value, rows }: LiveTextProps) {
  const { edits } = useGridModel();
  const ref = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<Caret | null>(null);

  function rememberCaret() {
    const element = ref.current;
    const text = sharedText(edits.doc, actionId, field);
    if (!element || !text) return;
    const at = (index: number) => Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length));
    caret.current = { start: at(element.selectionStart), end: at(element.selectionEnd) };
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the text is what moves the caret.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || document.activeElement !== element || !caret.current) return;
    const start = Y.createAbsolutePositionFromRelativePosition(caret.current.start, edits.doc);
    const end = Y.createAbsolutePositionFromRelativePosition(caret.current.end, edits.doc);
    if (start && end) element.setSelectionRange(start.index, end.index);
  }, [value, edits]);

  function onChange(event: ChangeEvent<HTMLTextAreaElement>) {
    const text = field === 'title' ? event.target.value.replace(/\n/g, ' ') : event.target.value;
    const { selectionStart, selectionEnd } = event.target;
    // The caret that counts is the one after the keystroke.
    caret.current = null;
    edits.type(() => setActionText(edits.doc, actionId, field, text));
    const shared = sharedText(edits.doc, actionId, field);
    if (!shared) return;
    const at = (index: number) =>
      Y.createRelativePositionFromTypeIndex(shared, Math.min(index, shared.length));
    caret.current = { start: at(selectionStart), end: at(selectionEnd) };
  }

  return (
    <textarea
      ref={ref}
      id={id}
      aria-describedby={describedBy}
      className={`input drawer-${field}`}
      rows={rows}
      dir="auto"
      value={value}
      onChange={onChange}
      onSelect={rememberCaret}
    />
  );
}

function sharedText(doc: Y.Doc, id: ActionId, field: string): Y.Text | null {
  const entry = planRoots(doc).actions.get(id);
  const text = entry instanceof Y.Map ? entry.get(field) : null;
  return text instanceof Y.Text ? text : null;
}

import { type PointerEvent, useRef, useState } from 'react';

export const lineHeightPx = 40;
const scrollEdgePx = 48;
const scrollStepPx = 12;

export interface RowDragOptions {
  /** The scrolling box and the lines in it. */
  scroller: () => HTMLElement | null;
  body: () => HTMLElement | null;
  lineCount: number;
  /** Puts the rows before a line, by index; `lineCount` is the end. */
  onDrop: (key: string, before: number) => void;
}

/** Drags a row by its handle; the line between two rows shows where it goes. The keyboard has Alt with the arrows. */
export function useRowDrag({ scroller, body, lineCount, onDrop }: RowDragOptions) {
  const [before, setBefore] = useState<number | null>(null);
  const target = useRef<number | null>(null);

  function lineUnder(clientY: number): number {
    const top = body()?.getBoundingClientRect().top ?? 0;
    return Math.max(0, Math.min(lineCount, Math.round((clientY - top) / lineHeightPx)));
  }

  function scrollNearEdges(clientY: number) {
    const box = scroller();
    if (!box) return;
    const { top, bottom } = box.getBoundingClientRect();
    if (clientY < top + scrollEdgePx) box.scrollTop -= scrollStepPx;
    if (clientY > bottom - scrollEdgePx) box.scrollTop += scrollStepPx;
  }

  function onPointerDown(event: PointerEvent) {
    if (!(event.target instanceof Element)) return;
    const handle = event.target.closest<HTMLElement>('[data-drag]');
    const key = event.target.closest<HTMLElement>('[data-line]')?.dataset.line;
    if (!handle || key === undefined) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    document.body.dataset.dragging = 'row';
    target.current = null;
    handle.onpointermove = (move) => {
      scrollNearEdges(move.clientY);
      target.current = lineUnder(move.clientY);
      setBefore(target.current);
    };
    handle.onlostpointercapture = () => {
      handle.onpointermove = null;
      handle.onlostpointercapture = null;
      delete document.body.dataset.dragging;
      setBefore(null);
      if (target.current !== null) onDrop(key, target.current);
    };
  }

  return { onPointerDown, dropLinePx: before === null ? null : before * lineHeightPx };
}

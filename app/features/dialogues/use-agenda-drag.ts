import { type PointerEvent, useState } from 'react';
import { indexAfterDrop, linesAbove } from '#domain/dialogues/drop-place';

const scrollEdgePx = 56;
const scrollStepPx = 12;

interface Drag {
  from: number;
  /** The line before which it would come; the number of lines for the end. */
  before: number;
}

/** Drags an item of the agenda by its handle, with mouse, pen or finger; Escape lets go of it where it was. */
export function useAgendaDrag(onDrop: (from: number, toIndex: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);

  function onPointerDown(event: PointerEvent<HTMLElement>, from: number): void {
    const list = event.currentTarget.closest('ol');
    if (!list || event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    let before: number | null = null;
    handle.setPointerCapture(event.pointerId);
    document.addEventListener('keydown', cancelOnEscape);
    handle.onpointermove = ({ clientY }) => {
      scrollNearEdges(clientY);
      before = linesAbove([...list.children].map(middleOf), clientY);
      setDrag({ from, before });
    };
    handle.onpointercancel = cancel;
    handle.onlostpointercapture = () => {
      handle.onpointermove = null;
      handle.onpointercancel = null;
      handle.onlostpointercapture = null;
      document.removeEventListener('keydown', cancelOnEscape);
      setDrag(null);
      const toIndex = before === null ? from : indexAfterDrop(from, before);
      if (toIndex !== from) onDrop(from, toIndex);
    };

    function cancel(): void {
      before = null;
      if (handle.hasPointerCapture(event.pointerId)) handle.releasePointerCapture(event.pointerId);
    }
    function cancelOnEscape({ key }: KeyboardEvent): void {
      if (key === 'Escape') cancel();
    }
  }

  /** How a line shows what is dragged, and where it would go. */
  function markOf(index: number, count: number) {
    if (!drag) return {};
    const isLast = index === count - 1;
    const drop = drag.before === index ? 'before' : isLast && drag.before === count ? 'after' : undefined;
    return { 'data-dragged': drag.from === index || undefined, 'data-drop': drop };
  }

  return { onPointerDown, markOf };
}

function middleOf(line: Element): number {
  const { top, bottom } = line.getBoundingClientRect();
  return (top + bottom) / 2;
}

function scrollNearEdges(clientY: number): void {
  if (clientY < scrollEdgePx) window.scrollBy(0, -scrollStepPx);
  if (clientY > window.innerHeight - scrollEdgePx) window.scrollBy(0, scrollStepPx);
}

import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { type OutlineEntry, outlineOf, sectionAt } from './outline';

/** The headings of the text as it stands, and which of their sections is being read. */
export function useOutline(editor: Editor): { entries: OutlineEntry[]; current: number } {
  const entries = useEditorState({
    editor,
    selector: ({ editor: now }) => outlineOf(now.state.doc),
    equalityFn: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  const current = useSectionInView(editor, entries);
  return { entries, current };
}

function useSectionInView(editor: Editor, entries: OutlineEntry[]): number {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      if (editor.isDestroyed) return;
      const tops = entries.map(
        ({ position }) => headingElement(editor, position)?.getBoundingClientRect().top ?? 0,
      );
      setCurrent(sectionAt(tops, readingLine()));
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    onScroll();
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
    };
  }, [editor, entries]);
  return current;
}

/** Where one reads: a quarter down the window, and at the very end of the page its lower edge. */
function readingLine(): number {
  const isAtEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
  return isAtEnd && window.scrollY > 0 ? window.innerHeight : window.innerHeight / 4;
}

/** Brings a heading to the top of the window and, for those who write, the caret to its end. */
export function goToHeading(editor: Editor, { position }: OutlineEntry): void {
  const element = headingElement(editor, position);
  if (!element) return;
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'start', behavior: isCalm ? 'instant' : 'smooth' });
  const heading = editor.state.doc.nodeAt(position);
  if (editor.isEditable && heading) {
    editor.commands.setTextSelection(position + heading.nodeSize - 1);
    editor.view.dom.focus({ preventScroll: true });
    return;
  }
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function headingElement(editor: Editor, position: number): HTMLElement | null {
  const node = editor.view.nodeDOM(position);
  return node instanceof HTMLElement ? node : null;
}

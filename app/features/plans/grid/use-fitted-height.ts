import { type RefObject, useEffect } from 'react';
import type { GridSelection } from './grid-selection';
import { lineHeightPx } from './use-row-drag';

/** The grid reaches to the foot of the window. Measured when the page changes its size, and not while it scrolls. */
export function useFittedHeight(scroller: RefObject<HTMLElement>, selection: GridSelection): void {
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const measure = () => {
      box.style.setProperty('--grid-top', `${box.getBoundingClientRect().top + window.scrollY}px`);
      selection.pageLines = Math.max(1, Math.floor(box.clientHeight / lineHeightPx) - 3);
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(document.body);
    for (let above = box.previousElementSibling; above; above = above.previousElementSibling) {
      sizes.observe(above);
    }
    window.addEventListener('resize', measure);
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [scroller, selection]);
}

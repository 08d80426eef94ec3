import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

/**
 * One Tab stop for a whole toolbar; arrow keys, Home and End move inside it. Popovers of the toolbar's own menus keep
 * their keys.
 */
export function useRovingFocus(toolbarRef: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState(0);

  useEffect(() => {
    for (const [index, stop] of stopsOf(toolbarRef.current).entries())
      stop.tabIndex = index === current ? 0 : -1;
  });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const stops = stopsOf(toolbarRef.current);
    const at = stops.indexOf(event.target as HTMLElement);
    if (at === -1) return;
    const next = nextStop({
      key: event.key,
      at,
      count: stops.length,
      isRtl: isRightToLeft(event.currentTarget),
    });
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    stops[next]?.focus();
  };

  const onFocus = (event: { target: EventTarget }) => {
    const at = stopsOf(toolbarRef.current).indexOf(event.target as HTMLElement);
    if (at !== -1) setCurrent(at);
  };

  return { onKeyDown, onFocus };
}

/** Which stop a key leads to; null for keys that do not move. */
export function nextStop({
  key,
  at,
  count,
  isRtl,
}: {
  key: string;
  at: number;
  count: number;
  isRtl: boolean;
}): number | null {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

function stopsOf(toolbar: HTMLElement | null): HTMLElement[] {
  const buttons = [...(toolbar?.querySelectorAll<HTMLElement>('button') ?? [])];
  return buttons.filter((button) => !button.closest('.popover'));
}

function isRightToLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

import { useEffect, useRef } from 'react';

/** Where the years do not fit, the chart is opened at today, with some of what was before; once, and without moving. */
export function useTodayInSight() {
  const chart = useRef<HTMLElement>(null);
  useEffect(() => {
    const section = chart.current;
    const today = section?.querySelector('.timeline-today');
    const names = section?.querySelector('.timeline-label');
    if (!section || !today || !names) return;
    const nameWidth = names.getBoundingClientRect().width;
    const before = (section.clientWidth - nameWidth) / 4;
    const frame = section.getBoundingClientRect();
    const line = today.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(section).direction === 'rtl';
    const away = isRightToLeft ? line.right - frame.right : line.left - frame.left;
    const wanted = nameWidth + before;
    section.scrollBy({ left: away - (isRightToLeft ? -wanted : wanted), behavior: 'instant' });
  }, []);
  return chart;
}

import { NavLink, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

export interface TabLink {
  to: string;
  label: ReactNode;
  /** Only the exact address counts as here; for the first tab, whose address begins all the others. */
  end?: boolean;
}

/** The parts of one thing, each at its own address. */
export function TabLinks({
  label,
  items,
  isInner,
}: {
  label: string;
  items: readonly TabLink[];
  /** Below other tabs: of one of the things that those hold. */
  isInner?: boolean;
}) {
  const ref = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone not all tabs fit: the one that is open is in the middle, with those on either side of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address, another tab.
  useEffect(() => {
    const current = ref.current?.querySelector('[aria-current=page]');
    if (ref.current && current) bringToMiddle(current, ref.current);
  }, [pathname]);
  return (
    <nav ref={ref} aria-label={label} className={isInner ? 'tab-links tab-links-inner' : 'tab-links'}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end} prefetch="intent" preventScrollReset>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}

/** Sideways only: the page itself stays where it is. */
function bringToMiddle(tab: Element, row: HTMLElement) {
  const inner = tab.getBoundingClientRect();
  const outer = row.getBoundingClientRect();
  row.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
}

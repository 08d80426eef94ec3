import { NavLink, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

export interface TabLink {
  to: string;
  label: ReactNode;
  /** Only the exact address counts as here; for the first tab, whose address begins all the others. */
  end?: boolean;
}

/** The parts of one thing, each at its own address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  const ref = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone not all tabs fit: the one that is open is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address, another tab.
  useEffect(() => {
    const current = ref.current?.querySelector('[aria-current=page]');
    if (ref.current && current) bringIntoSight(current, ref.current);
  }, [pathname]);
  return (
    <nav ref={ref} aria-label={label} className="tab-links">
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end} prefetch="intent" preventScrollReset>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}

/** Sideways only: the page itself stays where it is. */
function bringIntoSight(tab: Element, row: HTMLElement) {
  const inner = tab.getBoundingClientRect();
  const outer = row.getBoundingClientRect();
  if (inner.right > outer.right) row.scrollLeft += inner.right - outer.right;
  else if (inner.left < outer.left) row.scrollLeft -= outer.left - inner.left;
}

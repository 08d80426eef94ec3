import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface TabLink {
  to: string;
  label: ReactNode;
  /** Only the exact address counts as here; for the first tab, whose address begins all the others. */
  end?: boolean;
}

/** The parts of one thing, each at its own address. */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="tab-links">
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end} prefetch="intent" preventScrollReset>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}

import type { ReactNode } from 'react';

/** A fact in a list of facts, with where it comes from beside its name. */
export function Fact({
  label,
  origin,
  children,
}: {
  label: string;
  origin?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="contents">
      <dt className="flex min-h-8 flex-wrap items-center gap-1 self-start text-muted max-sm:text-sm">
        {label}
        {origin}
      </dt>
      <dd className="mb-2 min-w-0 sm:mb-0 sm:py-1">{children}</dd>
    </div>
  );
}

import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface KeyFigureProps {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  /** The rows behind the figure; every figure opens. */
  to?: string;
}

export function KeyFigure({ label, value, note, to }: KeyFigureProps) {
  return (
    <div className="key-figure">
      <div className="key-figure-label">{label}</div>
      <div className="key-figure-value">{to ? <Link to={to}>{value}</Link> : value}</div>
      {note && <div className="key-figure-note">{note}</div>}
    </div>
  );
}

/** Key figures side by side, as many as fit. */
export function KeyFigures({ children }: { children: ReactNode }) {
  return <div className="key-figures">{children}</div>;
}

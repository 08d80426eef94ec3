import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export type Shade = 'full' | 'half' | 'light' | 'gap';

export interface BarPart {
  key: string;
  /** Only for its length; what is written comes as text. */
  value: number;
  shade: Shade;
}

/** One horizontal bar of stacked parts; in SVG, since browsers print fills but leave backgrounds out. */
export function BarTrack({ parts, max }: { parts: readonly BarPart[]; max: number }) {
  const lengths = parts.map((part) => (max > 0 ? (Math.max(0, part.value) / max) * 100 : 0));
  return (
    <svg className="chart-track" width="100%" height="18" aria-hidden="true" focusable="false">
      <line x1="0.5" x2="0.5" y1="0" y2="18" className="chart-axis" />
      {parts.map((part, index) => {
        const start = lengths.slice(0, index).reduce((sum, length) => sum + length, 0);
        const length = lengths[index] ?? 0;
        if (length === 0) return null;
        return (
          <rect
            key={part.key}
            className={`chart-part chart-${part.shade}`}
            x={`${round(start)}%`}
            y="1"
            width={`${round(length)}%`}
            height="16"
          />
        );
      })}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export interface BarRowProps {
  label: string;
  /** A second line under the label, such as the dates of a fiscal year. */
  note?: string;
  to?: string;
  track: ReactNode;
  value: ReactNode;
}

export function BarRow({ label, note, to, track, value }: BarRowProps) {
  return (
    <li className="chart-row">
      <span className="chart-label">
        {to ? <Link to={to}>{label}</Link> : label}
        {note && <span className="chart-note">{note}</span>}
      </span>
      {track}
      <span className="chart-value">{value}</span>
    </li>
  );
}

import { useId } from 'react';
import { useFormat } from '#app/i18n/format';

export interface ProgressBarProps {
  label: string;
  /** Between 0 and 1; left out while nobody can know. */
  value?: number;
  note?: string;
}

export function ProgressBar({ label, value, note }: ProgressBarProps) {
  const id = useId();
  const { percent } = useFormat();
  return (
    <div className="progress">
      <div className="flex justify-between gap-4 text-sm">
        <label htmlFor={id}>{label}</label>
        <span className="text-muted tabular-nums">{note ?? (value === undefined ? '' : percent(value))}</span>
      </div>
      <progress id={id} value={value} max={1} />
    </div>
  );
}

import type { ReactNode } from 'react';
import type { InstitutionKind } from '#domain/institutions/kinds';
import { DataTable } from '../data-table';
import { BarRow, BarTrack } from './bar-track';
import { ChartFrame } from './chart-frame';

export interface BarChartRow {
  key: string;
  label: string;
  note?: string;
  value: number;
  /** The exact figure as the reader writes it. */
  text: ReactNode;
  /** The rows behind it. */
  to?: string;
  kind?: InstitutionKind;
}

export interface BarChartProps {
  title: string;
  rows: readonly BarChartRow[];
  labelHeader: string;
  valueHeader: string;
}

/** Amounts side by side, each labelled with its figure, so that no axis has to be read. */
export function BarChart({ title, rows, labelHeader, valueHeader }: BarChartProps) {
  const max = Math.max(0, ...rows.map((row) => row.value));
  return (
    <ChartFrame
      title={title}
      bars={
        <ul className="chart-rows">
          {rows.map((row) => (
            <BarRow
              key={row.key}
              label={row.label}
              note={row.note}
              to={row.to}
              track={
                <span data-kind={row.kind} className="chart-track-holder">
                  <BarTrack max={max} parts={[{ key: row.key, value: row.value, shade: 'full' }]} />
                </span>
              }
              value={row.text}
            />
          ))}
        </ul>
      }
      table={
        <DataTable
          caption={title}
          rows={rows}
          rowKey={(row) => row.key}
          narrow="scroll"
          columns={[
            { key: 'label', header: labelHeader, isRowHeader: true, cell: (row) => row.label },
            { key: 'value', header: valueHeader, align: 'end', cell: (row) => row.text },
          ]}
        />
      }
    />
  );
}

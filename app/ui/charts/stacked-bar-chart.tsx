import type { ReactNode } from 'react';
import { type Column, DataTable } from '../data-table';
import { BarRow, BarTrack, type Shade } from './bar-track';
import { ChartFrame } from './chart-frame';

export interface ChartSeries {
  key: string;
  label: string;
  /** From the surest to the least sure: full, half, light; `gap` is a dashed outline, for what is missing. */
  shade: Shade;
}

export interface StackedBarRow {
  key: string;
  label: string;
  note?: string;
  to?: string;
  /** By the key of the series; one that is left out is not there, which is not zero. */
  parts: Record<string, { value: number; text: ReactNode } | undefined>;
  total: ReactNode;
}

export interface StackedBarChartProps {
  title: string;
  series: readonly ChartSeries[];
  rows: readonly StackedBarRow[];
  labelHeader: string;
  totalHeader: string;
}

/** What amounts are made of, a bar for each year or group. */
export function StackedBarChart({ title, series, rows, labelHeader, totalHeader }: StackedBarChartProps) {
  const max = Math.max(0, ...rows.map((row) => lengthOf(row, series)));
  return (
    <ChartFrame
      title={title}
      legend={<Legend series={series} />}
      bars={
        <ul className="chart-rows">
          {rows.map((row) => (
            <BarRow
              key={row.key}
              label={row.label}
              note={row.note}
              to={row.to}
              track={
                <span className="chart-track-holder">
                  <BarTrack
                    max={max}
                    parts={series.map(({ key, shade }) => ({
                      key,
                      shade,
                      value: row.parts[key]?.value ?? 0,
                    }))}
                  />
                </span>
              }
              value={row.total}
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
          columns={tableColumns(series, labelHeader, totalHeader)}
        />
      }
    />
  );
}

function tableColumns(series: readonly ChartSeries[], labelHeader: string, totalHeader: string) {
  return [
    { key: 'label', header: labelHeader, isRowHeader: true, cell: (row) => row.label },
    ...series.map(
      ({ key, label }): Column<StackedBarRow> => ({
        key,
        header: label,
        align: 'end',
        cell: (row) => row.parts[key]?.text,
      }),
    ),
    { key: 'total', header: totalHeader, align: 'end', cell: (row) => row.total },
  ] satisfies Column<StackedBarRow>[];
}

function lengthOf(row: StackedBarRow, series: readonly ChartSeries[]): number {
  return series.reduce((sum, { key }) => sum + Math.max(0, row.parts[key]?.value ?? 0), 0);
}

function Legend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="chart-legend">
      {series.map(({ key, label, shade }) => (
        <li key={key}>
          <svg className="chart-swatch" width="14" height="14" aria-hidden="true" focusable="false">
            <rect className={`chart-part chart-${shade}`} x="0.5" y="0.5" width="13" height="13" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

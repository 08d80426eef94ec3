import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { fiscalYearName, fiscalYearOf } from '#domain/calendars';
import { parseFiscalYear } from '#domain/plans';
import type { Action } from '#domain/plans/types';
import { extraHeadersOf, type GridColumn, hiddenAtFirst, quarterColumns, yearColumns } from './columns';
import type { GridAddress } from './filters';
import type { PlanContext } from './plan-context';
import type { PlanStore } from './plan-store';

interface ColumnsOptions {
  planId: string;
  address: Pick<GridAddress, 'view' | 'grouping'>;
  context: PlanContext;
  store: PlanStore;
}

interface Layout {
  hidden: readonly string[];
  widths: Record<string, number>;
}

const smallestPx = 56;
const largestPx = 800;

/** The columns of a view, which of them are shown and how wide; kept in this browser for each plan. */
export function useColumns({ planId, address: { view, grouping }, context, store }: ColumnsOptions) {
  const { t } = useTranslation('actions');
  const [layout, setLayout] = useState(() => readLayout(planId));
  // As text, so that the columns stay the same while the actions change.
  const actions = useSyncExternalStore(store.subscribe, store.actions, store.actions);
  const shape = useMemo(() => columnShape(actions, context), [actions, context]);

  const all = useMemo((): readonly GridColumn[] => {
    const { extraHeaders, hasOtherYears } = JSON.parse(shape) as ColumnShape;
    if (view === 'years') return yearColumns(context.years, { extraHeaders, hasOtherYears });
    const from = firstOperationalYear(context);
    return from ? quarterColumns(from, (part, year) => t('quarter', { part, year })) : [];
  }, [view, context, shape, t]);

  const change = useCallback(
    (next: (layout: Layout) => Layout) =>
      setLayout((now) => {
        const changed = next(now);
        keepLayout(planId, changed);
        return changed;
      }),
    [planId],
  );
  const columns = useMemo(
    // What the groups' headers say need not be said again in each row.
    () => all.filter(({ key }) => key === 'title' || (key !== grouping && !layout.hidden.includes(key))),
    [all, layout.hidden, grouping],
  );
  const columnLabel = useCallback(
    ({ header, quarter, year, kind }: GridColumn) =>
      header ??
      quarter?.name ??
      (year ? t('column.cost', { year: fiscalYearName(year) }) : t(`column.${kind}`)),
    [t],
  );

  return {
    all,
    columns,
    columnLabel,
    hidden: layout.hidden,
    widths: columns.map(({ key, widthPx }) => layout.widths[key] ?? widthPx),
    toggle: (key: string) =>
      change((now) => ({
        ...now,
        hidden: now.hidden.includes(key) ? now.hidden.filter((other) => other !== key) : [...now.hidden, key],
      })),
    resize: ({ key }: GridColumn, widthPx: number) =>
      change((now) => ({
        ...now,
        widths: { ...now.widths, [key]: Math.round(Math.max(smallestPx, Math.min(widthPx, largestPx))) },
      })),
  };
}

interface ColumnShape {
  extraHeaders: string[];
  hasOtherYears: boolean;
}

function columnShape(actions: readonly Action[], { reading, years }: PlanContext): string {
  const isShown = (text: string) => {
    const year = parseFiscalYear(text, reading);
    return years.some((shown) => shown.year === year);
  };
  const shape: ColumnShape = {
    extraHeaders: extraHeadersOf(actions),
    hasOtherYears: actions.some(({ costs }) => costs.some((line) => !isShown(line.year))),
  };
  return JSON.stringify(shape);
}

/** The fiscal year of today where the plan covers it, else the plan's first. */
function firstOperationalYear({ years, today, reading }: PlanContext) {
  const current = fiscalYearOf(today, reading.calendars);
  return years.find(({ year }) => year === current.year) ?? years[0];
}

const storageKey = (planId: string) => `concord:columns:${planId}`;

function readLayout(planId: string): Layout {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey(planId)) ?? '') as Partial<Layout>;
    return { hidden: kept.hidden ?? hiddenAtFirst, widths: kept.widths ?? {} };
  } catch {
    return { hidden: hiddenAtFirst, widths: {} };
  }
}

function keepLayout(planId: string, layout: Layout): void {
  try {
    localStorage.setItem(storageKey(planId), JSON.stringify(layout));
  } catch {
    // A full or closed storage only means that the widths are forgotten.
  }
}

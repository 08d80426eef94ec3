import type { ActivityRecord } from '#domain/commitments/types';
import type { PastedRow } from './pasted-rows';

/** As many as one looks through before saying yes. */
const mostShown = 200;

/** Pasted rows as they were understood, the first of them, and how many more there are. */
export function pastedRowsOf(activities: readonly ActivityRecord[]): { rows: PastedRow[]; more: number } {
  const rows = activities.flatMap(({ title, identifier, facts }) =>
    facts.map(({ kind, periodStart, periodEnd, amount, currency }) => ({
      ...{ activity: title || identifier || '', kind, periodStart, periodEnd, amount, currency },
    })),
  );
  return { rows: rows.slice(0, mostShown), more: Math.max(0, rows.length - mostShown) };
}

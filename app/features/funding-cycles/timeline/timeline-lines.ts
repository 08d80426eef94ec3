import type { BudgetEventKind, CycleEventKind, CycleEventState } from '#domain/funding-cycles/kinds';
import { comparePreciseDates, type PreciseDate } from '#domain/funding-cycles/precise-date';
import type { ListedCycle, Timeline } from '#server/features/funding-cycles';

interface Line extends PreciseDate {
  key: string;
  title: string;
  state: CycleEventState;
}

export type TimelineLine =
  | (Line & { of: 'budget'; kind: BudgetEventKind })
  | (Line & { of: 'cycle'; kind: CycleEventKind; cycle: Pick<ListedCycle, 'id' | 'name' | 'partner'> });

/** Everything that a timeline shows as one list of dates. */
export function linesOf({ rows, budget }: Pick<Timeline, 'rows' | 'budget'>): TimelineLine[] {
  const ofCycles = rows.flatMap(({ cycle: { id, name, partner }, marks }) =>
    marks.map(({ id: key, kind, title, date, precision, state }): TimelineLine => {
      return { key, of: 'cycle', kind, title, date, precision, state, cycle: { id, name, partner } };
    }),
  );
  const ofBudget = budget.map(({ key, date, step: { kind, title, precision, state } }): TimelineLine => {
    return { key, of: 'budget', kind, title, date, precision, state };
  });
  return [...ofCycles, ...ofBudget].sort(comparePreciseDates);
}

import type { CycleEventKind, CycleEventState } from './kinds';
import { comparePreciseDates, type PreciseDate, rangeOf } from './precise-date';

interface Dated extends PreciseDate {
  kind: CycleEventKind;
  state: CycleEventState;
}

/** Until these, what is asked of the partner can still be changed; an opening only where nothing of them is dated. */
const deadlines: readonly CycleEventKind[] = ['pledging', 'window_closes', 'review', 'decision'];
const openings: readonly CycleEventKind[] = ['allocation_letter', 'window_opens'];

/**
 * The next date at which a cycle can still be changed: the earliest of its deadlines that is not certainly past,
 * else the next opening. Null where nothing lies ahead.
 */
export function nextChance<Event extends Dated>(events: readonly Event[], today: string): Event | null {
  const ahead = events
    .filter((event) => event.state !== 'cancelled' && rangeOf(event).end >= today)
    .sort(comparePreciseDates);
  const first = (kinds: readonly CycleEventKind[]) => ahead.find(({ kind }) => kinds.includes(kind));
  return first(deadlines) ?? first(openings) ?? null;
}

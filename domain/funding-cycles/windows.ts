import type { CycleEventKind, CycleEventState } from './kinds';
import { comparePreciseDates, type PreciseDate, rangeOf } from './precise-date';

interface Dated extends PreciseDate {
  kind: CycleEventKind;
  state: CycleEventState;
  /** The rule's key of it; null where it was entered by hand. */
  occurrence: string | null;
}

export interface OpenWindow<Event> {
  opens: Event;
  /** Null where no closing is known. */
  closes: Event | null;
}

/**
 * Openings with their closings: those of one rule by their key, those entered by hand by the first closing on or
 * after the opening that no other has. What is cancelled makes no window.
 */
export function windowsOf<Event extends Dated>(events: readonly Event[]): OpenWindow<Event>[] {
  const standing = events.filter(({ state }) => state !== 'cancelled').sort(comparePreciseDates);
  const closings = new Set(standing.filter(({ kind }) => kind === 'window_closes'));
  return standing
    .filter(({ kind }) => kind === 'window_opens')
    .map((opens) => {
      const closes = [...closings].find((candidate) => belong(opens, candidate)) ?? null;
      if (closes) closings.delete(closes);
      return { opens, closes };
    });
}

function belong(opens: Dated, closes: Dated): boolean {
  const key = slotOf(opens);
  if (key !== slotOf(closes)) return false;
  return key !== null || rangeOf(closes).end >= rangeOf(opens).start;
}

function slotOf({ occurrence }: Dated): string | null {
  return occurrence?.split('/')[0] ?? null;
}

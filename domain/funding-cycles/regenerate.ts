import type { CycleEventState } from './kinds';
import type { Occurrence } from './rule';

/** An event that the rule made before. */
export interface GeneratedEvent<Id> {
  id: Id;
  occurrence: string;
  title: string;
  date: string;
  state: CycleEventState;
  isAdjusted: boolean;
}

export interface Regeneration<Id> {
  added: Occurrence[];
  /** Whose date or title the rule now says otherwise, or that it asks for again. */
  changed: { id: Id; to: Occurrence }[];
  /** What the rule no longer asks for: it stays, cancelled, so that calendars hear of it. */
  cancelled: Id[];
}

/** What to do so that the generated events follow the rule again. What was adjusted by hand is left alone. */
export function regenerate<Id>(
  wanted: readonly Occurrence[],
  known: readonly GeneratedEvent<Id>[],
): Regeneration<Id> {
  const byKey = new Map(known.map((event) => [event.occurrence, event]));
  const keys = new Set(wanted.map(({ key }) => key));
  return {
    added: wanted.filter(({ key }) => !byKey.has(key)),
    changed: wanted.flatMap((to) => {
      const event = byKey.get(to.key);
      return event && !event.isAdjusted && differs(event, to) ? [{ id: event.id, to }] : [];
    }),
    cancelled: known
      .filter(
        ({ occurrence, isAdjusted, state }) => !isAdjusted && state !== 'cancelled' && !keys.has(occurrence),
      )
      .map(({ id }) => id),
  };
}

function differs<Id>(event: GeneratedEvent<Id>, to: Occurrence): boolean {
  return event.date !== to.date || event.title !== to.title || event.state === 'cancelled';
}

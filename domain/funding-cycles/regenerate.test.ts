import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleEventStates } from './kinds';
import { type GeneratedEvent, regenerate } from './regenerate';
import type { Occurrence } from './rule';

const occurrence = (year: number, date: string): Occurrence => ({
  key: `${year}-1/window_opens`,
  kind: 'window_opens',
  title: '',
  date,
});

const wanted = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 2020, max: 2030 }), fc.constantFrom('01', '02'))
    .map(([year, day]) => occurrence(year, `${year}-01-${day}`)),
  { selector: ({ key }) => key },
);
const known: fc.Arbitrary<GeneratedEvent<number>[]> = fc.uniqueArray(
  fc.record({
    id: fc.nat(),
    occurrence: fc.integer({ min: 2020, max: 2030 }).map((year) => `${year}-1/window_opens`),
    title: fc.constant(''),
    date: fc.constantFrom('2025-01-01', '2026-01-02'),
    state: fc.constantFrom(...cycleEventStates),
    isAdjusted: fc.boolean(),
  }),
  { selector: ({ occurrence: key }) => key },
);

/** What a database holds afterwards. */
function apply(events: GeneratedEvent<number>[], to: Occurrence[]): GeneratedEvent<number>[] {
  const { added, changed, cancelled } = regenerate(to, events);
  const moved = new Map(changed.map((change) => [change.id, change.to]));
  return [
    ...events.map((event): GeneratedEvent<number> => {
      const change = moved.get(event.id);
      if (change) return { ...event, date: change.date, title: change.title, state: 'indicative' };
      return cancelled.includes(event.id) ? { ...event, state: 'cancelled' } : event;
    }),
    ...added.map(({ key, date, title }, index): GeneratedEvent<number> => {
      return { id: -1 - index, occurrence: key, title, date, state: 'indicative', isAdjusted: false };
    }),
  ];
}

describe('generating windows again', () => {
  it('leaves alone what was adjusted by hand, drops nothing, and follows the rule in all else', () => {
    fc.assert(
      fc.property(wanted, known, (to, events) => {
        const distinct = events.map((event, id) => ({ ...event, id }));
        const after = apply(distinct, to);
        for (const event of distinct) {
          const now = after.find(({ id }) => id === event.id);
          expect(now).toBeDefined();
          if (event.isAdjusted) expect(now).toEqual(event);
        }
        for (const { key, date } of to) {
          const now = after.filter((event) => event.occurrence === key);
          expect(now).toHaveLength(1);
          if (!now[0]?.isAdjusted) expect(now[0]).toMatchObject({ date });
          if (!now[0]?.isAdjusted) expect(now[0]?.state).not.toBe('cancelled');
        }
        for (const { occurrence: key, isAdjusted, state } of after)
          if (!isAdjusted && !to.some((one) => one.key === key)) expect(state).toBe('cancelled');
      }),
    );
  });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(wanted, known, (to, events) => {
        const after = apply(
          events.map((event, id) => ({ ...event, id })),
          to,
        );
        expect(regenerate(to, after)).toEqual({ added: [], changed: [], cancelled: [] });
      }),
    );
  });
});

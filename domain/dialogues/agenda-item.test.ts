import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaEntry,
  agendaAfter,
  agendaMoved,
  expectedTimes,
  type ItemState,
  isWhereActLeads,
  itemActs,
  itemAfter,
  plannedTimes,
  spentMs,
} from './agenda-item';

const states: Record<string, ItemState> = {
  planned: { state: 'planned' },
  running: { state: 'running', sinceMs: 1000, spentMs: 50 },
  paused: { state: 'paused', spentMs: 50 },
  closed: { state: 'closed', spentMs: 50 },
  postponed: { state: 'postponed', spentMs: 50 },
};

describe('an agenda item', () => {
  it('goes from each state by each act where it may, and nowhere else', () => {
    const table = Object.entries(states).map(([from, item]) => [
      from,
      ...itemActs.map((act) => `${act}: ${itemAfter(item, act, 1100)?.state ?? '-'}`),
    ]);
    expect(table).toEqual([
      ['planned', 'open: running', 'pause: -', 'resume: -', 'close: -', 'postpone: postponed', 'reopen: -'],
      [
        'running',
        'open: -',
        'pause: paused',
        'resume: -',
        'close: closed',
        'postpone: postponed',
        'reopen: -',
      ],
      [
        'paused',
        'open: -',
        'pause: -',
        'resume: running',
        'close: closed',
        'postpone: postponed',
        'reopen: -',
      ],
      ['closed', 'open: -', 'pause: -', 'resume: -', 'close: -', 'postpone: -', 'reopen: running'],
      ['postponed', 'open: -', 'pause: -', 'resume: -', 'close: -', 'postpone: -', 'reopen: running'],
    ]);
  });

  it('is known to be where an act leads, so that a second click is no mistake', () => {
    const running: ItemState = { state: 'running', sinceMs: 0, spentMs: 0 };
    expect(itemActs.filter((act) => isWhereActLeads(running, act))).toEqual(['open', 'resume', 'reopen']);
    expect(itemActs.filter((act) => isWhereActLeads({ state: 'planned' }, act))).toEqual([]);
  });

  it('counts the time that it runs and not its pauses', () => {
    const acts = [
      ['open', 0],
      ['pause', 60],
      ['resume', 500],
      ['close', 540],
    ] as const;
    let item: ItemState = { state: 'planned' };
    for (const [act, at] of acts) item = itemAfter(item, act, at) ?? item;
    expect(spentMs(item, 9999)).toBe(100);
  });

  it('does not lose time to a clock that goes back', () => {
    expect(spentMs({ state: 'running', sinceMs: 1000, spentMs: 50 }, 10)).toBe(50);
  });
});

function agendaOf(...minutes: number[]): AgendaEntry[] {
  return minutes.map((plannedMinutes, i) => ({
    id: String(i),
    plannedMinutes,
    item: { state: 'planned' },
  }));
}

describe('an agenda', () => {
  it('runs one item at a time, whatever is done in whatever order, and never loses time spent', () => {
    const step = fc.record({
      id: fc.constantFrom('0', '1', '2'),
      act: fc.constantFrom(...itemActs),
      afterMs: fc.nat(100_000),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let agenda = agendaOf(10, 20, 30);
        let nowMs = 0;
        for (const { id, act, afterMs } of steps) {
          nowMs += afterMs;
          const before = agenda.map(({ item }) => spentMs(item, nowMs));
          agenda = agendaAfter(agenda, { id, act, atMs: nowMs }) ?? agenda;
          expect(agenda.filter(({ item }) => item.state === 'running').length).toBeLessThanOrEqual(1);
          expect(agenda.map(({ item }) => spentMs(item, nowMs))).toEqual(before);
        }
      }),
      { seed: 5 },
    );
  });

  it('computes planned times from its start, and expected ones from now and what was spent', () => {
    expect(plannedTimes(agendaOf(10, 20), 0).map(({ endsAtMs }) => endsAtMs)).toEqual([600_000, 1_800_000]);
    const running = agendaAfter(agendaOf(10, 20), { id: '1', act: 'open', atMs: 0 }) ?? [];
    expect(expectedTimes(running, 60_000)).toEqual([
      { id: '1', startsAtMs: 60_000, endsAtMs: 60_000 + 19 * 60_000 },
      { id: '0', startsAtMs: 60_000 + 19 * 60_000, endsAtMs: 60_000 + 29 * 60_000 },
    ]);
  });

  it('brings an item to any place, and no further than its ends', () => {
    const orderOf = (id: string, toIndex: number) =>
      agendaMoved(agendaOf(1, 1, 1), { id, toIndex })
        .map((entry) => entry.id)
        .join('');
    expect([-1, 0, 1, 2, 9].map((toIndex) => orderOf('0', toIndex))).toEqual([
      ...['012', '012', '102', '120', '120'],
    ]);
    expect(orderOf('2', 0)).toBe('201');
    expect(orderOf('x', 0)).toBe('012');
  });

  it('refuses an act on an item that it does not have', () => {
    expect(agendaAfter(agendaOf(1), { id: 'x', act: 'open', atMs: 0 })).toBeNull();
  });
});

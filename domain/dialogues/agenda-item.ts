import { exhaustive } from '../exhaustive';

/**
 * Where an agenda item is. Times are milliseconds; `spentMs` is what it has taken without its pauses, and of a running
 * one what it had taken when it last began to run.
 */
export type ItemState =
  | { state: 'planned' }
  | { state: 'running'; sinceMs: number; spentMs: number }
  | { state: 'paused'; spentMs: number }
  | { state: 'closed'; spentMs: number }
  | { state: 'postponed'; spentMs: number };

export const itemActs = ['open', 'pause', 'resume', 'close', 'postpone', 'reopen'] as const;
export type ItemAct = (typeof itemActs)[number];

/** The state after an act, or null where the act is not possible: the caller says so and changes nothing. */
export function itemAfter(item: ItemState, act: ItemAct, atMs: number): ItemState | null {
  switch (item.state) {
    case 'planned':
      if (act === 'open') return { state: 'running', sinceMs: atMs, spentMs: 0 };
      return act === 'postpone' ? { state: 'postponed', spentMs: 0 } : null;
    case 'running':
      if (act === 'pause') return { state: 'paused', spentMs: spentMs(item, atMs) };
      if (act === 'close') return { state: 'closed', spentMs: spentMs(item, atMs) };
      return act === 'postpone' ? { state: 'postponed', spentMs: spentMs(item, atMs) } : null;
    case 'paused':
      if (act === 'resume') return { state: 'running', sinceMs: atMs, spentMs: item.spentMs };
      if (act === 'close') return { state: 'closed', spentMs: item.spentMs };
      return act === 'postpone' ? { state: 'postponed', spentMs: item.spentMs } : null;
    case 'closed':
    case 'postponed':
      return act === 'reopen' ? { state: 'running', sinceMs: atMs, spentMs: item.spentMs } : null;
    default:
      return exhaustive(item);
  }
}

const stateAfter = {
  open: 'running',
  pause: 'paused',
  resume: 'running',
  close: 'closed',
  postpone: 'postponed',
  reopen: 'running',
} as const satisfies Record<ItemAct, ItemState['state']>;

/** Whether the item is where the act would bring it: the same click arrived twice. */
export function isWhereActLeads(item: ItemState, act: ItemAct): boolean {
  return item.state === stateAfter[act];
}

/** What the item has taken by now. A clock that went back takes nothing away. */
export function spentMs(item: ItemState, nowMs: number): number {
  if (item.state === 'planned') return 0;
  return item.state === 'running' ? item.spentMs + Math.max(0, nowMs - item.sinceMs) : item.spentMs;
}

export interface AgendaEntry<Id extends string = string> {
  id: Id;
  plannedMinutes: number;
  item: ItemState;
}

/**
 * The agenda after an act on one of its items. One item runs at a time: opening, resuming or reopening another pauses
 * the one that runs. Null where the act is not possible.
 */
export function agendaAfter<Entry extends AgendaEntry>(
  agenda: readonly Entry[],
  { id, act, atMs }: { id: string; act: ItemAct; atMs: number },
): Entry[] | null {
  const entry = agenda.find((candidate) => candidate.id === id);
  const next = entry && itemAfter(entry.item, act, atMs);
  if (!next) return null;
  return agenda.map((other) => {
    if (other.id === id) return { ...other, item: next };
    const isInTheWay = next.state === 'running' && other.item.state === 'running';
    return isInTheWay ? { ...other, item: itemAfter(other.item, 'pause', atMs) ?? other.item } : other;
  });
}

/** The agenda with one of its items brought to a place, counted from 0; a place beyond its ends is the end. */
export function agendaMoved<Entry extends { id: string }>(
  agenda: readonly Entry[],
  { id, toIndex }: { id: string; toIndex: number },
): Entry[] {
  const entry = agenda.find((candidate) => candidate.id === id);
  if (!entry) return [...agenda];
  const others = agenda.filter((other) => other.id !== id);
  const at = Math.max(0, Math.min(toIndex, others.length));
  return [...others.slice(0, at), entry, ...others.slice(at)];
}

export interface ItemTimes<Id extends string = string> {
  id: Id;
  startsAtMs: number;
  endsAtMs: number;
}

/** When each item is planned to begin and end, one after the other from the start of the dialogue. */
export function plannedTimes(agenda: readonly AgendaEntry[], startsAtMs: number): ItemTimes[] {
  let next = startsAtMs;
  return agenda.map(({ id, plannedMinutes }) => {
    const begins = next;
    next += plannedMinutes * 60_000;
    return { id, startsAtMs: begins, endsAtMs: next };
  });
}

/** When the items still to come will begin and end if each takes what was planned, seen from now. */
export function expectedTimes(agenda: readonly AgendaEntry[], nowMs: number): ItemTimes[] {
  let next = nowMs;
  return agenda
    .filter(({ item }) => item.state === 'running' || item.state === 'paused' || item.state === 'planned')
    .sort((a, b) => Number(b.item.state === 'running') - Number(a.item.state === 'running'))
    .map(({ id, plannedMinutes, item }) => {
      const begins = next;
      next += Math.max(0, plannedMinutes * 60_000 - spentMs(item, nowMs));
      return { id, startsAtMs: begins, endsAtMs: next };
    });
}

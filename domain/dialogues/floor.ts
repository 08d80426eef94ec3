import { exhaustive } from '../exhaustive';

export const floorKinds = ['intervention', 'reply', 'point_of_order'] as const;
export type FloorKind = (typeof floorKinds)[number];

/** A request for the floor. Its id is made by who asks, so that one sent twice counts once. */
export interface FloorRequest {
  id: string;
  institutionId: string;
  /** Who will speak, in words; an institution speaks, a person is named by function. */
  speaker: string;
  kind: FloorKind;
  requestedAtMs: number;
}

export interface Intervention extends FloorRequest {
  startedAtMs: number;
  /** Null while it lasts. */
  endedAtMs: number | null;
}

/** The speakers list of an item: who waits, in the convenor's order, and who has spoken or speaks. */
export interface Floor {
  waiting: readonly FloorRequest[];
  /** In the order in which they began; only the last can still last. */
  heard: readonly Intervention[];
  /** Ids of requests that were taken back or off: one that arrives again, late, is not put back. */
  gone?: readonly string[];
}

export type FloorAct =
  | { act: 'request'; request: FloorRequest }
  | { act: 'withdraw'; id: string }
  | { act: 'move'; id: string; toIndex: number }
  /** Gives the floor; whoever speaks is done. */
  | { act: 'give'; id: string; atMs: number }
  /** Ends who speaks; with an id, only that one: a second click never cuts off the next speaker. */
  | { act: 'end'; atMs: number; id?: string }
  /** The floor was given by mistake: whoever began last has not been heard, and is the next of the list. */
  | { act: 'takeBack'; id: string }
  | { act: 'clear' };

export const emptyFloor: Floor = { waiting: [], heard: [] };

/** The list after an act; the same list where the act had been done already; null where it is not possible. */
export function floorAfter(floor: Floor, act: FloorAct): Floor | null {
  switch (act.act) {
    case 'request':
      return floorWithRequest(floor, act.request);
    case 'withdraw':
      return floorWithoutRequest(floor, act.id);
    case 'move': {
      const moved = floor.waiting.find(({ id }) => id === act.id);
      if (!moved) return null;
      const rest = without(floor, act.id);
      const at = Math.max(0, Math.min(act.toIndex, rest.length));
      return { ...floor, waiting: [...rest.slice(0, at), moved, ...rest.slice(at)] };
    }
    case 'give': {
      if (isHeard(floor, act.id)) return floor;
      const next = floor.waiting.find(({ id }) => id === act.id);
      if (!next) return null;
      const { heard } = ended(floor, act.atMs);
      return {
        ...floor,
        waiting: without(floor, act.id),
        heard: [...heard, { ...next, startedAtMs: act.atMs, endedAtMs: null }],
      };
    }
    case 'end': {
      const current = speaking(floor);
      if (act.id !== undefined && current?.id !== act.id) return isHeard(floor, act.id) ? floor : null;
      return current ? ended(floor, act.atMs) : null;
    }
    case 'takeBack':
      return has(floor, act.id) ? floor : afterTakingBack(floor, act.id);
    case 'clear':
      return withGone(
        floor,
        floor.waiting.map(({ id }) => id),
      );
    default:
      return exhaustive(act);
  }
}

/** A point of order comes before all that is none; an institution waits once for each kind. */
export function floorWithRequest(floor: Floor, request: FloorRequest): Floor | null {
  if (isKnownRequest(floor, request.id)) return floor;
  const isWaiting = floor.waiting.some(
    ({ institutionId, kind }) => institutionId === request.institutionId && kind === request.kind,
  );
  if (isWaiting) return null;
  if (request.kind !== 'point_of_order') return { ...floor, waiting: [...floor.waiting, request] };
  const firstOther = floor.waiting.findIndex(({ kind }) => kind !== 'point_of_order');
  const at = firstOther < 0 ? floor.waiting.length : firstOther;
  return { ...floor, waiting: [...floor.waiting.slice(0, at), request, ...floor.waiting.slice(at)] };
}

/** A request that waits is taken back, and stays so when it arrives again. */
export function floorWithoutRequest(floor: Floor, id: string): Floor | null {
  return has(floor, id) ? withGone(floor, [id]) : null;
}

/** Whoever was cut off by giving the floor goes on, as though it had not been given. */
function afterTakingBack(floor: Floor, id: string): Floor | null {
  const mistaken = floor.heard.at(-1);
  if (mistaken?.id !== id) return null;
  const { startedAtMs, endedAtMs, ...request } = mistaken;
  const heard = floor.heard.slice(0, -1);
  const before = heard.at(-1);
  const wasCutOff = endedAtMs === null && before?.endedAtMs === startedAtMs;
  return {
    ...floor,
    waiting: [request, ...floor.waiting],
    heard: before && wasCutOff ? [...heard.slice(0, -1), { ...before, endedAtMs: null }] : heard,
  };
}

/** Whether a request has been on the list, and maybe still is. */
export function isKnownRequest({ waiting, heard, gone = [] }: Floor, wanted: string): boolean {
  return gone.includes(wanted) || [...waiting, ...heard].some(({ id }) => id === wanted);
}

/** Who has the floor. */
export function speaking(floor: Floor): Intervention | null {
  const last = floor.heard.at(-1);
  return last?.endedAtMs === null ? last : null;
}

/**
 * Whom to hear next, for the convenor to follow or not: points of order, then institutions not yet heard, then those
 * that spoke least, then in the order of the list.
 */
export function suggestedNext(floor: Floor, nowMs: number): FloorRequest | null {
  const spoken = spokenByInstitution(floor, nowMs);
  const rankOf = ({ kind, institutionId }: FloorRequest) =>
    kind === 'point_of_order' ? -1 : (spoken.get(institutionId) ?? 0);
  return floor.waiting.reduce<FloorRequest | null>(
    (best, request) => (best === null || rankOf(request) < rankOf(best) ? request : best),
    null,
  );
}

/** How long each institution has spoken by now, in milliseconds; points of order do not count. */
export function spokenByInstitution(floor: Floor, nowMs: number): Map<string, number> {
  const spoken = new Map<string, number>();
  for (const intervention of floor.heard) {
    if (intervention.kind === 'point_of_order') continue;
    const { institutionId } = intervention;
    // Having begun at all counts: who was heard for no measurable time was heard.
    const length = Math.max(1, lengthMs(intervention, nowMs));
    spoken.set(institutionId, (spoken.get(institutionId) ?? 0) + length);
  }
  return spoken;
}

export function lengthMs({ startedAtMs, endedAtMs }: Intervention, nowMs: number): number {
  return Math.max(0, (endedAtMs ?? nowMs) - startedAtMs);
}

export interface FloorLimits {
  perInterventionMs: number | null;
  perInstitutionMs: number | null;
}

/** What is left to who speaks, in milliseconds, below zero when over time; null without a limit or a speaker. */
export function remainingMs(floor: Floor, limits: FloorLimits, nowMs: number): number | null {
  const current = speaking(floor);
  if (!current || current.kind === 'point_of_order') return null;
  const total = spokenByInstitution(floor, nowMs).get(current.institutionId) ?? 0;
  const rest = [
    limits.perInterventionMs === null ? null : limits.perInterventionMs - lengthMs(current, nowMs),
    limits.perInstitutionMs === null ? null : limits.perInstitutionMs - total,
  ].filter((value): value is number => value !== null);
  return rest.length === 0 ? null : Math.min(...rest);
}

function ended(floor: Floor, atMs: number): Floor {
  const current = speaking(floor);
  if (!current) return floor;
  const endedAtMs = Math.max(atMs, current.startedAtMs);
  return { ...floor, heard: [...floor.heard.slice(0, -1), { ...current, endedAtMs }] };
}

function isHeard(floor: Floor, wanted: string): boolean {
  return floor.heard.some(({ id }) => id === wanted);
}

function withGone(floor: Floor, ids: readonly string[]): Floor {
  if (ids.length === 0) return floor;
  const waiting = floor.waiting.filter(({ id }) => !ids.includes(id));
  return { ...floor, waiting, gone: [...(floor.gone ?? []), ...ids] };
}

function has(floor: Floor, wanted: string): boolean {
  return floor.waiting.some(({ id }) => id === wanted);
}

function without(floor: Floor, unwanted: string): FloorRequest[] {
  return floor.waiting.filter(({ id }) => id !== unwanted);
}

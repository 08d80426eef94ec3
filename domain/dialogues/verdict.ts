import { exhaustive } from '../exhaustive';
import { countsAs, isObjection, type Step } from './gradient';
import type { Position } from './positions';
import { type Eligible, type Fraction, neededOf, type Quorum, type QuorumRule, quorumOf } from './quorum';

/** How it is decided; chosen before positions are taken. */
export type DecisionRule =
  /** Nobody present objects. Consensus is the absence of formal objection, not unanimity. */
  | { kind: 'consensus'; quorum: QuorumRule | null }
  /** Adopted at the deadline unless an institution objects before it. */
  | { kind: 'silence'; deadlineMs: number }
  /** Enough are for it: of those that are for or against, or of all groups that are. */
  | { kind: 'threshold'; by: 'institution' | 'group'; atLeast: Fraction; quorum: QuorumRule | null };

export type Outcome = 'adopted' | 'not_adopted' | 'pending';

/** A sentence of the explanation, in the order in which it is read; the words come from the catalogue by `code`. */
export type Reason =
  | { code: 'quorum_missed' | 'quorum_met'; quorum: Quorum }
  | { code: 'objections' | 'reservations' | 'ad_referendum'; institutionIds: string[] }
  | { code: 'no_objection' }
  | { code: 'nobody_spoke' }
  /** Who spoke abstained, or stands against others of its group. */
  | { code: 'none_stand'; by: 'institution' | 'group' }
  | { code: 'silence_runs' | 'silence_over'; deadlineMs: number }
  | { code: 'threshold_reached' | 'threshold_missed'; inFavour: number; needed: number; of: number };

export interface Verdict {
  outcome: Outcome;
  reasons: Reason[];
}

interface Room {
  rule: DecisionRule;
  /** Who may take a position. */
  eligible: readonly Eligible[];
  /** Of whom a quorum is counted now. */
  counted: readonly Eligible[];
  present: ReadonlySet<string>;
  /** The current position of each institution. */
  positions: ReadonlyMap<string, Position>;
  nowMs: number;
}

/** What the positions come to by the rule, and why. The same room always gives the same verdict. */
export function verdictOf(room: Room): Verdict {
  const { rule } = room;
  switch (rule.kind) {
    case 'consensus':
      return byConsensus(room, rule.quorum);
    case 'silence':
      return bySilence(room, rule.deadlineMs);
    case 'threshold':
      return byThreshold(room, rule);
    default:
      return exhaustive(rule);
  }
}

/** The same for those who may not know who said what: without the reasons that name institutions. */
export function withoutNames({ outcome, reasons }: Verdict): Verdict {
  return { outcome, reasons: reasons.filter((reason) => !('institutionIds' in reason)) };
}

/** Who spoke subject to the confirmation of its headquarters, of those that the verdict names. */
export function adReferendumIn({ reasons }: Verdict): string[] {
  return reasons.flatMap((reason) => (reason.code === 'ad_referendum' ? reason.institutionIds : []));
}

function byConsensus(room: Room, rule: QuorumRule | null): Verdict {
  const { missed, reasons } = quorumReasons(room, rule);
  if (missed) return { outcome: 'not_adopted', reasons };
  const objecting = institutionsAt(room, isObjection);
  if (objecting.length > 0)
    return {
      outcome: 'not_adopted',
      reasons: [...reasons, { code: 'objections', institutionIds: objecting }],
    };
  // An empty room agrees to nothing.
  if (!hasSpoken(room)) return { outcome: 'pending', reasons: [...reasons, { code: 'nobody_spoke' }] };
  return { outcome: 'adopted', reasons: [...reasons, { code: 'no_objection' }, ...notes(room)] };
}

function bySilence(room: Room, deadlineMs: number): Verdict {
  const objecting = institutionsAt(room, isObjection);
  if (objecting.length > 0)
    return { outcome: 'not_adopted', reasons: [{ code: 'objections', institutionIds: objecting }] };
  const isOver = room.nowMs >= deadlineMs;
  return isOver
    ? { outcome: 'adopted', reasons: [{ code: 'silence_over', deadlineMs }, ...notes(room)] }
    : { outcome: 'pending', reasons: [{ code: 'silence_runs', deadlineMs }, ...notes(room)] };
}

function byThreshold(room: Room, rule: Extract<DecisionRule, { kind: 'threshold' }>): Verdict {
  const { missed, reasons } = quorumReasons(room, rule.quorum);
  if (missed) return { outcome: 'not_adopted', reasons };
  const stands = rule.by === 'group' ? groupStands(room) : institutionStands(room);
  const of = stands.length;
  if (!hasSpoken(room)) return { outcome: 'pending', reasons: [...reasons, { code: 'nobody_spoke' }] };
  if (of === 0)
    return {
      outcome: 'not_adopted',
      reasons: [...reasons, { code: 'none_stand', by: rule.by }, ...objections(room), ...notes(room)],
    };
  const inFavour = stands.filter((stand) => stand === 'for').length;
  const needed = neededOf(rule.atLeast, of);
  const isReached = inFavour >= needed;
  const code = isReached ? 'threshold_reached' : 'threshold_missed';
  return {
    outcome: isReached ? 'adopted' : 'not_adopted',
    reasons: [...reasons, { code, inFavour, needed, of }, ...objections(room), ...notes(room)],
  };
}

function hasSpoken({ eligible, positions }: Room): boolean {
  return eligible.some(({ institutionId }) => positions.has(institutionId));
}

type Stand = 'for' | 'against';

function institutionStands({ positions, eligible }: Room): Stand[] {
  return eligible.flatMap(({ institutionId }) => standOf(positions.get(institutionId)));
}

/** A group stands where more of its institutions stand; evenly split, it stands nowhere. */
function groupStands(room: Room): Stand[] {
  const balance = new Map<string, number>();
  for (const { institutionId, group } of room.eligible) {
    for (const stand of standOf(room.positions.get(institutionId)))
      balance.set(group, (balance.get(group) ?? 0) + (stand === 'for' ? 1 : -1));
  }
  return [...balance.values()].filter((sum) => sum !== 0).map((sum) => (sum > 0 ? 'for' : 'against'));
}

function standOf(position: Position | undefined): Stand[] {
  const counted = position && countsAs[position.step];
  return counted === 'for' || counted === 'against' ? [counted] : [];
}

function quorumReasons(room: Room, rule: QuorumRule | null): { missed: boolean; reasons: Reason[] } {
  if (!rule) return { missed: false, reasons: [] };
  const quorum = quorumOf(rule, room.counted, room.present);
  return quorum.isMet
    ? { missed: false, reasons: [{ code: 'quorum_met', quorum }] }
    : { missed: true, reasons: [{ code: 'quorum_missed', quorum }] };
}

function objections(room: Room): Reason[] {
  const institutionIds = institutionsAt(room, isObjection);
  return institutionIds.length > 0 ? [{ code: 'objections', institutionIds }] : [];
}

/** What is recorded with an adoption: who has reservations, and who still has to ask its headquarters. */
function notes(room: Room): Reason[] {
  const reserved = institutionsAt(room, (step) => step === 'reservations');
  const asking = [...room.positions.values()].filter(({ isAdReferendum }) => isAdReferendum);
  return [
    ...(reserved.length > 0 ? [{ code: 'reservations' as const, institutionIds: reserved }] : []),
    ...(asking.length > 0
      ? [{ code: 'ad_referendum' as const, institutionIds: asking.map(({ institutionId }) => institutionId) }]
      : []),
  ];
}

/** Only those that may take a position are counted, in the order of the list. */
function institutionsAt({ eligible, positions }: Room, isWanted: (step: Step) => boolean): string[] {
  return eligible
    .map(({ institutionId }) => institutionId)
    .filter((id) => {
      const position = positions.get(id);
      return position !== undefined && isWanted(position.step);
    });
}

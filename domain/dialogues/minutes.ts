import { exhaustive } from '../exhaustive';
import type { StillOpen } from './still-open';

/** How far the minutes of a dialogue have come. */
export type MinutesState =
  | { state: 'draft'; corrections?: readonly Correction[] }
  /** The convenor goes over them; delegations no longer write. Recalled, they keep what was to be corrected. */
  | { state: 'review'; corrections?: readonly Correction[] }
  /** Delegations propose corrections until the deadline. */
  | { state: 'corrections'; deadlineMs: number; corrections: readonly Correction[] }
  | { state: 'locked'; corrections: readonly Correction[] };

export interface Correction {
  id: string;
  institutionId: string;
  itemId: string;
  text: string;
  answer: { accepted: boolean; reason: string } | null;
}

export type MinutesAct =
  | { act: 'submit' }
  | { act: 'return' }
  | { act: 'circulate'; deadlineMs: number }
  /** Another deadline, sooner or later than the one before. */
  | { act: 'extend'; deadlineMs: number }
  /** Back to the convenor's review: whoever circulated them too soon is not bound to the deadline. */
  | { act: 'recall' }
  | { act: 'correct'; correction: Omit<Correction, 'answer'>; atMs: number }
  | { act: 'answer'; id: string; accepted: boolean; reason: string }
  | { act: 'lock'; atMs: number; stillOpen: StillOpen | null };

export type MinutesRefusal =
  | 'not_now'
  | 'deadline_in_past'
  | 'too_late'
  | 'unknown_correction'
  | 'reason_missing'
  | 'unanswered'
  | 'too_early'
  | StillOpen;

export type MinutesAnswer = { ok: true; minutes: MinutesState } | { ok: false; refusal: MinutesRefusal };

/** The minutes after an act of the convenor or of a delegation. Locked minutes never change again. */
export function minutesAfter(minutes: MinutesState, act: MinutesAct, nowMs: number): MinutesAnswer {
  if (minutes.state === 'locked') return refused('not_now');
  // What was answered wrongly can be answered again until the lock.
  if (act.act === 'answer') return answered(minutes, act);
  // Sent twice, it counts once, also when the second comes after the deadline or a recall.
  if (act.act === 'correct' && correctionsOf(minutes).some(({ id }) => id === act.correction.id))
    return done(minutes);
  switch (minutes.state) {
    case 'draft':
      return act.act === 'submit' ? done({ ...minutes, state: 'review' }) : refused('not_now');
    case 'review':
      if (act.act === 'return') return done({ ...minutes, state: 'draft' });
      if (act.act !== 'circulate') return refused('not_now');
      if (act.deadlineMs <= nowMs) return refused('deadline_in_past');
      return done({
        ...{ state: 'corrections', deadlineMs: act.deadlineMs },
        corrections: correctionsOf(minutes),
      });
    case 'corrections':
      return whileCorrected(minutes, act, nowMs);
    default:
      return exhaustive(minutes);
  }
}

/** What delegations have proposed so far. */
export function correctionsOf(minutes: MinutesState): readonly Correction[] {
  return minutes.corrections ?? [];
}

/** What keeps circulated minutes from being locked now. */
export function lockObstacle(
  { corrections, deadlineMs }: InCorrection,
  { atMs, stillOpen }: { atMs: number; stillOpen: StillOpen | null },
): 'too_early' | 'unanswered' | StillOpen | null {
  if (corrections.some(({ answer }) => answer === null)) return 'unanswered';
  if (atMs < deadlineMs) return 'too_early';
  return stillOpen;
}

type InCorrection = Extract<MinutesState, { state: 'corrections' }>;
type Unlocked = Exclude<MinutesState, { state: 'locked' }>;

function whileCorrected(minutes: InCorrection, act: MinutesAct, nowMs: number): MinutesAnswer {
  const { corrections, deadlineMs } = minutes;
  switch (act.act) {
    case 'extend':
      if (act.deadlineMs === deadlineMs) return done(minutes);
      if (act.deadlineMs <= nowMs) return refused('deadline_in_past');
      return done({ ...minutes, deadlineMs: act.deadlineMs });
    case 'recall':
      return done({ state: 'review', corrections });
    case 'correct':
      if (act.atMs > deadlineMs) return refused('too_late');
      return done({ ...minutes, corrections: [...corrections, { ...act.correction, answer: null }] });
    case 'lock': {
      const obstacle = lockObstacle(minutes, act);
      return obstacle ? refused(obstacle) : done({ state: 'locked', corrections });
    }
    default:
      return refused('not_now');
  }
}

/** Accepted or refused, each with a reason: whoever proposed it reads why. The same answer again changes nothing. */
function answered(minutes: Unlocked, act: Extract<MinutesAct, { act: 'answer' }>): MinutesAnswer {
  const before = correctionsOf(minutes);
  const correction = before.find(({ id }) => id === act.id);
  if (!correction) return refused('unknown_correction');
  if (!act.reason.trim()) return refused('reason_missing');
  const answer = { accepted: act.accepted, reason: act.reason };
  const isSame =
    correction.answer?.accepted === answer.accepted && correction.answer.reason === answer.reason;
  if (isSame) return done(minutes);
  const corrections = before.map((other) => (other === correction ? { ...other, answer } : other));
  return done({ ...minutes, corrections });
}

function done(minutes: MinutesState): MinutesAnswer {
  return { ok: true, minutes };
}

function refused(refusal: MinutesRefusal): MinutesAnswer {
  return { ok: false, refusal };
}

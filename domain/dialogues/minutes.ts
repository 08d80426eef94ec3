import { exhaustive } from '../exhaustive';

/** How far the minutes of a dialogue have come. */
export type MinutesState =
  | { state: 'draft' }
  /** The convenor goes over them; delegations no longer write. */
  | { state: 'review' }
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
  | { act: 'correct'; correction: Omit<Correction, 'answer'>; atMs: number }
  | { act: 'answer'; id: string; accepted: boolean; reason: string }
  | { act: 'lock'; atMs: number };

export type MinutesRefusal =
  | 'not_now'
  | 'deadline_in_past'
  | 'too_late'
  | 'unknown_correction'
  | 'answered'
  | 'reason_missing'
  | 'unanswered'
  | 'too_early';

export type MinutesAnswer = { ok: true; minutes: MinutesState } | { ok: false; refusal: MinutesRefusal };

/** The minutes after an act of the convenor or of a delegation. Locked minutes never change again. */
export function minutesAfter(minutes: MinutesState, act: MinutesAct, nowMs: number): MinutesAnswer {
  switch (minutes.state) {
    case 'draft':
      return act.act === 'submit' ? done({ state: 'review' }) : refused('not_now');
    case 'review':
      if (act.act === 'return') return done({ state: 'draft' });
      if (act.act !== 'circulate') return refused('not_now');
      if (act.deadlineMs <= nowMs) return refused('deadline_in_past');
      return done({ state: 'corrections', deadlineMs: act.deadlineMs, corrections: [] });
    case 'corrections':
      return whileCorrected(minutes, act);
    case 'locked':
      return refused('not_now');
    default:
      return exhaustive(minutes);
  }
}

type InCorrection = Extract<MinutesState, { state: 'corrections' }>;

function whileCorrected(minutes: InCorrection, act: MinutesAct): MinutesAnswer {
  const { corrections, deadlineMs } = minutes;
  switch (act.act) {
    case 'correct': {
      // Sent twice, it counts once, also when the second comes after the deadline.
      if (corrections.some(({ id }) => id === act.correction.id)) return done(minutes);
      if (act.atMs > deadlineMs) return refused('too_late');
      return done({ ...minutes, corrections: [...corrections, { ...act.correction, answer: null }] });
    }
    case 'answer':
      return answered(minutes, act);
    case 'lock':
      if (act.atMs < deadlineMs) return refused('too_early');
      if (corrections.some(({ answer }) => answer === null)) return refused('unanswered');
      return done({ state: 'locked', corrections });
    default:
      return refused('not_now');
  }
}

/** Accepted or refused, each with a reason: whoever proposed it reads why. */
function answered(minutes: InCorrection, act: Extract<MinutesAct, { act: 'answer' }>): MinutesAnswer {
  const correction = minutes.corrections.find(({ id }) => id === act.id);
  if (!correction) return refused('unknown_correction');
  if (correction.answer) return refused('answered');
  if (!act.reason.trim()) return refused('reason_missing');
  const answer = { accepted: act.accepted, reason: act.reason };
  const corrections = minutes.corrections.map((other) =>
    other === correction ? { ...other, answer } : other,
  );
  return done({ ...minutes, corrections });
}

function done(minutes: MinutesState): MinutesAnswer {
  return { ok: true, minutes };
}

function refused(refusal: MinutesRefusal): MinutesAnswer {
  return { ok: false, refusal };
}

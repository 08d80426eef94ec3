import { needsReason, type Scale, type Step, scales } from './gradient';

/** What an institution said on a proposal at one moment. Its id is made by who sends it: sent twice, it counts once. */
export interface Position {
  id: string;
  institutionId: string;
  step: Step;
  reason: string;
  /** Subject to confirmation by its headquarters. */
  isAdReferendum: boolean;
  /** On what the convenor recorded it for an institution that is absent; null when the institution took it itself. */
  basis: string | null;
  atMs: number;
}

/** A proposal being put: fixed before it is opened, except for what institutions say. */
export interface Ballot {
  scale: Scale;
  /** Nobody sees the positions of others until it is closed. */
  isHidden: boolean;
  /** Who may take a position. */
  eligible: readonly string[];
  state: 'open' | 'closed';
  /** Every position ever taken, the oldest first; never changed, never removed. */
  history: readonly Position[];
}

export type PositionRefusal =
  | 'closed'
  | 'not_eligible'
  | 'not_on_scale'
  | 'reason_missing'
  | 'basis_missing'
  | 'own_stands'
  | 'id_taken';

export type PositionAnswer = { ok: true; ballot: Ballot } | { ok: false; refusal: PositionRefusal };

/**
 * Takes a position. The same one again changes nothing, also after closing, since a phone that was offline cannot
 * know that its first attempt arrived.
 */
export function takePosition(ballot: Ballot, position: Position): PositionAnswer {
  const known = ballot.history.find(({ id }) => id === position.id);
  if (known) {
    const isSame = known.institutionId === position.institutionId && known.step === position.step;
    return isSame ? { ok: true, ballot } : { ok: false, refusal: 'id_taken' };
  }
  const refusal = refusalOf(ballot, position);
  if (refusal) return { ok: false, refusal };
  return { ok: true, ballot: { ...ballot, history: [...ballot.history, position] } };
}

function refusalOf(ballot: Ballot, position: Position): PositionRefusal | null {
  const steps: readonly Step[] = scales[ballot.scale];
  if (ballot.state === 'closed') return 'closed';
  if (!ballot.eligible.includes(position.institutionId)) return 'not_eligible';
  if (!steps.includes(position.step)) return 'not_on_scale';
  if (needsReason(position.step) && position.reason.trim() === '') return 'reason_missing';
  if (position.basis === null) return null;
  if (position.basis.trim() === '') return 'basis_missing';
  return spokeThemselves(ballot).includes(position.institutionId) ? 'own_stands' : null;
}

/** Whose position is one that they took themselves: nobody records another for them. */
export function spokeThemselves(ballot: Ballot): string[] {
  return [...currentPositions(ballot).values()]
    .filter(({ basis }) => basis === null)
    .map(({ institutionId }) => institutionId);
}

/** The position of each institution now: the last that it took. */
export function currentPositions(ballot: Ballot): Map<string, Position> {
  return new Map(ballot.history.map((position) => [position.institutionId, position]));
}

/**
 * What someone acting for an institution may see: its own history always, the others' only when the ballot is not
 * hidden or is closed. Convenors are held to the same; they see who has answered, not what.
 */
export function visibleHistory(ballot: Ballot, institutionId: string | null): readonly Position[] {
  if (!ballot.isHidden || ballot.state === 'closed') return ballot.history;
  return ballot.history.filter((position) => position.institutionId === institutionId);
}

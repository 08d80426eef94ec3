import { DomainError } from '#domain/errors';
import { horizonProblem, planTitle } from '#domain/plans';

/** The title as it is kept. Throws `invalid_input`. */
export function assertTitle(title: string): string {
  const kept = planTitle(title);
  if (kept !== null) return kept;
  throw new DomainError({ code: 'invalid_input', details: { field: 'title' } });
}

/** Throws `invalid_input`, with what is wrong. */
export function assertHorizon(horizon: { startYear: number; endYear: number }): void {
  const problem = horizonProblem(horizon);
  if (problem) throw new DomainError({ code: 'invalid_input', details: { field: 'endYear', problem } });
}

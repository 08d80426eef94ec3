import type { ProblemCode } from './problems';

/** Ends the reading of a file: nothing of it is kept. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: Record<string, string | number> = {},
  ) {
    super(code);
  }
}

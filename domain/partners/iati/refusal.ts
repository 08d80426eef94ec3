import type { ProblemCode } from './problems';

export interface Place {
  line: number;
  column: number;
  path: string;
}

/** Ends the reading of a file: nothing of it is kept. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: Record<string, string | number> = {},
    /** Where it stands, when that is not where the parser has come to. */
    readonly place: Place | null = null,
  ) {
    super(code);
  }
}

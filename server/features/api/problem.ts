import { isDomainError, statusOfError } from '#domain/errors';

/** What can go wrong, by the code that programs may rely on, with its status and what it means. */
export const problemKinds = {
  token_missing: [401, 'Send a personal token: Authorization: Bearer concord_…'],
  token_invalid: [401, 'The token is unknown, has expired or was revoked'],
  insufficient_scope: [403, 'The token was not made for this'],
  forbidden: [403, 'The token’s owner may not see this'],
  not_found: [404, 'There is nothing here that the token’s owner can see'],
  method_not_allowed: [405, 'The API is for reading: GET and HEAD'],
  not_acceptable: [406, 'Lists are served as application/json and text/csv, all else as application/json'],
  invalid_parameters: [400, 'Some parameters are not right; each is named in “errors”'],
  malformed_address: [400, 'The address is not well formed'],
  rate_limited: [429, 'Too many requests; wait for as many seconds as Retry-After says'],
  unavailable: [503, 'This cannot be answered now; try again'],
  internal: [500, 'Something went wrong here'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof problemKinds;

export interface ParameterError {
  parameter: string;
  /** unknown, invalid, or mismatch for a cursor of another list. */
  code: 'unknown' | 'invalid' | 'mismatch';
  detail: string;
}

/** A refusal of the API; answered as application/problem+json (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: ParameterError[];

  constructor(code: ProblemCode, errors: ParameterError[] = []) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.errors = errors;
  }
}

/** Any error as a problem; null for what nobody expected. Refusals of the domain are told by their status. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (!isDomainError(error)) return null;
  const status = statusOfError[error.code];
  if (status === 403) return new Problem('forbidden');
  return new Problem(status === 404 ? 'not_found' : status === 503 ? 'unavailable' : 'invalid_parameters');
}

export function problemBody({ code, errors }: Problem, requestId: string) {
  const [status, title] = problemKinds[code];
  return {
    type: `/api#problem-${code}`,
    title,
    status,
    code,
    instance: `urn:uuid:${requestId}`,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

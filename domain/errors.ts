/** An expected refusal. The words for the user come from the catalogue by `code`; one table maps code to status. */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly details: Record<string, unknown>;

  constructor({ code, details = {} }: { code: DomainErrorCode; details?: Record<string, unknown> }) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** Every code has a sentence in `errors.json` of each language; a test checks it. */
export const domainErrorCodes = [
  'not_found',
  'forbidden',
  'signed_out',
  'invalid_input',
  'conflict',
  'rate_limited',
  'wrong_credentials',
  'token_invalid',
  'too_large',
  'unsupported_file',
  'document_unavailable',
  'document_damaged',
  'origin_refused',
  'stale',
  'slug_taken',
  'last_convenor',
  'last_calendar',
  'already_member',
  'identifier_taken',
  'institution_has_members',
  'institution_is_partner',
  'partner_has_record',
  'invitation_for_other_email',
  'item_in_use',
  'dialogue_begun',
  'sitting_recorded',
  'minutes_submitted',
  'deferral_changes_nothing',
  'dialogue_cancelled',
  'minutes_locked',
  'registration_closed',
  'feedback_closed',
  'verdict_pending',
  'position_is_own',
] as const;

export type DomainErrorCode = (typeof domainErrorCodes)[number];

/** Errors cross bundle borders (server code and the Remix build), so they are known by shape, not by `instanceof`. */
export function isDomainError(error: unknown): error is DomainError {
  return (
    error instanceof Error &&
    error.name === 'DomainError' &&
    domainErrorCodes.includes((error as { code?: DomainErrorCode }).code as DomainErrorCode)
  );
}

export const statusOfError: Record<DomainErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  signed_out: 401,
  invalid_input: 422,
  conflict: 409,
  rate_limited: 429,
  wrong_credentials: 401,
  token_invalid: 410,
  too_large: 413,
  unsupported_file: 415,
  document_unavailable: 503,
  document_damaged: 503,
  origin_refused: 403,
  stale: 409,
  slug_taken: 409,
  last_convenor: 409,
  last_calendar: 409,
  already_member: 409,
  identifier_taken: 409,
  institution_has_members: 409,
  institution_is_partner: 409,
  partner_has_record: 409,
  invitation_for_other_email: 403,
  item_in_use: 409,
  dialogue_begun: 409,
  sitting_recorded: 409,
  minutes_submitted: 409,
  deferral_changes_nothing: 409,
  dialogue_cancelled: 409,
  minutes_locked: 409,
  registration_closed: 409,
  feedback_closed: 409,
  verdict_pending: 409,
  position_is_own: 409,
};

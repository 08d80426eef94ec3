export type DbErrorCode =
  | 'unique_violation'
  | 'foreign_key_violation'
  | 'not_null_violation'
  | 'busy'
  | 'disk_full';

/** A refusal of the database under one name for both drivers. Known by `code`, like every error of ours. */
export class DbError extends Error {
  readonly code: DbErrorCode;

  constructor(code: DbErrorCode, cause: unknown) {
    super(code, { cause });
    this.name = 'DbError';
    this.code = code;
  }
}

const codes: Record<string, DbErrorCode> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique_violation',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique_violation',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign_key_violation',
  SQLITE_CONSTRAINT_NOTNULL: 'not_null_violation',
  SQLITE_BUSY: 'busy',
  SQLITE_FULL: 'disk_full',
  '23505': 'unique_violation',
  '23503': 'foreign_key_violation',
  '23502': 'not_null_violation',
  '40001': 'busy',
  '40P01': 'busy',
  '53100': 'disk_full',
};

/** Turns a driver's error, also where drizzle has wrapped it, into a DbError; anything else comes back unchanged. */
export function mapDbError(error: unknown): unknown {
  for (let e = error; e instanceof Error; e = e.cause as unknown) {
    if (e.name === 'DbError') return e;
    const code = codes[(e as { code?: string }).code ?? ''];
    if (code) return new DbError(code, error);
  }
  return error;
}

export function isDbError(error: unknown, code: DbErrorCode): boolean {
  return error instanceof Error && error.name === 'DbError' && (error as DbError).code === code;
}

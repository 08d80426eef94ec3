/** By which people and scanners of leaked secrets know a token of Concord. */
export const tokenPrefix = 'concord_';

export const tokenLimits = { nameLength: 80, perAccount: 50 };

export type TokenState = 'active' | 'expired' | 'revoked';

/** What a token is worth now; one that is revoked stays so whatever its dates say. */
export function tokenState(
  { expiresAt, revokedAt }: { expiresAt: string | null; revokedAt: string | null },
  now: string,
): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

import { createHash, randomBytes } from 'node:crypto';

/** A one-time secret for a link: 256 bits, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored in its place. The secret is random, so a plain SHA-256 can't be guessed back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

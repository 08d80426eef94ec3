import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { ApiScope } from '#domain/api/scopes';
import { tokenPrefix, tokenState } from '#domain/api/tokens';
import { instant } from '#domain/clock';
import type { AccountId, ApiTokenId, WorkspaceId } from '#domain/ids';
import { hashToken } from '../accounts';
import type { Dependencies } from './types';

/** Who asks with a token, and what it was made for. */
export interface TokenHolder {
  tokenId: ApiTokenId;
  scopes: readonly string[];
  /** Null: every workspace of its owner's. */
  workspaceId: WorkspaceId | null;
  person: { accountId: AccountId; isAdministrator: boolean };
}

/** Last use is told to the minute, so that a busy program does not write with each of its reads. */
const usedEveryMs = 60_000;

export function makeAuthenticate({ db, clock, background }: Dependencies) {
  const { apiTokens } = db.tables;

  /** The holder of the token in an Authorization header; null for none, an unknown, an expired or a revoked one. */
  return async function authenticate(header: string | undefined): Promise<TokenHolder | null> {
    const token = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
    if (!token?.startsWith(tokenPrefix)) return null;
    const [row] = await db.read
      .select()
      .from(apiTokens)
      .where(eq(apiTokens.tokenHash, hashToken(token)));
    if (!row || tokenState(row, instant(clock)) !== 'active') return null;
    noteUse(row);
    return {
      tokenId: row.id,
      scopes: row.scopes,
      workspaceId: row.workspaceId,
      // An administrator's rights over the instance are not lent to programs.
      person: { accountId: row.accountId, isAdministrator: false },
    };
  };

  function noteUse({ id, lastUsedAt }: { id: ApiTokenId; lastUsedAt: string | null }): void {
    const now = clock.now();
    const before = new Date(now.getTime() - usedEveryMs).toISOString();
    if (lastUsedAt !== null && lastUsedAt > before) return;
    background.run('noting the use of a token', () =>
      db.transaction(async (tx) => {
        const isOld = or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, before));
        await tx
          .update(apiTokens)
          .set({ lastUsedAt: now.toISOString() })
          .where(and(eq(apiTokens.id, id), isOld));
      }),
    );
  }
}

export function isAllowed({ scopes }: TokenHolder, scope: ApiScope): boolean {
  return scopes.includes(scope);
}

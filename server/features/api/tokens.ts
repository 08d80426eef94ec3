import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '#db/db';
import { type ApiScope, apiScopes } from '#domain/api/scopes';
import { type TokenState, tokenLimits, tokenPrefix, tokenState } from '#domain/api/tokens';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { AccountId, ApiTokenId, WorkspaceId } from '#domain/ids';
import { newId } from '#server/new-id';
import { hashToken, newToken, type Session } from '../accounts';
import type { Dependencies } from './types';

export interface NewApiToken {
  name: string;
  scopes: ApiScope[];
  /** One workspace of its owner's, or null for all of them. */
  workspaceId: WorkspaceId | null;
  /** An instant; null: until it is revoked. */
  expiresAt: string | null;
}

export interface ListedToken extends NewApiToken {
  id: ApiTokenId;
  /** Its last characters. */
  ending: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  state: TokenState;
}

export function tokenCommands({ db, clock, events, workspaces }: Dependencies) {
  const { apiTokens } = db.tables;

  /** Makes a token for oneself; what it gives is shown this once, since only its hash is kept. */
  async function createToken({
    session,
    ...wanted
  }: { session: Session } & NewApiToken): Promise<{ tokenId: ApiTokenId; token: string }> {
    const { id: accountId, isAdministrator } = session.account;
    const facts = checked(wanted, clock);
    if (facts.workspaceId !== null) {
      const standings = await workspaces.listStandings({ accountId, isAdministrator });
      const isMember = standings.some(({ workspace }) => workspace.id === facts.workspaceId);
      if (!isMember) throw new DomainError({ code: 'not_found' });
    }
    const token = `${tokenPrefix}${newToken()}`;
    const tokenId = newId<ApiTokenId>();
    await events.commit({ accountId, institutionId: null }, async (tx, record) => {
      await assertRoom(db, tx, accountId);
      await tx.insert(apiTokens).values({
        ...facts,
        id: tokenId,
        accountId,
        tokenHash: hashToken(token),
        ending: token.slice(-4),
        createdAt: instant(clock),
      });
      await record({ ...about(tokenId), kind: 'api_token.created', after: { ...facts } });
    });
    return { tokenId, token };
  }

  /** Ends a token of one's own at once. Throws `not_found` for anyone else's and for one that has ended. */
  async function revokeToken({ session, tokenId }: { session: Session; tokenId: string }): Promise<void> {
    const accountId = session.account.id;
    await events.commit({ accountId, institutionId: null }, async (tx, record) => {
      const own = and(eq(apiTokens.id, tokenId as ApiTokenId), eq(apiTokens.accountId, accountId));
      const revoked = await tx
        .update(apiTokens)
        .set({ revokedAt: instant(clock) })
        .where(and(own, isNull(apiTokens.revokedAt)))
        .returning({ id: apiTokens.id, name: apiTokens.name });
      const [row] = revoked;
      if (!row) throw new DomainError({ code: 'not_found' });
      await record({ ...about(row.id), kind: 'api_token.revoked', before: { name: row.name } });
    });
  }

  /** One's own tokens, the newest first; ended ones too, so that their last use can be looked up. */
  async function listTokens(session: Session): Promise<ListedToken[]> {
    const rows = await db.read
      .select()
      .from(apiTokens)
      .where(eq(apiTokens.accountId, session.account.id))
      .orderBy(desc(apiTokens.id));
    const now = instant(clock);
    return rows.map(({ accountId: _a, tokenHash: _h, scopes, ...row }) => ({
      ...row,
      scopes: apiScopes.filter((scope) => scopes.includes(scope)),
      state: tokenState(row, now),
    }));
  }

  return { createToken, revokeToken, listTokens };
}

function about(tokenId: ApiTokenId) {
  return { workspaceId: null, subjectType: 'apiToken', subjectId: tokenId };
}

function checked({ name, scopes, workspaceId, expiresAt }: NewApiToken, clock: Clock): NewApiToken {
  const text = name.trim();
  assertField('name', text.length > 0 && text.length <= tokenLimits.nameLength);
  const kept = apiScopes.filter((scope) => scopes.includes(scope));
  assertField('scopes', kept.length > 0 && kept.length === new Set(scopes).size);
  assertField('expiresAt', expiresAt === null || expiresAt > instant(clock));
  return { name: text, scopes: kept, workspaceId, expiresAt };
}

function assertField(field: string, isValid: boolean): void {
  if (!isValid) throw new DomainError({ code: 'invalid_input', details: { field } });
}

async function assertRoom({ tables: { apiTokens } }: Db, tx: Tx, accountId: AccountId): Promise<void> {
  const count = await tx.$count(
    apiTokens,
    and(eq(apiTokens.accountId, accountId), isNull(apiTokens.revokedAt)),
  );
  if (count < tokenLimits.perAccount) return;
  throw new DomainError({ code: 'too_large', details: { reason: 'tokens', limit: tokenLimits.perAccount } });
}

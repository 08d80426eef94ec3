import type { AccountId, ApiTokenId, WorkspaceId } from '../../domain/ids';
import type { Kit } from '../kit/sqlite';
import type { AccountsTables } from './accounts';
import type { WorkspacesTables } from './workspaces';

/** Personal tokens with which programs read what their owner may see. */
export function apiTokensTables(kit: Kit, { accounts, workspaces }: AccountsTables & WorkspacesTables) {
  const apiTokens = kit.table(
    'api_tokens',
    {
      id: kit.id<ApiTokenId>().primaryKey(),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id, { onDelete: 'cascade' }),
      name: kit.text().notNull(),
      /** SHA-256; the token itself is shown once. */
      tokenHash: kit.text().notNull(),
      /** Its last characters, by which its owner tells it from others. */
      ending: kit.text().notNull(),
      scopes: kit.json<string[]>().notNull(),
      /** One workspace, or null for all of its owner's. */
      workspaceId: kit.id<WorkspaceId>().references(() => workspaces.id, { onDelete: 'cascade' }),
      createdAt: kit.instant().notNull(),
      expiresAt: kit.instant(),
      lastUsedAt: kit.instant(),
      revokedAt: kit.instant(),
    },
    (t) => [
      kit.uniqueIndex('api_tokens_hash').on(t.tokenHash),
      kit.index('api_tokens_account').on(t.accountId),
    ],
  );
  return { apiTokens };
}

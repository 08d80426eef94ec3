import type { Db } from '#db/db';
import { emailKeyOf } from '#domain/accounts/rules';
import type { AccountId } from '#domain/ids';
import type { Account } from '#server/features/accounts';
import { newId } from '#server/new-id';

/** The password of every account that `buildAccount` makes. */
export const testPassword = 'correct horse battery';

// Argon2id of the password above, at the cheapest cost: tests make many accounts.
const testPasswordHash =
  '$argon2id$v=19$m=8,t=1,p=1$NHMpTDk1wjN2oCh9KVYg7g$Ld5V2n1m4pDJosXxmOPTrOmpw8Tmo5ad+aJ+j90QAtA';

let made = 0;

/** Writes an account straight into the database, without the cost of hashing. */
export async function buildAccount(db: Db, overrides: Partial<Account> = {}): Promise<Account> {
  made += 1;
  const account: Account = {
    id: newId<AccountId>(),
    name: `Person ${made}`,
    email: `person${made}@example.org`,
    language: null,
    isAdministrator: false,
    ...overrides,
  };
  await db.transaction(async (tx) => {
    await tx.insert(db.tables.accounts).values({
      ...account,
      emailKey: emailKeyOf(account.email),
      passwordHash: testPasswordHash,
      createdAt: '2026-01-01T00:00:00.000Z',
    });
  });
  return account;
}

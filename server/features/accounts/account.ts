import { eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { emailKeyOf } from '#domain/accounts/rules';
import type { AccountId } from '#domain/ids';
import type { Language } from '#domain/languages';

/** A person as the rest of the product sees them: nothing secret. */
export interface Account {
  id: AccountId;
  name: string;
  email: string;
  /** Null: the browser decides. */
  language: Language | null;
  isAdministrator: boolean;
}

export function accountColumns({ tables: { accounts } }: Db) {
  return {
    id: accounts.id,
    name: accounts.name,
    email: accounts.email,
    language: accounts.language,
    isAdministrator: accounts.isAdministrator,
  };
}

/** The account with this address, with its password's hash, or null. For the commands of this feature only. */
export async function findByEmail({ db, reader, email }: { db: Db; reader: Reader; email: string }) {
  const { accounts } = db.tables;
  const [row] = await reader
    .select({ ...accountColumns(db), passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.emailKey, emailKeyOf(email)));
  return row ?? null;
}

export async function findById({ db, reader, id }: { db: Db; reader: Reader; id: AccountId }) {
  const { accounts } = db.tables;
  const [row] = await reader
    .select({ ...accountColumns(db), passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, id));
  return row ?? null;
}

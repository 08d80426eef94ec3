import type { Db, Tx } from '#db/db';
import { isDbError } from '#db/errors';
import { emailKeyOf, maxEmailLength, maxNameLength } from '#domain/accounts/rules';
import { type Clock, instant } from '#domain/clock';
import { DomainError } from '#domain/errors';
import type { AccountId } from '#domain/ids';
import type { Language } from '#domain/languages';
import { newId } from '#server/new-id';
import type { Events, RecordEvent } from '../events';
import { findByEmail } from './account';
import { hashPassword } from './passwords';

export interface NewAccount {
  email: string;
  name: string;
  password: string;
  language: Language | null;
}

/** An account ready to be written: checked and hashed, which takes too long to do inside a transaction. */
export interface PreparedAccount {
  id: AccountId;
  email: string;
  name: string;
  passwordHash: string;
  language: Language | null;
}

/** Throws `invalid_input` naming the field. */
export async function prepareAccount({
  email,
  name,
  password,
  language,
}: NewAccount): Promise<PreparedAccount> {
  return {
    id: newId<AccountId>(),
    email: checkedEmail(email),
    name: checkedName(name),
    passwordHash: await hashPassword(password, email),
    language,
  };
}

export function checkedName(name: string): string {
  const trimmed = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (trimmed.length === 0 || trimmed.length > maxNameLength) {
    throw new DomainError({ code: 'invalid_input', details: { field: 'name' } });
  }
  return trimmed;
}

function checkedEmail(email: string): string {
  const trimmed = email.normalize('NFKC').trim();
  if (trimmed.length > maxEmailLength || !/^[^\s@]+@[^\s@]+$/.test(trimmed)) {
    throw new DomainError({ code: 'invalid_input', details: { field: 'email' } });
  }
  return trimmed;
}

export function makeCreateAccount({ db, clock, events }: { db: Db; clock: Clock; events: Events }) {
  const { accounts } = db.tables;

  /** The in-transaction variant, for commands that make an account among other things. Throws `conflict` if the address is taken. */
  async function createAccountIn(
    { tx, record }: { tx: Tx; record: RecordEvent },
    account: PreparedAccount,
    { isAdministrator = false }: { isAdministrator?: boolean } = {},
  ): Promise<AccountId> {
    const taken = await findByEmail({ db, reader: tx, email: account.email });
    if (taken) throw new DomainError({ code: 'conflict', details: { field: 'email' } });
    await tx.insert(accounts).values({
      ...account,
      emailKey: emailKeyOf(account.email),
      isAdministrator,
      createdAt: instant(clock),
    });
    await record({
      workspaceId: null,
      kind: 'account.created',
      subjectType: 'account',
      subjectId: account.id,
      after: { name: account.name, isAdministrator },
    });
    return account.id;
  }

  /** Makes an account that can sign in. Throws `conflict` if the address is taken, `invalid_input` naming the field. */
  async function createAccount(input: NewAccount & { isAdministrator?: boolean }): Promise<AccountId> {
    const prepared = await prepareAccount(input);
    const author = { accountId: prepared.id, institutionId: null };
    try {
      return await events.commit(author, (tx, record) =>
        createAccountIn({ tx, record }, prepared, { isAdministrator: input.isAdministrator ?? false }),
      );
    } catch (error) {
      if (!isDbError(error, 'unique_violation')) throw error;
      throw new DomainError({ code: 'conflict', details: { field: 'email' } });
    }
  }

  return { prepareAccount, createAccountIn, createAccount };
}

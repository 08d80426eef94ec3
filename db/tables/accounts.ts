import type { AccountId } from '../../domain/ids';
import type { Language } from '../../domain/languages';
import type { Kit } from '../kit/sqlite';

/** People who sign in, their sessions (Lucia) and one-time tokens. Tokens and session ids are stored hashed only. */
export function accountsTables(kit: Kit) {
  const accounts = kit.table(
    'accounts',
    {
      id: kit.id<AccountId>().primaryKey(),
      /** As typed; `emailKey` is the normalised form that is unique. */
      email: kit.text().notNull(),
      emailKey: kit.text().notNull(),
      name: kit.text().notNull(),
      passwordHash: kit.text().notNull(),
      /** Null: the browser decides. */
      language: kit.choice<Language>(),
      isAdministrator: kit.boolean().notNull(),
      createdAt: kit.instant().notNull(),
    },
    (t) => [kit.uniqueIndex('accounts_email_key').on(t.emailKey)],
  );

  const sessions = kit.table(
    'sessions',
    {
      idHash: kit.text().primaryKey(),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id, { onDelete: 'cascade' }),
      createdAt: kit.instant().notNull(),
      expiresAt: kit.instant().notNull(),
      userAgent: kit.text().notNull(),
    },
    (t) => [kit.index('sessions_account').on(t.accountId), kit.index('sessions_expires').on(t.expiresAt)],
  );

  const passwordResets = kit.table(
    'password_resets',
    {
      tokenHash: kit.text().primaryKey(),
      accountId: kit
        .id<AccountId>()
        .notNull()
        .references(() => accounts.id, { onDelete: 'cascade' }),
      createdAt: kit.instant().notNull(),
      expiresAt: kit.instant().notNull(),
      usedAt: kit.instant(),
    },
    (t) => [kit.index('password_resets_account').on(t.accountId)],
  );

  /** Facts of the whole instance, such as the hash of the one-time set-up token. */
  const instanceSettings = kit.table('instance_settings', {
    key: kit.text().primaryKey(),
    value: kit.json<unknown>().notNull(),
  });

  return { accounts, sessions, passwordResets, instanceSettings };
}

export type AccountsTables = ReturnType<typeof accountsTables>;

import { count, eq } from 'drizzle-orm';
import type { Db, Reader } from '#db/db';
import { DomainError } from '#domain/errors';
import type { AccountId } from '#domain/ids';
import type { Events } from '../events';
import type { makeCreateAccount, NewAccount } from './create-account';
import type { Limits } from './limits';
import { hashToken, newToken } from './tokens';

const settingKey = 'setup_token_hash';

/** The first start: whoever reads the console becomes the administrator. */
export function makeSetup({
  db,
  events,
  limits,
  creating,
}: {
  db: Db;
  events: Events;
  limits: Limits;
  creating: ReturnType<typeof makeCreateAccount>;
}) {
  const { accounts, instanceSettings } = db.tables;
  let isKnownToBeSetUp = false; // Once there is an administrator there always is one: no query a page.

  async function hasAdministrator(reader: Reader = db.read): Promise<boolean> {
    if (isKnownToBeSetUp && reader === db.read) return true;
    const [row] = await reader
      .select({ total: count() })
      .from(accounts)
      .where(eq(accounts.isAdministrator, true));
    const isSetUp = (row?.total ?? 0) > 0;
    if (isSetUp && reader === db.read) isKnownToBeSetUp = true;
    return isSetUp;
  }

  /** Makes a new one-time token, which ends the one before; null once there is an administrator. */
  async function renewSetupToken(): Promise<string | null> {
    if (await hasAdministrator()) return null;
    const token = newToken();
    await events.commit({ accountId: null, institutionId: null }, async (tx, record) => {
      const value = hashToken(token);
      await tx
        .insert(instanceSettings)
        .values({ key: settingKey, value })
        .onConflictDoUpdate({ target: instanceSettings.key, set: { value } });
      await record({
        workspaceId: null,
        kind: 'instance.setup_opened',
        subjectType: 'instance',
        subjectId: 'instance',
      });
    });
    return token;
  }

  async function isSetupToken(reader: Reader, token: string): Promise<boolean> {
    const [row] = await reader.select().from(instanceSettings).where(eq(instanceSettings.key, settingKey));
    return row?.value === hashToken(token);
  }

  async function isSetupTokenValid(token: string): Promise<boolean> {
    return !(await hasAdministrator()) && (await isSetupToken(db.read, token));
  }

  /** Creates the administrator and uses up the token. Throws `token_invalid`, `invalid_input`, `rate_limited`. */
  async function setUp({
    token,
    address,
    ...input
  }: NewAccount & { token: string; address: string }): Promise<AccountId> {
    await limits.count('setup', address);
    if (!(await isSetupTokenValid(token))) throw new DomainError({ code: 'token_invalid' });
    const prepared = await creating.prepareAccount(input);
    return events.commit({ accountId: prepared.id, institutionId: null }, async (tx, record) => {
      const isOpen = !(await hasAdministrator(tx)) && (await isSetupToken(tx, token));
      if (!isOpen) throw new DomainError({ code: 'token_invalid' });
      await tx.delete(instanceSettings).where(eq(instanceSettings.key, settingKey));
      return creating.createAccountIn({ tx, record }, prepared, { isAdministrator: true });
    });
  }

  return { hasAdministrator, renewSetupToken, isSetupTokenValid, setUp };
}

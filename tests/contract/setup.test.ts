import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { makeServices, type Services } from '#server/services';
import { buildAccount } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';

const administrator = {
  email: 'admin@concord.example',
  name: 'Administrator',
  password: 'a long enough one',
  language: 'fr' as const,
  address: '192.0.2.1',
};

describe.each(dialects)('the first start on %s', (dialect) => {
  let db: Db;
  let accounts: Services['accounts'];

  beforeEach(async () => {
    db = await openTestDb(dialect);
    accounts = makeServices(makeTestFoundation(db)).accounts;
  });
  afterEach(() => db.close());

  async function renewedToken(): Promise<string> {
    const token = await accounts.renewSetupToken();
    if (token === null) throw new Error('there is an administrator');
    return token;
  }

  it('makes the administrator with the token, and no second one', async () => {
    const token = await renewedToken();
    expect(await accounts.isSetupTokenValid(token)).toBe(true);
    await accounts.setUp({ ...administrator, token });
    expect(await accounts.hasAdministrator()).toBe(true);
    expect(await db.read.select().from(db.tables.accounts)).toMatchObject([
      { email: 'admin@concord.example', isAdministrator: true, language: 'fr' },
    ]);
    expect(await accounts.isSetupTokenValid(token)).toBe(false);
    await expect(
      accounts.setUp({ ...administrator, email: 'other@concord.example', token }),
    ).rejects.toMatchObject({ code: 'token_invalid' });
    expect(await accounts.renewSetupToken()).toBeNull();
  });

  it('makes one administrator when two use the token at once', async () => {
    const token = await renewedToken();
    const results = await Promise.allSettled([
      accounts.setUp({ ...administrator, token }),
      accounts.setUp({ ...administrator, email: 'other@concord.example', token }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.read.select().from(db.tables.accounts)).toHaveLength(1);
  });

  it('stores only a hash of the token', async () => {
    const token = await renewedToken();
    const stored = await db.read.select().from(db.tables.instanceSettings);
    expect(stored).toMatchObject([{ key: 'setup_token_hash' }]);
    const events = await db.read.select().from(db.tables.events);
    expect(JSON.stringify([stored, events])).not.toContain(token);
  });

  it('ends the token of the start before', async () => {
    const before = await renewedToken();
    const after = await renewedToken();
    expect(await accounts.isSetupTokenValid(before)).toBe(false);
    expect(await accounts.isSetupTokenValid(after)).toBe(true);
  });

  it('refuses a guess, and soon any further one', async () => {
    await renewedToken();
    const guess = () => accounts.setUp({ ...administrator, token: 'guess' });
    for (let i = 0; i < 10; i++) await expect(guess()).rejects.toMatchObject({ code: 'token_invalid' });
    await expect(guess()).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('keeps the token when the password is refused', async () => {
    const token = await renewedToken();
    await expect(accounts.setUp({ ...administrator, password: 'short', token })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(await accounts.isSetupTokenValid(token)).toBe(true);
  });

  it('stays open while there are accounts but no administrator', async () => {
    await buildAccount(db);
    expect(await accounts.hasAdministrator()).toBe(false);
    expect(await accounts.renewSetupToken()).not.toBeNull();
  });

  it('lists the sign-ins of the demo, where there is one', async () => {
    expect(await accounts.demoSignIns()).toEqual([]);
    const signIns = [{ email: 'a@b.example', name: 'Planning', institution: 'Ministry of Health' }];
    await db.transaction(async (tx) => {
      await tx.insert(db.tables.instanceSettings).values({ key: 'demo_sign_ins', value: signIns });
    });
    expect(await accounts.demoSignIns()).toEqual(signIns);
  });
});

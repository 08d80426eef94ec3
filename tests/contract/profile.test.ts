import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Session } from '#server/features/accounts';
import { makeServices, type Services } from '#server/services';
import { buildAccount, testPassword } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation } from '#tests/factories/foundation';

describe.each(dialects)('profiles on %s', (dialect) => {
  let db: Db;
  let accounts: Services['accounts'];
  let cookie: string;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    accounts = makeServices(makeTestFoundation(db)).accounts;
    const { email } = await buildAccount(db, { name: 'Planning' });
    cookie = await accounts.signIn({ email, password: testPassword, address: '192.0.2.1', userAgent: '' });
  });
  afterEach(() => db.close());

  async function session(): Promise<Session> {
    const found = await accounts.sessionOf(cookie);
    if (!found) throw new Error('not signed in');
    return found;
  }

  it('changes one’s own name and language, and no one else’s', async () => {
    const other = await buildAccount(db, { name: 'Budget' });
    await accounts.editProfile({ session: await session(), name: ' Health  planning ', language: 'es' });
    expect((await session()).account).toMatchObject({ name: 'Health planning', language: 'es' });
    const rows = await db.read.select().from(db.tables.accounts);
    expect(rows.find(({ id }) => id === other.id)).toMatchObject({ name: 'Budget', language: null });
    expect(await db.read.select().from(db.tables.events)).toMatchObject([
      {
        kind: 'account.profile_changed',
        before: { name: 'Planning', language: null },
        after: { name: 'Health planning', language: 'es' },
      },
    ]);
  });

  it('goes back to the browser’s language', async () => {
    await accounts.editProfile({ session: await session(), name: 'Planning', language: 'es' });
    await accounts.editProfile({ session: await session(), name: 'Planning', language: null });
    expect((await session()).account.language).toBeNull();
  });

  it('records nothing when nothing changes', async () => {
    await accounts.editProfile({ session: await session(), name: 'Planning', language: null });
    expect(await db.read.select().from(db.tables.events)).toEqual([]);
  });

  it.each([
    ['of nothing but spaces', '   '],
    ['longer than 120 characters', 'x'.repeat(121)],
  ])('refuses a name %s', async (_what, name) => {
    await expect(
      accounts.editProfile({ session: await session(), name, language: null }),
    ).rejects.toMatchObject({ code: 'invalid_input', details: { field: 'name' } });
  });
});

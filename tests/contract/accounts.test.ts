import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import { makeServices, type Services } from '#server/services';
import { buildAccount, testPassword } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation, type TestFoundation } from '#tests/factories/foundation';

const day = 24 * 60 * 60 * 1000;
const visit = { address: '192.0.2.1', userAgent: 'Firefox' };

describe.each(dialects)('accounts on %s', (dialect) => {
  let db: Db;
  let foundation: TestFoundation;
  let accounts: Services['accounts'];
  let services: Services;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    foundation = makeTestFoundation(db);
    services = makeServices(foundation);
    accounts = services.accounts;
  });
  afterEach(async () => {
    await services.background.settled();
    await db.close();
  });

  async function signIn(email: string, password = testPassword): Promise<string> {
    const cookie = await accounts.signIn({ email, password, ...visit });
    return cookie.split(';')[0]!;
  }

  async function kinds(): Promise<string[]> {
    return (await db.read.select().from(db.tables.events)).map(({ kind }) => kind);
  }

  describe('creating', () => {
    const input = {
      email: ' Planning@Sante.mg',
      name: '  Planning,  Ministry of Health ',
      password: 'a long enough one',
      language: 'fr' as const,
    };

    it('makes an account that can sign in, and records it without anything secret', async () => {
      const id = await accounts.createAccount(input);
      const cookie = await signIn('planning@sante.mg', input.password);
      expect((await accounts.sessionOf(cookie))?.account).toEqual({
        id,
        email: 'Planning@Sante.mg',
        name: 'Planning, Ministry of Health',
        language: 'fr',
        isAdministrator: false,
      });
      const events = await db.read.select().from(db.tables.events);
      expect(events).toMatchObject([{ kind: 'account.created', subjectId: id, accountId: id }]);
      expect(JSON.stringify(events)).not.toMatch(/argon|enough|sante\.mg/i);
    });

    it('stores the password as argon2id only', async () => {
      await accounts.createAccount(input);
      const [row] = await db.read.select().from(db.tables.accounts);
      expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });

    it('refuses a second account with the same address in other letters', async () => {
      await accounts.createAccount(input);
      await expect(accounts.createAccount({ ...input, email: 'PLANNING@sante.MG' })).rejects.toMatchObject({
        code: 'conflict',
        details: { field: 'email' },
      });
    });

    it('lets only one of two simultaneous accounts have an address', async () => {
      const results = await Promise.allSettled([
        accounts.createAccount(input),
        accounts.createAccount(input),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    });

    it.each([
      ['password', { password: 'short' }],
      ['email', { email: 'nobody' }],
      ['name', { name: '   ' }],
    ])('refuses a bad %s by name', async (field, bad) => {
      await expect(accounts.createAccount({ ...input, ...bad })).rejects.toMatchObject({
        code: 'invalid_input',
        details: { field },
      });
      expect(await kinds()).toEqual([]);
    });

    it('leaves nothing behind when the transaction around it fails', async () => {
      const prepared = await accounts.prepareAccount(input);
      const failing = services.events.commit({ accountId: null, institutionId: null }, async (tx, record) => {
        await accounts.createAccountIn({ tx, record }, prepared);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await expect(signIn(input.email, input.password)).rejects.toMatchObject({ code: 'wrong_credentials' });
    });
  });

  describe('sessions', () => {
    it('stores only a hash of what the cookie holds', async () => {
      const { email } = await buildAccount(db);
      const cookie = await signIn(email);
      const secret = cookie.split('=')[1]!;
      const [row] = await db.read.select().from(db.tables.sessions);
      expect(row?.idHash).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(row)).not.toContain(secret);
    });

    it('prolongs a session past half of its life, and only then', async () => {
      const { email } = await buildAccount(db);
      const cookie = await signIn(email);
      foundation.clock.advance(14 * day);
      expect(await accounts.validate(cookie)).toMatchObject({ renewedCookie: null });
      foundation.clock.advance(2 * day);
      const renewed = await accounts.validate(cookie);
      expect(renewed?.renewedCookie).toContain(cookie);
      foundation.clock.advance(29 * day);
      expect(await accounts.validate(cookie)).not.toBeNull();
    });

    it('ends a session that nobody used for thirty days', async () => {
      const { email } = await buildAccount(db);
      const cookie = await signIn(email);
      foundation.clock.advance(31 * day);
      expect(await accounts.sessionOf(cookie)).toBeNull();
      expect(await accounts.validate(cookie)).toBeNull();
      expect(await db.read.select().from(db.tables.sessions)).toEqual([]);
    });

    it('does not prolong the session of a socket', async () => {
      const { email } = await buildAccount(db);
      const cookie = await signIn(email);
      foundation.clock.advance(20 * day);
      expect(await accounts.sessionOf(cookie)).not.toBeNull();
      foundation.clock.advance(11 * day);
      expect(await accounts.sessionOf(cookie)).toBeNull();
    });

    it.each([
      undefined,
      '',
      'concord_session=',
      'concord_session=unknown',
      'other=%; concord_session=%E0%A4%A',
    ])('takes the cookie %j for nobody', async (cookie) => {
      expect(await accounts.validate(cookie)).toBeNull();
      expect(await accounts.sessionOf(cookie)).toBeNull();
    });

    it('gives the same answer for a wrong password and an unknown account', async () => {
      const { email } = await buildAccount(db);
      const refusals = await Promise.all(
        [email, 'nobody@example.org'].map((e) => signIn(e, 'not the password').catch((error) => error)),
      );
      expect(refusals.map(({ code, details }) => ({ code, details }))).toEqual([
        { code: 'wrong_credentials', details: {} },
        { code: 'wrong_credentials', details: {} },
      ]);
    });

    it('refuses further tries on an account, known or not, also with the right password', async () => {
      const { email } = await buildAccount(db);
      for (const tried of [email, 'nobody@example.org']) {
        for (let i = 0; i < 10; i++) await signIn(tried, 'wrong').catch(() => undefined);
        await expect(signIn(tried)).rejects.toMatchObject({
          code: 'rate_limited',
          details: { count: 15 },
        });
      }
    });

    it('lets a person in from elsewhere while someone guesses their password', async () => {
      const { email } = await buildAccount(db);
      for (let i = 0; i < 11; i++) await signIn(email, 'wrong').catch(() => undefined);
      const elsewhere = { ...visit, address: '198.51.100.7' };
      await expect(accounts.signIn({ email, password: testPassword, ...elsewhere })).resolves.toContain('=');
    });

    it('refuses further tries from an address, whichever the account', async () => {
      const { email } = await buildAccount(db);
      for (let i = 0; i < 100; i++) {
        await accounts.limits.count('signInByAddress', visit.address);
      }
      await expect(signIn(email)).rejects.toMatchObject({ code: 'rate_limited' });
    });

    it('lists one’s own sessions and ends one of them', async () => {
      const mine = await buildAccount(db);
      const other = await buildAccount(db);
      const here = await accounts.sessionOf(await signIn(mine.email));
      foundation.clock.advance(1000);
      const there = await signIn(mine.email);
      await signIn(other.email);
      const listed = await accounts.listSessions(here!);
      expect(listed.map(({ isCurrent, userAgent }) => [isCurrent, userAgent])).toEqual([
        [false, 'Firefox'],
        [true, 'Firefox'],
      ]);
      await accounts.endSession({ session: here!, idHash: listed[0]!.idHash });
      expect(await accounts.sessionOf(there)).toBeNull();
      expect(await accounts.listSessions(here!)).toHaveLength(1);
    });

    it('does not end another person’s session', async () => {
      const mine = await buildAccount(db);
      const other = await buildAccount(db);
      const session = await accounts.sessionOf(await signIn(mine.email));
      const theirs = await accounts.sessionOf(await signIn(other.email));
      await expect(accounts.endSession({ session: session!, idHash: theirs!.idHash })).rejects.toMatchObject({
        code: 'not_found',
      });
      expect(await accounts.listSessions(theirs!)).toHaveLength(1);
    });

    it('signs out everywhere, and tells which sessions ended', async () => {
      const { email, id } = await buildAccount(db);
      const other = await signIn((await buildAccount(db)).email);
      const told: unknown[] = [];
      accounts.onSessionsEnded((ended) => told.push(ended));
      const cookies = [await signIn(email), await signIn(email)];
      const session = await accounts.sessionOf(cookies[0]);
      await accounts.signOutEverywhere(session!);
      expect(await Promise.all(cookies.map((cookie) => accounts.sessionOf(cookie)))).toEqual([null, null]);
      expect(await accounts.sessionOf(other)).not.toBeNull();
      expect(told).toEqual([{ accountId: id, ended: 'all', except: null }]);
      expect(await kinds()).toEqual(['account.signed_out_everywhere']);
    });
  });
});

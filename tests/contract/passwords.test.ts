import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/db';
import type { Account, Session } from '#server/features/accounts';
import { makeServices, type Services } from '#server/services';
import { buildAccount, testPassword } from '#tests/factories/accounts';
import { dialects, openTestDb } from '#tests/factories/databases';
import { makeTestFoundation, type TestFoundation } from '#tests/factories/foundation';

const hour = 60 * 60 * 1000;
const address = '192.0.2.1';
const newPassword = 'an even longer one';

describe.each(dialects)('passwords on %s', (dialect) => {
  let db: Db;
  let foundation: TestFoundation;
  let services: Services;
  let accounts: Services['accounts'];
  let person: Account;

  beforeEach(async () => {
    db = await openTestDb(dialect);
    foundation = makeTestFoundation(db);
    services = makeServices(foundation);
    accounts = services.accounts;
    person = await buildAccount(db, { email: 'planning@sante.example', language: 'fr' });
  });
  afterEach(async () => {
    await services.background.settled();
    await db.close();
  });

  function signIn(password = testPassword): Promise<string> {
    return accounts.signIn({ email: person.email, password, address, userAgent: '' });
  }

  async function openSession(): Promise<Session> {
    const session = await accounts.sessionOf(await signIn());
    if (!session) throw new Error('not signed in');
    return session;
  }

  async function askForLink(email = person.email): Promise<string> {
    await accounts.requestPasswordReset({ email, address, visitorLanguage: 'en' });
    await services.background.settled();
    return /reset-password\/(\S+)/.exec(foundation.said.at(-1) ?? '')?.[1] ?? '';
  }

  describe('changing', () => {
    it('needs the current password, and ends the other sessions only', async () => {
      const here = await openSession();
      const there = await signIn();
      const told: unknown[] = [];
      accounts.onSessionsEnded((ended) => told.push(ended));
      await accounts.changePassword({ session: here, currentPassword: testPassword, newPassword });
      expect(await accounts.sessionOf(there)).toBeNull();
      expect(await accounts.listSessions(here)).toHaveLength(1);
      expect(told).toEqual([{ accountId: person.id, ended: 'all', except: here.idHash }]);
      await expect(signIn()).rejects.toMatchObject({ code: 'wrong_credentials' });
      expect(await signIn(newPassword)).toBeTruthy();
    });

    it('changes nothing for a wrong current password', async () => {
      const session = await openSession();
      await expect(
        accounts.changePassword({ session, currentPassword: 'wrong', newPassword }),
      ).rejects.toMatchObject({ code: 'wrong_credentials' });
      expect(await db.read.select().from(db.tables.events)).toEqual([]);
      expect(await signIn()).toBeTruthy();
    });

    it('limits the tries of whoever sits at an open session', async () => {
      const session = await openSession();
      const attempt = () => accounts.changePassword({ session, currentPassword: 'wrong', newPassword });
      for (let i = 0; i < 10; i++) await attempt().catch(() => undefined);
      await expect(attempt()).rejects.toMatchObject({ code: 'rate_limited' });
    });

    it('lets only one of two simultaneous changes through', async () => {
      const session = await openSession();
      const change = (next: string) =>
        accounts.changePassword({ session, currentPassword: testPassword, newPassword: next });
      const results = await Promise.allSettled([change('a first new one'), change('a second new one')]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it.each([
      ['five letters', 'short', 'too_short'],
      ['the address itself', 'planning@SANTE.example', 'is_email'],
      ['three hundred letters', 'x'.repeat(300), 'too_long'],
    ])('refuses %s', async (_what, refused, problem) => {
      const session = await openSession();
      await expect(
        accounts.changePassword({ session, currentPassword: testPassword, newPassword: refused }),
      ).rejects.toMatchObject({ code: 'invalid_input', details: { field: 'password', problem } });
    });
  });

  describe('resetting', () => {
    it('stores only a hash of the link, and nothing secret in the events', async () => {
      const token = await askForLink();
      const [row] = await db.read.select().from(db.tables.passwordResets);
      expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
      const events = await db.read.select().from(db.tables.events);
      expect(events).toMatchObject([{ kind: 'account.password_reset_requested', subjectId: person.id }]);
      expect(JSON.stringify([row, events])).not.toContain(token);
    });

    it('writes in the language of the account', async () => {
      await askForLink();
      expect(foundation.said.at(-1)).toContain('nouveau mot de passe');
    });

    it('works once, ends every session and uses up the other links too', async () => {
      const session = await openSession();
      const first = await askForLink();
      const second = await askForLink();
      expect(await accounts.isResetTokenValid(first)).toBe(true);
      await accounts.resetPassword({ token: first, newPassword, address });
      expect(await accounts.listSessions(session)).toEqual([]);
      expect(await signIn(newPassword)).toBeTruthy();
      for (const token of [first, second]) {
        expect(await accounts.isResetTokenValid(token)).toBe(false);
        await expect(
          accounts.resetPassword({ token, newPassword: 'yet another one', address }),
        ).rejects.toMatchObject({ code: 'token_invalid' });
      }
    });

    it('works for one of two who use it at once', async () => {
      const token = await askForLink();
      const use = () => accounts.resetPassword({ token, newPassword, address });
      const results = await Promise.allSettled([use(), use()]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('works for an hour', async () => {
      const token = await askForLink();
      foundation.clock.advance(hour - 1);
      expect(await accounts.isResetTokenValid(token)).toBe(true);
      foundation.clock.advance(1);
      expect(await accounts.isResetTokenValid(token)).toBe(false);
      await expect(accounts.resetPassword({ token, newPassword, address })).rejects.toMatchObject({
        code: 'token_invalid',
      });
    });

    it('keeps the link when the new password is refused', async () => {
      const token = await askForLink();
      await expect(accounts.resetPassword({ token, newPassword: 'short', address })).rejects.toMatchObject({
        code: 'invalid_input',
      });
      expect(await accounts.isResetTokenValid(token)).toBe(true);
    });

    it('sends nothing for an unknown address, without saying so', async () => {
      await askForLink('nobody@sante.example');
      expect(foundation.said).toEqual([]);
      expect(await db.read.select().from(db.tables.events)).toEqual([]);
    });

    it('limits the requests for an address, known or not', async () => {
      for (const email of [person.email, 'nobody@sante.example']) {
        for (let i = 0; i < 3; i++) await askForLink(email);
        await expect(askForLink(email)).rejects.toMatchObject({ code: 'rate_limited' });
      }
    });
  });
});

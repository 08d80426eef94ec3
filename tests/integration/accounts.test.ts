import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAccount, testPassword } from '#tests/factories/accounts';
import { type Answer, makeTestBrowser, type TestBrowser } from '#tests/factories/browser';
import { makeTestClock, type TestClock } from '#tests/factories/clock';
import { startTestServer, type TestServer } from '#tests/factories/server';

const day = 24 * 60 * 60 * 1000;
const email = 'planning@sante.example';

describe('accounts over http', () => {
  let server: TestServer;
  let clock: TestClock;
  let browser: TestBrowser;

  beforeEach(async () => {
    clock = makeTestClock();
    server = await startTestServer({ clock });
    browser = makeTestBrowser(server.url);
  });
  afterEach(() => server.close());

  async function signIn(who = browser, password = testPassword): Promise<Answer> {
    return who.post('/sign-in', { email, password });
  }

  function isSignedIn(who = browser): Promise<boolean> {
    return who.get('/account').then(({ status }) => status === 200);
  }

  function toldLink(path: string): string {
    const line = server.said.findLast((said) => said.includes(path)) ?? '';
    return /https?:\/\/[^/]+(\/\S+)/.exec(line)?.[1] ?? '';
  }

  describe('on the first start', () => {
    it('leads the first visitor, with the token from the console, to being the administrator', async () => {
      expect((await browser.get('/')).location).toBe('/setup');
      expect((await browser.get('/setup')).html).toContain('console');
      const path = toldLink('/setup');
      const page = await browser.get(path);
      expect(page.html).toContain('name="token"');
      const token = path.split('token=')[1] ?? '';
      const fields = { token, name: 'Administrator', email, password: 'a long enough one' };
      const made = await browser.post('/setup', fields);
      expect(made.location).toBe('/admin');
      expect(await isSignedIn()).toBe(true);

      const other = makeTestBrowser(server.url);
      await other.post('/setup', { ...fields, email: 'other@sante.example' });
      expect(await isSignedIn(other)).toBe(false);
      expect((await other.get(path)).location).toBe('/');
      expect(await server.db.read.select().from(server.db.tables.accounts)).toHaveLength(1);
    });

    it('refuses a guessed token', async () => {
      const fields = { token: 'guess', name: 'Me', email, password: 'a long enough one' };
      expect((await browser.post('/setup', fields)).status).toBe(410);
      expect((await browser.get('/setup?token=guess')).html).not.toContain('name="token"');
    });
  });

  describe('with an account', () => {
    beforeEach(async () => {
      await buildAccount(server.db, { email, isAdministrator: true });
    });

    it('sets a cookie that no script reads and no other site sends', async () => {
      const cookie = (await signIn()).headers.getSetCookie()[0];
      expect(cookie).toMatch(
        /^concord_session=[a-z0-9]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/,
      );
    });

    it('marks the cookie Secure behind TLS', async () => {
      const secure = await startTestServer({
        config: { isSecure: true, publicUrl: 'https://concord.example' },
      });
      await buildAccount(secure.db, { email });
      const answer = await makeTestBrowser(secure.url).post('/sign-in', { email, password: testPassword });
      expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/);
      await secure.close();
    });

    it('leads to the page asked for, and never to another site', async () => {
      const asked = await browser.get('/account?done=profile');
      expect(asked.location).toBe('/sign-in?next=%2Faccount%3Fdone%3Dprofile');
      const fields = { email, password: testPassword };
      const back = await browser.post('/sign-in', { ...fields, next: '/account?done=profile' });
      expect(back.location).toBe('/account?done=profile');
      const away = await browser.post('/sign-in', { ...fields, next: '//evil.example' });
      expect(away.location).toBe('/home');
    });

    it('tells the browser when it prolongs a session, and not before', async () => {
      await signIn();
      clock.advance(14 * day);
      expect((await browser.get('/account')).headers.getSetCookie()).toEqual([]);
      clock.advance(2 * day);
      const renewed = (await browser.get('/account')).headers.getSetCookie();
      expect(renewed).toHaveLength(1);
      expect(renewed[0]).toContain('Max-Age=2592000');
      clock.advance(31 * day);
      expect(await isSignedIn()).toBe(false);
    });

    it('answers alike to a wrong password and to an unknown account', async () => {
      const [wrong, unknown] = await Promise.all(
        [email, 'nobody@sante.example'].map(async (tried) => {
          const answer = await browser.post('/sign-in', { email: tried, password: 'not the password' });
          return { status: answer.status, alert: /role="alert".*?<\/p>/.exec(answer.html)?.[0] };
        }),
      );
      expect(wrong?.status).toBe(401);
      expect(wrong?.alert).toContain('do not match');
      expect(unknown).toEqual(wrong);
    });

    it('gives back the address that was typed, and never the password', async () => {
      const html = (await signIn(browser, 'not the password')).html;
      expect(html).toContain(`value="${email}"`);
      expect(html).not.toContain('not the password');
    });

    it('stops guessing, on an account that exists as on one that does not', async () => {
      for (const tried of [email, 'nobody@sante.example']) {
        const statuses: number[] = [];
        for (let i = 0; i < 11; i++) {
          statuses.push((await browser.post('/sign-in', { email: tried, password: 'wrong' })).status);
        }
        expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
      }
    });

    it('refuses forms of other sites, and of none', async () => {
      for (const origin of ['https://evil.example', 'null']) {
        const answer = await browser.post('/sign-in', { email, password: testPassword }, { Origin: origin });
        expect(answer.status).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    });

    it('signs out here and leaves the other browser signed in', async () => {
      const other = makeTestBrowser(server.url);
      await signIn();
      await signIn(other);
      const stolen = browser.cookies();
      expect((await browser.post('/sign-out', {})).location).toBe('/sign-in');
      expect((await browser.get('/account', { Cookie: stolen })).status).toBe(302);
      expect(await isSignedIn(other)).toBe(true);
    });

    it('does not sign out by a mere link', async () => {
      await signIn();
      await browser.get('/sign-out');
      expect(await isSignedIn()).toBe(true);
    });

    it('signs out everywhere', async () => {
      const other = makeTestBrowser(server.url);
      await signIn();
      await signIn(other);
      await browser.post('/sign-out', { from: 'everywhere' });
      expect([await isSignedIn(), await isSignedIn(other)]).toEqual([false, false]);
    });

    it('changes the password for who knows the current one, and ends the other sessions', async () => {
      const other = makeTestBrowser(server.url);
      await signIn();
      await signIn(other);
      const change = (currentPassword: string) =>
        browser.post('/account', { intent: 'password', currentPassword, newPassword: 'an even longer one' });
      expect((await change('wrong')).status).toBe(401);
      expect((await change(testPassword)).location).toBe('/account?done=password');
      expect([await isSignedIn(), await isSignedIn(other)]).toEqual([true, false]);
      expect((await signIn(other)).status).toBe(401);
      expect((await signIn(other, 'an even longer one')).status).toBe(302);
    });

    it('resets a password by mail, once', async () => {
      await signIn();
      await browser.post('/forgot-password', { email: email.toUpperCase() });
      await server.services.background.settled();
      const path = toldLink('/reset-password/');
      const visitor = makeTestBrowser(server.url);
      expect((await visitor.get(path)).html).toContain('name="newPassword"');
      const reset = () => visitor.post(path, { newPassword: 'an even longer one' });
      expect((await reset()).location).toBe('/sign-in?new-password');
      expect((await reset()).status).toBe(410);
      expect(await isSignedIn()).toBe(false);
      expect((await signIn(visitor, 'an even longer one')).status).toBe(302);
    });

    it('answers alike to a reset of an unknown account', async () => {
      const answers = await Promise.all(
        ['known@sante.example', 'someone@sante.example'].map(async (tried, i) => {
          if (i === 0) await buildAccount(server.db, { email: tried });
          const answer = await browser.post('/forgot-password', { email: tried });
          const main = /<main.*<\/main>/s.exec(answer.html)?.[0] ?? '';
          return { status: answer.status, main: main.replaceAll(tried, '') };
        }),
      );
      await server.services.background.settled();
      expect(answers[0]?.status).toBe(200);
      expect(answers[1]).toEqual(answers[0]);
      expect(server.said.filter((line) => line.startsWith('Mail to'))).toHaveLength(1);
    });

    it('speaks the language chosen: by a visitor, then by the account', async () => {
      await browser.post('/language', { language: 'fr', next: '/sign-in' });
      expect((await browser.get('/sign-in')).html).toContain('<html lang="fr"');
      await signIn();
      await browser.post('/language', { language: 'es', next: '/account' });
      const elsewhere = makeTestBrowser(server.url);
      await signIn(elsewhere);
      expect((await elsewhere.get('/account')).html).toContain('<html lang="es"');
    });

    it('explains an unknown address in the reader’s language', async () => {
      const answer = await browser.get('/nothing/here', { 'Accept-Language': 'fr' });
      expect(answer.status).toBe(404);
      expect(answer.html).toContain('Il n’y a rien ici');
    });
  });
});

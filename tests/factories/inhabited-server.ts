import { buildAccount, testPassword } from './accounts';
import { makeTestBrowser, type TestBrowser } from './browser';
import { fillWorkspace } from './filled-workspace';
import { startTestServer } from './server';

/** Who asks, from the least to the most that a workspace lets one do; then two whom it lets do nothing. */
export const personas = [
  'signedOut',
  'observer',
  'contributor',
  'drafter',
  'convenor',
  'stranger',
  'administrator',
] as const;
export type Persona = (typeof personas)[number];

export type InhabitedServer = Awaited<ReturnType<typeof startInhabitedServer>>;

/** A server with a workspace in which every role is filled, another one, and something of each kind in both. */
export async function startInhabitedServer() {
  const server = await startTestServer();
  const here = await fillWorkspace(server, 'secret-here');
  const elsewhere = await fillWorkspace(server, 'secret-elsewhere');
  const administrator = await buildAccount(server.db, { isAdministrator: true });
  const emails: Record<Exclude<Persona, 'signedOut'>, string> = {
    observer: here.people.observer.email,
    contributor: here.people.contributor.email,
    drafter: here.people.drafter.email,
    convenor: here.people.convenor.email,
    stranger: elsewhere.people.convenor.email,
    administrator: administrator.email,
  };
  const browsers = Object.fromEntries(
    await Promise.all(
      personas.map(async (persona) => [
        persona,
        await signIn(server.url, persona === 'signedOut' ? null : emails[persona]),
      ]),
    ),
  ) as Record<Persona, TestBrowser>;
  return { server, here, elsewhere, browsers };
}

async function signIn(url: string, email: string | null): Promise<TestBrowser> {
  const browser = makeTestBrowser(url);
  if (email) await browser.post('/sign-in', { email, password: testPassword });
  return browser;
}

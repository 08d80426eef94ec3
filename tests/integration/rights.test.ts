import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type InhabitedServer,
  type Persona,
  personas,
  startInhabitedServer,
} from '#tests/factories/inhabited-server';
import { type RouteRights, routeRights } from '#tests/factories/route-rights/index';

const files = readdirSync('app/routes');
const sourceOf = (file: string) => readFileSync(`app/routes/${file}`, 'utf8');
const exportsOf = (file: string, name: string) =>
  new RegExp(`export (const|async function|function) ${name}\\b`).test(sourceOf(file));
/** The part of a page's data that one route gives, asked for without the routes around it. */
const idOf = (file: string) => `routes/${file.replace(/\.tsx?$/, '')}`;

describe('the table of rights', () => {
  it('has every route, with its forms', () => {
    expect(Object.keys(routeRights).sort()).toEqual([...files].sort());
    for (const file of files) {
      const hasForms = routeRights[file]?.forms !== undefined;
      expect(`${file} ${hasForms}`).toBe(`${file} ${exportsOf(file, 'action')}`);
    }
  });

  it('has every intent that an action tells apart', () => {
    for (const file of files) {
      const asked = [...sourceOf(file).matchAll(/case '([\w-]+)':|get\('intent'\) === '([\w-]+)'/g)];
      const forms = routeRights[file]?.forms;
      if (forms === 'everyone') continue;
      const known = JSON.stringify((forms ?? []).map(({ fields, does }) => [does, String(fields)]));
      for (const [, first, second] of asked) expect(`${file} ${known}`).toContain(first ?? second);
    }
  });
});

describe('over http', () => {
  let inhabited: InhabitedServer;
  beforeAll(async () => {
    inhabited = await startInhabitedServer();
  }, 60_000);
  afterAll(() => inhabited.server.close());

  /** The status alone: an event stream never ends. */
  async function look(persona: Persona, path: string): Promise<{ status: number; text: string }> {
    const leaving = new AbortController();
    const response = await fetch(`${inhabited.server.url}${path}`, {
      redirect: 'manual',
      headers: { Cookie: inhabited.browsers[persona].cookies() },
      signal: leaving.signal,
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream ? '' : await response.text();
    leaving.abort();
    return { status: response.status, text };
  }

  const countEvents = () => inhabited.server.db.read.$count(inhabited.server.db.tables.events);
  const outsiders = ['signedOut', 'stranger', 'administrator'] as const;

  describe.each(Object.entries(routeRights))('%s', (file, { at, get, forms }: RouteRights) => {
    it('shows itself to whom it should', async () => {
      const path = at(inhabited.here);
      const seen: Record<string, number> = {};
      for (const persona of personas) seen[persona] = (await look(persona, path)).status;
      expect(seen).toEqual(get);
    });

    const hasOwnData = exportsOf(file, 'loader') && get.stranger === 404;
    if (hasOwnData) {
      it('gives its data to no one else, asked for alone', async () => {
        const [pathname = '', query = ''] = at(inhabited.here).split('?');
        const data = `${pathname}.data?${query}&_routes=${encodeURIComponent(idOf(file))}`;
        for (const persona of outsiders.filter((one) => get[one] !== 200)) {
          const { status, text } = await look(persona, data);
          expect([persona, status]).toEqual([persona, get[persona] === 302 ? 202 : 404]);
          expect(text.replaceAll(pathname, '').replaceAll(encodeURIComponent(pathname), '')).not.toContain(
            'secret-here ',
          );
        }
      });
    }

    if (!Array.isArray(forms)) return;
    const isIndex = file.includes('_index');
    it.each(forms.map((form) => [form.does, form] as const))(
      'refuses whom it should: %s',
      async (_does, form) => {
        const path = `${at(inhabited.here)}${isIndex ? '?index' : ''}`;
        const before = await countEvents();
        const seen: Record<string, number> = {};
        const refused = personas.filter((persona) => form.refused[persona] !== undefined);
        for (const persona of refused) {
          seen[persona] = (await inhabited.browsers[persona].post(path, form.fields(inhabited.here))).status;
        }
        expect(seen).toEqual(Object.fromEntries(refused.map((persona) => [persona, form.refused[persona]])));
        expect(await countEvents()).toBe(before);
      },
    );
  });

  describe('a document, over HTTP where WebSockets are blocked', () => {
    let documentId: string;
    beforeAll(async () => {
      const { plans } = inhabited.server.db.tables;
      const rows = await inhabited.server.db.read.select().from(plans);
      documentId = rows.find(({ id }) => id === inhabited.here.planId)?.documentId ?? '';
    });

    const ask = (persona: Persona, query = '', headers: Record<string, string> = {}) =>
      fetch(`${inhabited.server.url}/sync-http/${documentId}${query}`, {
        method: 'POST',
        headers: { Cookie: inhabited.browsers[persona].cookies(), Origin: inhabited.server.url, ...headers },
      });

    it('opens to those to whom its pages open', async () => {
      const seen: Record<string, string> = {};
      for (const persona of personas) {
        const response = await ask(persona);
        seen[persona] = `${response.status} ${(await response.text()).replace(/^open .*/, 'open')}`;
      }
      const members = ['observer', 'contributor', 'drafter', 'convenor'].map((one) => [one, '200 open']);
      expect(seen).toEqual({
        ...Object.fromEntries(members),
        signedOut: '200 close 4401 signed out',
        stranger: '404 ',
        administrator: '404 ',
      });
      const foreign = await ask('convenor', '', { Origin: 'https://elsewhere.example' });
      expect(foreign.status).toBe(403);
    });

    it('comes as it is sent: uncompressed, kept by no proxy', async () => {
      const [, channel] = (await (await ask('observer')).text()).split(' ');
      const stream = await ask('observer', `?channel=${channel}&got=0&wait=stream`, {
        'Accept-Encoding': 'gzip',
      });
      expect(Object.fromEntries(stream.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      expect(stream.headers.get('content-encoding')).toBeNull();
      // The first bytes are here while the answer goes on.
      const asked = await fetch(
        `${inhabited.server.url}/sync-http/${documentId}?channel=${channel}&at=0&got=0`,
        {
          method: 'POST',
          body: Uint8Array.of(0, 4, 0, 0, 1, 0),
          headers: { Cookie: inhabited.browsers.observer.cookies(), Origin: inhabited.server.url },
        },
      );
      expect(asked.status).toBe(200);
      const reader = stream.body?.getReader();
      expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
      await reader?.cancel();
    });
  });

  describe('a convenor, under the address of the own workspace', () => {
    it('finds nothing of another one', async () => {
      const { here, elsewhere } = inhabited;
      const foreign = { ...elsewhere, slug: here.slug };
      // A country is nobody's: its page shows what the own workspace has of it.
      const named = Object.entries(routeRights).filter(([file]) => /^w\.\$slug\..*\$(?!code)/.test(file));
      for (const [file, { at, forms }] of named) {
        const path = at(foreign);
        expect([file, (await look('convenor', path)).status]).toEqual([file, 404]);
        for (const form of Array.isArray(forms) ? forms : []) {
          const sentTo = `${path}${file.includes('_index') ? '?index' : ''}`;
          const { status } = await inhabited.browsers.convenor.post(sentTo, form.fields(foreign));
          expect([file, form.does, status]).toEqual([file, form.does, 404]);
        }
      }
    });

    it('finds an import under its own plan only', async () => {
      const { slug, secondPlanId, importId } = inhabited.here;
      const path = `/w/${slug}/plans/${secondPlanId}/import/${importId}`;
      expect((await look('convenor', path)).status).toBe(404);
      expect((await inhabited.browsers.convenor.post(path, { intent: 'apply' })).status).toBe(404);
    });

    it('finds nothing of a partner under another one', async () => {
      const { slug, workspaceId, people, institutionId, mandateId, personId, documentId } = inhabited.here;
      const { actor } = people.convenor;
      await inhabited.server.services.partners.addPartner({ actor, workspaceId, institutionId });
      expect((await look('convenor', `/w/${slug}/partners/${institutionId}/edit`)).status).toBe(200);
      for (const part of [`mandates/${mandateId}`, `people/${personId}`, `documents/${documentId}`]) {
        const path = `/w/${slug}/partners/${institutionId}/${part}`;
        expect([part, (await look('convenor', path)).status]).toEqual([part, 404]);
        expect((await inhabited.browsers.convenor.post(path, { act: 'remove' })).status).toBe(404);
      }
    });

    it.each([
      ['/members?index', { intent: 'revoke' }],
      ['/members?index', { intent: 'renew' }],
      ['/members/invite', { role: 'observer', by: 'link' }],
      ['/acting', {}],
    ])('does nothing at %s with what is of another one: %o', async (path, fields) => {
      const { here, elsewhere, browsers } = inhabited;
      const before = await countEvents();
      const { status } = await browsers.convenor.post(`/w/${here.slug}${path}`, {
        ...fields,
        invitationId: elsewhere.invitationId,
        institutionId: elsewhere.institutionId,
        membershipId: elsewhere.people.convenor.membershipId,
      });
      expect(status).toBe(404);
      expect(await countEvents()).toBe(before);
    });
  });
});

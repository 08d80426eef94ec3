import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAccount, testPassword } from '#tests/factories/accounts';
import { makeTestBrowser } from '#tests/factories/browser';
import { sendRaw, written } from '#tests/factories/raw-http';
import { startTestServer, type TestServer } from '#tests/factories/server';
import { buildMember, buildWorkspace } from '#tests/factories/workspaces';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };

describe('the http server, badly treated', () => {
  let server: TestServer;
  const logged: string[] = [];

  beforeAll(async () => {
    const stream = new Writable({
      write(line, _encoding, done) {
        logged.push(String(line));
        done();
      },
    });
    server = await startTestServer({ log: pino({ level: 'error' }, stream) });
    await buildAccount(server.db, { isAdministrator: true });
  });
  afterAll(async () => {
    await server.close();
    expect(logged).toEqual([]);
  });

  const ask = (request: Parameters<typeof written>[1]) => sendRaw(server.url, written(server.url, request));

  it.each([
    '*',
    '//',
    '//evil.example/%2e%2e',
    'http://evil.example/',
    '/%',
    '/%E0%A4%A',
    '/assets/%',
    '/w/%00',
  ])('refuses the address %s, and tells nothing of its inside', async (path) => {
    const { status, text } = await ask({ path });
    expect(status).toBe(400);
    expect(text).not.toMatch(/node_modules|Error/);
  });

  it('refuses an escaped line break and a null byte in a query', async () => {
    expect((await ask({ path: '/w/%0d%0aX-A:b/acting' })).status).toBe(400);
    expect((await ask({ path: '/sign-in?next=%00' })).status).toBe(400);
  });

  it.each(['a b c', '%%%', 'evil.example/x', 'a@b'])('refuses the host %s', async (host) => {
    expect((await ask({ host })).status).toBe(400);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'])('knows no %s', async (method) => {
    expect((await ask({ method })).status).toBe(405);
  });

  it('knows no POST where nothing can be sent', async () => {
    expect((await ask({ method: 'POST', path: '/_index', headers: form, body: 'a=b' })).status).toBe(404);
    expect((await ask({ method: 'POST', path: '/home', headers: form, body: 'a=b' })).status).toBe(405);
  });

  it('refuses bodies that are no forms', async () => {
    const post = (type: string) =>
      ask({ method: 'POST', headers: type ? { 'Content-Type': type } : {}, body: '{"a":1}' });
    for (const type of ['application/json', 'text/plain', '']) expect((await post(type)).status).toBe(415);
  });

  it.each([
    ['without a boundary', { 'Content-Type': 'multipart/form-data' }, 'x'],
    ['with another boundary', multipart, '--y\r\nfoo'],
    ['cut off', multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nfoo'],
  ])('refuses a form %s', async (_what, headers, body) => {
    expect((await ask({ method: 'POST', headers, body })).status).toBe(400);
  });

  it.each([
    'email=a%00%40b.example&password=x',
    'email[99999999]=1&password=x',
    'a[9][9][9][9][9][9]=1',
    '__proto__[a]=1',
    'a=1&'.repeat(5_000),
  ])('refuses the fields %.40s', async (body) => {
    expect((await ask({ method: 'POST', headers: form, body })).status).toBe(400);
  });

  it('refuses a body that is too large before it comes, and one of unknown length', async () => {
    const large = { ...form, 'Content-Length': String(50 * 1024 * 1024) };
    expect((await ask({ method: 'POST', headers: large })).status).toBe(413);
    const upload = { ...multipart, 'Content-Length': String(50 * 1024 * 1024) };
    expect(
      (await ask({ method: 'POST', path: '/w/a/plans/b/import.data?index', headers: upload })).status,
    ).toBe(413);
    const iati = { ...multipart, 'Content-Length': String(400 * 1024 * 1024) };
    expect((await ask({ method: 'POST', path: '/w/a/imports?index', headers: iati })).status).toBe(413);
    const chunked = `POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect((await sendRaw(server.url, chunked)).status).toBe(411);
  });

  it('refuses an address or a header that is too long', async () => {
    expect((await ask({ path: `/sign-in?q=${'a'.repeat(20_000)}` })).status).toBe(431);
    expect((await ask({ headers: { 'X-A': 'a'.repeat(20_000) } })).status).toBe(431);
  });

  it('reads nothing from cookies and languages that are malformed', async () => {
    const Cookie = 'concord_session=%E0%A4%A; %=; concord_language=%%%; x="';
    expect((await ask({ path: '/account', headers: { Cookie } })).status).toBe(302);
    expect((await ask({ headers: { Cookie, 'Accept-Language': 'x-,;q=9,*'.repeat(300) } })).status).toBe(200);
  });

  it('refuses a form that names no origin', async () => {
    const bytes = `POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
    expect((await sendRaw(server.url, bytes)).status).toBe(403);
  });

  it('hangs up on upgrades to nowhere', async () => {
    const Upgrade = { Connection: 'Upgrade', Upgrade: 'websocket' };
    expect((await ask({ path: '//', headers: Upgrade })).status).toBe(400);
    expect(
      (await ask({ path: '/sync/x', headers: { ...Upgrade, Origin: 'https://evil.example' } })).status,
    ).toBe(403);
    expect((await ask({ path: '/sync/x', headers: Upgrade })).status).toBe(404);
    expect((await ask({ path: '/elsewhere', headers: Upgrade })).status).toBe(0);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
  ])('leads from the sign-in to no other site: %s', async (next) => {
    const { email } = await buildAccount(server.db);
    const browser = makeTestBrowser(server.url);
    const { location } = await browser.post('/sign-in', { email, password: testPassword, next });
    expect(new URL(location ?? '', 'http://here.example').host).toBe('here.example');
    expect(location).not.toMatch(/^\/[/\\]/);
  });
});

describe('a stop', () => {
  it('ends streams, cuts off requests that trickle, and takes seconds', async () => {
    const server = await startTestServer();
    const { workspaceId, slug } = await buildWorkspace(server.db);
    const { email, id } = await buildAccount(server.db);
    await buildMember(server.db, { workspaceId, accountId: id });
    const browser = makeTestBrowser(server.url);
    await browser.post('/sign-in', { email, password: testPassword });
    const stream = await fetch(`${server.url}/w/${slug}/live`, { headers: { Cookie: browser.cookies() } });
    const reader = stream.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('retry');

    const { hostname, port } = new URL(server.url);
    const trickle = connect(Number(port), hostname);
    const cutOff = new Promise((resolve) => trickle.on('error', resolve).on('close', resolve));
    trickle.write('POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n');
    const startedAt = performance.now();
    await server.close();
    await cutOff;
    expect((await reader?.read())?.done).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(8_000);
  });
});

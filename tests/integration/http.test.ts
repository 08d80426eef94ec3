import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '#tests/factories/server';

describe('the http server', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  beforeAll(async () => {
    server = await startTestServer({ config: { metricsToken: 'a-long-enough-token' } });
  });
  afterAll(() => server.close());

  it('says that it lives and that it is ready', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'ready' });
  });

  it('shows metrics to the holder of the token only', async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
    const authorised = await fetch(`${server.url}/metrics`, {
      headers: { Authorization: 'Bearer a-long-enough-token' },
    });
    expect(authorised.status).toBe(200);
    expect(await authorised.text()).toContain('process_cpu');
  });

  it('sends a strict policy whose nonce is new in each answer and stands on every script', async () => {
    const [first, second] = await Promise.all([
      fetch(`${server.url}/sign-in`),
      fetch(`${server.url}/sign-in`),
    ]);
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
    const html = await first.text();
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  });

  it('refuses to change anything for a page of another origin', async () => {
    const answer = await fetch(`${server.url}/sign-in`, {
      method: 'POST',
      headers: { Origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
  });

  it('gives each request an id', async () => {
    expect((await fetch(`${server.url}/healthz`)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
